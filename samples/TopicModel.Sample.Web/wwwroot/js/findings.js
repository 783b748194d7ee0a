import { count, make, numberOf, percent, wording } from './format.js';

/** A model of more labels than this shows only the most probable ones, the others on request. */
const MANY_LABELS = 8, TOP_LABELS = 5;

/** Terms shown for and against a label. */
const TERMS_FOR = 6, TERMS_AGAINST = 3;

/**
 * Shows what every model says. Which kind a model is, its answer tells: tasks have items, several labels come as a list.
 * @param findings where to.
 * @param answer {[model]: what it says, with evidence}.
 * @param select called with (model, label) of the evidence that the reader wants to see, or with nothing for none.
 */
export function showFindings(findings, answer, select) {
  const cards = inReadingOrder(answer).map(([model, said]) => said.items ? tasksCard(model, said) : labelsCard(model, said, select));
  findings.replaceChildren(...cards);
}

/** [model, what it says]: first models of several labels (themes), then those of one, then tasks. */
export const inReadingOrder = answer => Object.entries(answer).sort(([, a], [, b]) => rank(a) - rank(b));

const rank = said => said.labels ? 0 : said.items ? 2 : 1;

/** Shows in the findings which label's evidence is in the text. */
export function markSelected(findings, model, label) {
  for (const button of findings.querySelectorAll('button[data-label]')) {
    const isSelected = button.dataset.model === model && button.dataset.label === label;
    button.setAttribute('aria-pressed', isSelected);
    button.nextElementSibling.hidden = !isSelected;
  }
}

/** The labels that a model gives: one, several or none. */
export const given = said => said.labels ?? (said.label !== undefined ? [said.label] : said.isPositive ? [said.evidence[0].label] : []);

function labelsCard(model, said, select) {
  const labels = given(said);
  const verdict = labels.length > 0 ? labels.map(label => make('span', { class: 'chip' }, wording(label))) : [make('span', { class: 'chip none' }, said.isPositive === false ? 'No' : 'None')];
  const rows = evidence => make('ul', { class: 'labels' }, ...evidence.map(one => labelRow(model, one, labels.includes(one.label), select)));
  const [shown, folded] = said.evidence.length > MANY_LABELS ? topLabels(said.evidence, labels.length) : [said.evidence, []];
  const fold = folded.length === 0 ? [] : [make('details', {}, make('summary', {}, count(folded.length, 'more label')), rows(folded))];
  return make('section', { class: 'card' }, make('h2', {}, wording(model)), make('p', { class: 'verdict' }, ...verdict), rows(shown), ...fold);
}

/** The most probable labels, all that are given among them, and the others. */
function topLabels(evidence, givenCount) {
  const sorted = evidence.toSorted((a, b) => b.probability - a.probability), end = Math.max(TOP_LABELS, givenCount);
  return [sorted.slice(0, end), sorted.slice(end)];
}

function labelRow(model, evidence, isGiven, select) {
  const bar = make('span', { class: 'bar' }, make('span', { class: 'fill' }));
  bar.firstChild.style.width = `${(evidence.probability * 100).toFixed(1)}%`;
  const button = make('button', { type: 'button', class: isGiven ? 'label given' : 'label', 'aria-pressed': 'false', title: 'Show the evidence in the text' },
    make('span', { class: 'name' }, wording(evidence.label)), bar, make('span', { class: 'percent' }, percent(evidence.probability)));
  Object.assign(button.dataset, { model, label: evidence.label });
  button.addEventListener('click', () => button.getAttribute('aria-pressed') === 'true' ? select() : select(model, evidence.label));
  return make('li', {}, button, termsOf(evidence));
}

function termsOf(evidence) {
  const strongest = sign => evidence.terms.filter(term => sign * term.contribution >= 0.0005).sort((a, b) => sign * (b.contribution - a.contribution));
  const list = (caption, kind, terms) => terms.length === 0 ? [] : [make('p', { class: 'terms' }, make('span', { class: 'caption' }, caption),
    ...terms.flatMap(term => [' ', make('span', { class: `term ${kind}`, lang: 'vi', title: `${term.contribution > 0 ? '+' : ''}${term.contribution.toFixed(3)} to the score` }, term.text)]))];
  const lists = [...list('for', 'for', strongest(1).slice(0, TERMS_FOR)), ...list('against', 'against', strongest(-1).slice(0, TERMS_AGAINST))];
  const box = make('div', { class: 'why' }, ...(lists.length > 0 ? lists : [make('p', { class: 'terms' }, 'No word of this article is known to the model.')]));
  box.hidden = true;
  return box;
}

function tasksCard(model, said) {
  const verdict = said.isPositive ? make('span', { class: 'chip' }, count(said.items.length, 'task')) : make('span', { class: 'chip none' }, 'None');
  const note = make('p', { class: 'note' }, `${percent(said.probability)} likely that the article sets out tasks`);
  const items = said.items.map((item, index) => make('li', {},
    make('a', { href: `#task-${index + 1}` }, make('span', { class: 'number', 'aria-hidden': 'true' }, numberOf(item)), make('span', { class: 'sentence', lang: 'vi' }, item.text)),
    make('span', { class: 'percent' }, percent(item.probability))));
  return make('section', { class: 'card' }, make('h2', {}, wording(model)), make('p', { class: 'verdict' }, verdict), note, ...(items.length > 0 ? [make('ol', { class: 'tasks' }, ...items)] : []));
}
