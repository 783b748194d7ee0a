/** An answer of the app that is no result: `message` is for the reader of the page. */
export class ApiError extends Error {}

/** What every model says of an article, with the evidence: the object of `topicmodel explain --json`. */
export const explain = article => call('api/explain', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(article),
});

/** Which models serve: {models, fields, generation, loadedAt, refusal}. */
export const models = () => call('api/models');

/** Articles to try: [{title, lead, body}]. */
export const examples = () => call('examples.json');

async function call(address, request) {
  let response;
  try {
    response = await fetch(address, request);
  } catch {
    throw new ApiError('The app cannot be reached. Is it still running?');
  }
  if (response.ok) return response.json();
  throw new ApiError(await reason(response));
}

/** Errors come as problem details (RFC 9457); whatever else comes has at least a status. */
async function reason(response) {
  try {
    const { title, detail } = await response.json();
    return detail || title;
  } catch {
    return `The app answered ${response.status} ${response.statusText}.`;
  }
}
