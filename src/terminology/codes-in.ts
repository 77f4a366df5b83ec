import type { ValueSet } from 'fhir/r5.js';
import { codeSets } from '../fhir/terminology/value-set.ts';
import { incomplete, type Result } from './result.ts';
import { requestedValueSet, type Stored, StoredResources } from './stored-resources.ts';

/** A code with its system, as searches compare it. */
export interface SystemCode {
  readonly system: string;
  readonly code: string;
}

/** All codes of a value set, given itself or by its URL, for `:in` and `:not-in`: https://hl7.org/fhir/R5/search.html#modifierin */
export const codesIn = async (
  stored: Stored,
  valueSet: string | ValueSet,
): Promise<Result<readonly SystemCode[]>> => {
  const resources = new StoredResources(stored);
  const requested = await requestedValueSet(
    typeof valueSet === 'string' ? { url: valueSet } : { valueSet },
    resources,
  );
  if ('issue' in requested) return requested;
  const { members, gaps } = codeSets(resources)(requested.value).list();
  if (gaps.length === 0) return { value: members.map(({ system, code }) => ({ system, code })) };
  return incomplete(requested.value.url ?? 'given', gaps);
};
