import { fail } from '../error.ts';
import { forgetJob, jobOf } from '../later.ts';
import type { Handler, Request } from '../request.ts';

/** How soon to ask again, in seconds. */
const RETRY_AFTER = 1;

const unknown = ({ id }: Request) =>
  fail('not-found', 'not-found', `No answer is waiting under ${id}; answers are kept for an hour`);

/** How far a request is that is answered later, or its answer: https://hl7.org/fhir/R5/async-bundle.html */
export const laterStatus: Handler = async (request, service) => {
  const job = jobOf(request, service);
  if (job === undefined) return unknown(request);
  const { bundle, until } = job;
  return bundle === undefined || until === undefined
    ? { status: 202, headers: { 'X-Progress': 'in progress', 'Retry-After': RETRY_AFTER } }
    : { status: 200, headers: { Expires: new Date(until).toUTCString() }, body: bundle };
};

/** Gives up the answer: https://hl7.org/fhir/R5/async-bundle.html */
export const cancelLater: Handler = async (request, service) =>
  forgetJob(request, service) ? { status: 202 } : unknown(request);
