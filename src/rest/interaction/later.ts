import { fail } from '../error.ts';
import type { Handler, Request } from '../request.ts';

/** How soon to ask again, in seconds. */
const RETRY_AFTER = 1;

const unknown = ({ id }: Request) =>
  fail('not-found', 'not-found', `No answer is waiting under ${id}; answers are kept for an hour`);

/** How far a request is that is answered later, or its answer: https://hl7.org/fhir/R5/async-bundle.html */
export const laterStatus: Handler = async (request, { store, now }) => {
  const answer = await store.answers.find(request.id);
  const over = answer !== undefined && answer.until <= Date.parse(now());
  if (answer === undefined || (over && answer.text !== undefined)) return unknown(request);
  if (over)
    return fail('exception', 'incomplete', 'The process that worked on the request ended before it was done');
  return answer.text === undefined
    ? { status: 202, headers: { 'X-Progress': 'in progress', 'Retry-After': RETRY_AFTER } }
    : { status: 200, headers: { Expires: new Date(answer.until).toUTCString() }, body: answer.text };
};

/** Gives up the answer: https://hl7.org/fhir/R5/async-bundle.html */
export const cancelLater: Handler = async (request, { store }) =>
  (await store.answers.forget(request.id)) ? { status: 202 } : unknown(request);
