import { setImmediate } from 'node:timers/promises';
import { responseBundle } from '../../../fhir/bundle.ts';
import type { Answer } from '../../answer.ts';
import { type Body, placed } from '../../body.ts';
import { type Failure, thrownFailure } from '../../error.ts';
import type { Matcher } from '../../match.ts';
import type { Request } from '../../request.ts';
import type { Service } from '../../service.ts';
import { atEntry, type EntryRequest } from './entry.ts';
import { responseEntry } from './entry-response.ts';
import { answered, itemOf } from './item.ts';

/** Each request by itself, in order: https://hl7.org/fhir/R5/http.html#transaction */
export const batch = async (
  entries: readonly EntryRequest[],
  request: Request,
  match: Matcher,
  service: Service,
  body: Body,
): Promise<Answer> => {
  const answers: (Answer | Failure)[] = [];
  for (const entry of entries) {
    // Other requests have their turn in between.
    await setImmediate();
    const item = itemOf(entry, entry.text, request, match);
    try {
      const answer = 'failure' in item ? item : await answered(item, service);
      answers.push('failure' in answer ? { ...answer, issues: placed(body, answer.issues) } : answer);
    } catch (error) {
      service.logError(error, `${entry.method} ${entry.url} in a batch`, request.requestId);
      answers.push(atEntry(entry.at, thrownFailure(error, request.requestId)));
    }
  }
  return { status: 200, body: responseBundle('batch-response', answers.map(responseEntry)) };
};
