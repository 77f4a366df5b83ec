import type { OperationOutcome } from 'fhir/r5.js';
import type { Answer } from './answer.ts';
import { call } from './api.ts';
import { request } from './client.ts';

/** FHIR's XML begins with a tag, its JSON does not. */
const contentType = (text: string): string =>
  text.trimStart().startsWith('<') ? 'application/fhir+xml' : 'application/fhir+json';

/** Has a resource validated: https://hl7.org/fhir/R5/resource-operation-validate.html */
export const validateText = async (
  text: string,
  profile: string | undefined,
  signal?: AbortSignal,
): Promise<Answer<OperationOutcome>> => {
  const to = call('POST', '/fhir/$validate', profile === undefined ? {} : { profile });
  const answer = await request<OperationOutcome>(to, signal, {
    body: text,
    contentType: contentType(text),
  });
  // What cannot be read is refused with the place where it goes wrong: that, too, is what was found.
  if (answer.ok || answer.failure.kind !== 'refused' || answer.failure.outcome === undefined) return answer;
  return { ok: true, value: answer.failure.outcome, headers: new Headers() };
};
