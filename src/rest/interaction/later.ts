import { fail } from '../error.ts';
import { laterAnswer } from '../later.ts';
import type { Handler, Request } from '../request.ts';

/** How soon to ask again, in seconds. */
const RETRY_AFTER = 1;

const unknown = ({ id }: Request) =>
  fail('not-found', 'not-found', `No answer is waiting under ${id}; answers are kept for an hour`);

/** How far a request is that is answered later, or its answer: https://hl7.org/fhir/R5/async-bundle.html */
export const laterStatus: Handler = async (request, service) => {
  const answer = await laterAnswer(request, service);
  const over = answer !== undefined && answer.until <= Date.parse(service.now());
  if (answer === undefined || (over && answer.text !== undefined)) return unknown(request);
  if (over)
    return fail('exception', 'incomplete', 'The process that worked on the request ended before it was done');
  return answer.text === undefined
    ? { status: 202, headers: { 'X-Progress': 'in progress', 'Retry-After': RETRY_AFTER } }
    : { status: 200, headers: { Expires: new Date(answer.until).toUTCString() }, body: answer.text };
};

/** Gives up the answer; what has begun may still be done: https://hl7.org/fhir/R5/async-bundle.html */
export const cancelLater: Handler = async (request, service) => {
  if ((await laterAnswer(request, service)) === undefined) return unknown(request);
  await service.store.answers.forget(request.id);
  return { status: 202 };
};
