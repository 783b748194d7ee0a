import { ApiError, examples, explain, models } from './api.js';
import { count, make, wording } from './format.js';
import { mainInput, setValues, showFields, valuesOf } from './fields.js';
import { given, inReadingOrder, markSelected, showFindings } from './findings.js';
import { showArticle } from './reader.js';

const byId = id => document.getElementById(id);
const [form, fields, editor, result, problem, analyze, findings, reader, legend] = ['form', 'fields', 'editor', 'result', 'problem', 'analyze', 'findings', 'reader', 'legend'].map(byId);

let exampleIndex = 0;
let generation = 0;

/** Takes the article of the form to the models and shows what they say. */
async function run() {
  const article = valuesOf(fields);
  if (!Object.values(article).some(text => text.trim())) return fail('There is no text yet: paste an article, or take the example.');
  setBusy(true);
  try {
    const started = performance.now();
    const answer = await explain(article);
    showResult(article, answer, performance.now() - started);
    showModels();
  } catch (error) {
    fail(error instanceof ApiError ? error.message : 'The answer cannot be shown; the console of the browser says why.');
    if (!(error instanceof ApiError)) throw error;
  } finally {
    setBusy(false);
  }
}

function showResult(article, answer, milliseconds) {
  problem.hidden = true;
  const tasks = Object.values(answer).flatMap(said => said.items ?? []);
  const select = (model, label) => {
    const evidence = model && answer[model].evidence.find(one => one.label === label);
    markSelected(findings, model, label);
    showArticle(reader, article, evidence ? evidence.spans : [], tasks);
    showLegend(model, label, tasks.length);
  };
  showFindings(findings, answer, select);
  byId('timing').textContent = `${Object.keys(answer).length} models, ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms there and back`;
  select(...firstEvidence(answer));
  show(result);
  byId('result-heading').focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: 'instant' });
}

/** What to show first: the first label that a model gives, themes before others. */
function firstEvidence(answer) {
  for (const [model, said] of inReadingOrder(answer)) if (said.evidence && given(said).length > 0) return [model, given(said)[0]];
  return [];
}

function showLegend(model, label, tasks) {
  const parts = model ? [make('strong', {}, `${wording(model)}: ${wording(label)}`), ' ', make('mark', { class: 'for strong' }, 'speaks for'), ' ', make('mark', { class: 'against' }, 'speaks against')]
    : ['Choose a label to see the words that speak for and against it.'];
  if (tasks > 0) parts.push(' ', make('span', { class: 'task-key' }, count(tasks, 'task')));
  legend.replaceChildren(...parts);
}

/** Which models serve, since when, and what they read: after a training it says so without a reload of the page. */
async function showModels() {
  const line = byId('models');
  try {
    const status = await models();
    if (status.fields.join() !== Object.keys(valuesOf(fields)).join()) showFields(fields, status.fields);
    const loaded = new Date(status.loadedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    line.textContent = `${status.models.join(', ')} · ${status.generation > 1 ? `replaced ${loaded}` : `loaded ${loaded}`}`;
    line.classList.toggle('fresh', generation > 0 && status.generation !== generation);
    line.classList.toggle('stale', Boolean(status.refusal));
    if (status.refusal) line.textContent += ` · replacement refused: ${status.refusal}`;
    generation = status.generation;
  } catch (error) {
    line.textContent = error.message;
  }
}

async function takeExample() {
  try {
    const all = await examples();
    const article = all[exampleIndex++ % all.length];
    setValues(fields, article);
    problem.hidden = true;
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    fail(error.message);
    return false;
  }
}

function fail(message) {
  show(editor);
  problem.textContent = message;
  problem.hidden = false;
}

function show(section) {
  for (const one of [editor, result]) one.hidden = one !== section;
}

function setBusy(isBusy) {
  analyze.disabled = isBusy;
  form.setAttribute('aria-busy', isBusy);
}

form.addEventListener('submit', event => {
  event.preventDefault();
  run();
});
form.addEventListener('reset', () => problem.hidden = true);
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
byId('example').addEventListener('click', async () => {
  if (await takeExample()) analyze.focus();
});
byId('next').addEventListener('click', async () => {
  if (await takeExample()) run();
});
byId('edit').addEventListener('click', () => {
  show(editor);
  mainInput(fields).focus();
});

// Findings stay in view beside a long article; those that are higher than the window scroll until their end is seen.
new ResizeObserver(() => findings.style.top = `${Math.min(16, innerHeight - findings.offsetHeight - 16)}px`).observe(findings);

showFields(fields, ['title', 'lead', 'body']);
showModels();
