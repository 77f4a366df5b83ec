import type { Content } from '../fhir/content.ts';
import { checkAmong } from './check.ts';
import { surroundings } from './surroundings.ts';
import type { Check } from './verdict.ts';

/** A resource and what its numbers were found to be; at least one check. */
export interface Checked {
  readonly resource: Content;
  readonly checks: readonly Check[];
}

/** Checks each of these resources among all of them; those without a number to check are left out. */
export const checkAll = (resources: readonly Content[]): readonly Checked[] => {
  const at = surroundings(resources);
  return resources
    .map((resource) => ({ resource, checks: checkAmong(resource, at) }))
    .filter(({ checks }) => checks.length > 0);
};
