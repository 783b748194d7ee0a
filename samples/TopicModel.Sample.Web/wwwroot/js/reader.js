import { make, numberOf } from './format.js';
import { cut } from './marks.js';

const CLASSES = { '-2': 'against strong', '-1': 'against', 1: 'for', 2: 'for strong' };

/**
 * Shows an article with the evidence for one label, and with its tasks.
 * @param reader where to.
 * @param article {[name of the field]: text}, in the order in which they are read.
 * @param spans [{field, start, length, contribution}] of the label; empty for none.
 * @param tasks [{field, fieldStart, length, ordinal}]; the first one gets the id task-1.
 */
export function showArticle(reader, article, spans, tasks) {
  const strongest = spans.reduce((most, span) => Math.max(most, Math.abs(span.contribution)), 0);
  const numbers = tasks.map(numberOf);
  reader.replaceChildren();
  const fields = Object.keys(article);
  for (const field of fields.filter(field => article[field])) {
    const ofField = tasks.map((task, index) => ({ ...task, start: task.fieldStart, index })).filter(task => task.field === field);
    const pieces = cut(article[field], spans.filter(span => span.field === field), strongest, ofField);
    const [tag, kind] = field === 'title' ? ['h2', 'title'] : field === fields.at(-1) ? ['div', 'body'] : ['p', 'lead'];
    reader.append(make(tag, { class: kind, 'data-field': field }, ...lines(pieces).map(line => make('span', { class: 'line' }, ...render(line, numbers)))));
  }
  // A task that goes on in the next line is one place to go to, its start.
  for (const task of reader.querySelectorAll('.task')) if (!reader.querySelector(`#${task.dataset.id}`)) task.id = task.dataset.id;
}

/** Pieces of a text -> the pieces of each of its lines that is not empty. */
function lines(pieces) {
  const all = [[]];
  for (const piece of pieces) {
    const [first, ...others] = piece.text.split('\n');
    all.at(-1).push({ ...piece, text: first });
    for (const text of others) all.push([{ ...piece, text }]);
  }
  return all.filter(line => line.some(piece => piece.text.trim()));
}

/** Neighbouring pieces of one task stand in one element, which links lead to. */
function render(pieces, numbers) {
  const nodes = [];
  let open = -1;
  for (const { text, level, task } of pieces.filter(piece => piece.text)) {
    const node = level === 0 ? text : make('mark', { class: CLASSES[level] }, text);
    if (task < 0) nodes.push(node);
    else if (task === open) nodes.at(-1).append(node);
    else nodes.push(make('span', { class: 'task', 'data-id': `task-${task + 1}`, 'data-number': numbers[task] }, node));
    open = task;
  }
  return nodes;
}
