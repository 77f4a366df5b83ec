import type { Content } from '../fhir/content.ts';
import { checkAmong } from './check.ts';
import { type NamesOf, surroundings } from './surroundings.ts';
import type { Check } from './verdict.ts';

/** A resource and what its numbers were found to be; at least one check. */
export interface Checked {
  readonly resource: Content;
  readonly checks: readonly Check[];
}

/** Checks each of these resources among all that are at hand; those without a number to check are left out. */
export const checkAll = (
  resources: readonly Content[],
  atHand: readonly Content[] = resources,
  namesOf?: NamesOf,
): readonly Checked[] => {
  const at = surroundings(atHand, namesOf);
  return resources
    .map((resource) => ({ resource, checks: checkAmong(resource, at) }))
    .filter(({ checks }) => checks.length > 0);
};
