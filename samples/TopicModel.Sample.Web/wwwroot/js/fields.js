import { make, wording } from './format.js';

/** Rows of the field for the article itself, and of those that come before it. */
const LONG = 11, SHORT = 2;

/** Fields that articles may lack. */
const OPTIONAL = ['lead'];

/**
 * The inputs of a form for the texts that the models read: a line for a title, the most room for the last one.
 * @param box where to.
 * @param names of the fields, in the models' order.
 */
export function showFields(box, names) {
  const old = valuesOf(box);
  box.replaceChildren(...names.map((name, index) => make('div', { class: 'field' },
    make('label', { for: idOf(name) }, wording(name), ...(OPTIONAL.includes(name) ? [' ', make('span', { class: 'optional' }, 'optional')] : [])),
    inputOf(name, index === names.length - 1))));
  setValues(box, old);
}

/** {[name of the field]: text}, in the models' order. */
export const valuesOf = box => Object.fromEntries(inputs(box).map(input => [input.name, input.value]));

/** Puts an article into the fields; where the models read one text only, all of it goes there. */
export function setValues(box, article) {
  const all = inputs(box), texts = Object.values(article).filter(Boolean);
  for (const input of all) input.value = all.length === 1 ? texts.join('\n') : article[input.name] ?? '';
}

/** The field for the article itself. */
export const mainInput = box => inputs(box).at(-1);

/** Names come from models: they must not be taken for other parts of the page. */
const idOf = name => `field-${name}`;

const inputs = box => [...box.querySelectorAll('input, textarea')];

function inputOf(name, isLast) {
  const attributes = { id: idOf(name), name, lang: 'vi', autocomplete: 'off', spellcheck: 'false' };
  if (name === 'title' && !isLast) return make('input', { ...attributes, type: 'text' });
  return make('textarea', { ...attributes, rows: isLast ? LONG : SHORT });
}
