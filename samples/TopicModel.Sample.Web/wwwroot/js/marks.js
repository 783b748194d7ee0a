/** Shares of the strongest contribution from which words are marked, and from which they are marked as strong. */
const WEAK = 0.15, STRONG = 0.5;

/**
 * Cuts a text into pieces that together are the whole text: [{text, level, task}]. The level is -2 (strongly against) to 2 (strongly for),
 * the task the index of the one that the piece belongs to, or -1. Offsets are in UTF-16 units, as those of JavaScript strings are.
 * @param text of one field.
 * @param spans [{start, length, contribution}] of that field; they do not overlap.
 * @param strongest greatest absolute contribution of the whole article.
 * @param tasks [{start, length, index}] of that field.
 */
export function cut(text, spans, strongest, tasks) {
  const levels = new Int8Array(text.length), owners = new Int16Array(text.length).fill(-1);
  for (const { start, length, contribution } of spans) levels.fill(levelOf(contribution, strongest), start, start + length);
  for (const { start, length, index } of tasks) owners.fill(index, start, start + length);
  bridgeBlanks(text, levels);
  const pieces = [];
  for (let start = 0, end; start < text.length; start = end) {
    for (end = start + 1; end < text.length && levels[end] === levels[start] && owners[end] === owners[start];) end++;
    pieces.push({ text: text.slice(start, end), level: levels[start], task: owners[start] });
  }
  return pieces;
}

function levelOf(contribution, strongest) {
  const share = strongest === 0 ? 0 : Math.abs(contribution) / strongest;
  return Math.sign(contribution) * (share < WEAK ? 0 : share < STRONG ? 1 : 2);
}

/** Blanks between two words of one level belong to them, so that a phrase is one mark. */
function bridgeBlanks(text, levels) {
  for (const { index, 0: blank } of text.matchAll(/[^\S\n]+/g)) {
    const before = levels[index - 1], after = levels[index + blank.length];
    if (index > 0 && before === after) levels.fill(before, index, index + blank.length);
  }
}
