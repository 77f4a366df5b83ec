import type { Subset } from '../fhir/subset.ts';
import { type Failure, fail } from './error.ts';
import { queryValue, type Request } from './request.ts';

const SUMMARIES = ['true', 'text', 'data', 'false'] as const;

/** How much of a resource that is read the client wants; undefined for all of it: https://hl7.org/fhir/R5/search.html#_summary */
export const subsetOf = (request: Request): Subset | Failure | undefined => {
  const elements = queryValue(request, '_elements');
  const asked = queryValue(request, '_summary') ?? 'false';
  const summary = SUMMARIES.find((one) => one === asked);
  if (summary === undefined)
    return fail('malformed', 'value', `_summary is one of: ${SUMMARIES.join(', ')}`, {
      expression: 'http._summary',
    });
  if (elements !== undefined) return { elements: elements.split(',').map((one) => one.trim()) };
  return summary === 'false' ? undefined : { summary };
};
