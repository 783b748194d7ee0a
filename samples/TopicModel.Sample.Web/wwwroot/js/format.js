/** 0.876 -> "88 %"; nothing that is not certain is shown as 0 or 100. */
export function percent(probability) {
  if (probability > 0.99 && probability < 1) return '> 99 %';
  if (probability < 0.01 && probability > 0) return '< 1 %';
  return `${Math.round(probability * 100)} %`;
}

/** "party-diplomacy" -> "Party diplomacy". */
export function wording(label) {
  const words = label.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 1 -> "1 task", 3 -> "3 tasks". */
export const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Makes an element: make('p', {class: 'x'}, 'text', child). Properties that are undefined are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What stands before a task: the number that the article gives it ("Ba là" is 3), or a point. */
export const numberOf = task => task.ordinal ? String(task.ordinal) : '•';
