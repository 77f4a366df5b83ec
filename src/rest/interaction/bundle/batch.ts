import { responseBundle } from '../../../fhir/bundle.ts';
import type { Answer } from '../../answer.ts';
import { EXCEPTION, type Failure } from '../../error.ts';
import type { Matcher } from '../../match.ts';
import type { Request } from '../../request.ts';
import { routed } from '../../respond.ts';
import type { Service } from '../../service.ts';
import { atEntry, type EntryRequest } from './entry.ts';
import { responseEntry } from './entry-response.ts';

const answered = async (
  entry: EntryRequest,
  request: Request,
  match: Matcher,
  service: Service,
): Promise<Answer | Failure> => {
  const found = routed(entry.received(entry.text, request.base, request), match);
  if ('failure' in found) return atEntry(entry.at, found);
  try {
    const answer = await found.route.handler(found.request, service);
    return 'failure' in answer ? atEntry(entry.at, answer) : answer;
  } catch (error) {
    service.logError(error, `${entry.method} ${entry.url} in a batch`);
    return EXCEPTION;
  }
};

/** Each request by itself, in order: https://hl7.org/fhir/R5/http.html#transaction */
export const batch = async (
  entries: readonly EntryRequest[],
  request: Request,
  match: Matcher,
  service: Service,
): Promise<Answer> => {
  const answers: (Answer | Failure)[] = [];
  for (const entry of entries) answers.push(await answered(entry, request, match, service));
  return { status: 200, body: responseBundle('batch-response', answers.map(responseEntry)) };
};
