import { STATUS_CODES } from 'node:http';
import type { EntryResponse } from '../../../fhir/bundle.ts';
import { type Answer, etag } from '../../answer.ts';
import { answerOf, type Failure } from '../../error.ts';

/** An entry of the Bundle that answers. */
export interface ResponseEntry {
  readonly text?: string;
  readonly response: EntryResponse;
}

const isOutcome = (text: string): boolean => text.startsWith('{"resourceType":"OperationOutcome"');

/** What came of an entry: https://hl7.org/fhir/R5/bundle-definitions.html#Bundle.entry.response */
export const responseEntry = (given: Answer | Failure): ResponseEntry => {
  const { status, headers, version, body } = 'failure' in given ? answerOf(given) : given;
  const location = headers?.Location;
  const text = typeof body === 'string' ? body : undefined;
  const outcome = text !== undefined && isOutcome(text) ? text : undefined;
  return {
    ...(text !== undefined && outcome === undefined && { text }),
    response: {
      status: `${status} ${STATUS_CODES[status] ?? ''}`.trim(),
      ...(location !== undefined && { location: String(location) }),
      ...(version && { etag: etag(version), lastModified: version.lastUpdated }),
      ...(outcome !== undefined && { outcome }),
    },
  };
};
