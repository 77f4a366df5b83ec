import { elements } from '../fhir/search/result/elements.ts';
import { isWrong } from '../fhir/search/wrong.ts';
import type { Subset } from '../fhir/subset.ts';
import { type Failure, fail } from './error.ts';
import { queryValue, type Request } from './request.ts';

const SUMMARIES = ['true', 'text', 'data', 'false'] as const;

/** How much of a resource that is read the client wants; undefined for all of it: https://hl7.org/fhir/R5/search.html#_summary */
export const subsetOf = (request: Request): Subset | Failure | undefined => {
  const { fhirVersion, type } = request;
  const named = queryValue(request, '_elements');
  const asked = queryValue(request, '_summary') ?? 'false';
  const summary = SUMMARIES.find((one) => one === asked);
  if (summary === undefined)
    return fail('malformed', 'value', `_summary is one of: ${SUMMARIES.join(', ')}`, {
      expression: 'http._summary',
    });
  if (named === undefined) return summary === 'false' ? undefined : { summary };
  const wanted = elements(named, [fhirVersion.shownAs(type)], fhirVersion.elements);
  return isWrong(wanted)
    ? fail('malformed', wanted.code, wanted.wrong, { expression: 'http._elements' })
    : wanted;
};
