import type { Issue } from '../../fhir/issue.ts';
import { pairsOf } from '../../fhir/search/pair.ts';
import { resultParameter } from '../../fhir/search/result-parameter.ts';
import type { Criterion } from '../../fhir/search/search-request.ts';
import { parsedSearch } from '../parsed-search.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { notUnderstood } from './not-understood.ts';

/** A search in a type, and what it looks for. */
export interface TypeFilter {
  readonly type: string;
  readonly where: Criterion;
}

/** The queries of a value; a comma of theirs is escaped, or at least does not stand before another query. */
const queriesOf = (text: string): readonly string[] => text.split(/,(?=[A-Za-z]+\?)/);

const typeFilter = async (
  text: string,
  { base, fhirVersion }: Request,
  service: Service,
): Promise<TypeFilter | readonly Issue[]> => {
  const [type = '', ...rest] = text.split('?');
  const query = pairsOf(rest.join('?'));
  if (!fhirVersion.elements.isResourceType(type) || query === undefined)
    return [notUnderstood('_typeFilter', `“${text}” is not a search like Evidence?status=active`)];
  const refused = query.find(([name]) => name === '_type' || resultParameter(name) !== undefined);
  if (refused) return [notUnderstood('_typeFilter', `“${refused[0]}” has no place in “${text}”`)];
  const parsed = await parsedSearch({ type, query, base, fhirVersion }, service, false);
  return 'failure' in parsed
    ? parsed.issues.map((issue) => ({ ...issue, expression: 'http._typeFilter' }))
    : { type, where: parsed.request.where };
};

/** Reads `_typeFilter`: https://hl7.org/fhir/uv/bulkdata/STU2/export.html#_typefilter-experimental-query-parameter */
export const typeFilters = (
  given: readonly string[],
  request: Request,
  service: Service,
): Promise<readonly (TypeFilter | readonly Issue[])[]> =>
  Promise.all(given.flatMap(queriesOf).map((one) => typeFilter(one, request, service)));
