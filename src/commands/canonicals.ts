import type { FhirResource, StructureDefinition } from 'fhir/r5.js';
import { canonicalParts } from '../fhir/terminology/resources.ts';
import { baseSnapshot } from '../snapshot/base-snapshot.ts';
import { possibleSnapshot, snapshot } from '../snapshot/snapshot.ts';
import type { FindCanonical, MakeSnapshot } from '../validation/canonical-resources.ts';

/** What a validator can find. */
interface Sources {
  readonly find: FindCanonical;
  readonly snapshot: MakeSnapshot;
}

/** R5's own definitions in full, some more canonical resources, and those found elsewhere; profiles get their snapshots, as far as they can be made, when they are asked for. */
export const canonicals = (
  resources: Iterable<FhirResource> = [],
  elsewhere: FindCanonical = () => undefined,
): Sources => {
  const byUrl = new Map<string, FhirResource>();
  for (const resource of resources) {
    if (!('url' in resource) || resource.url === undefined) continue;
    byUrl.set(`${resource.resourceType} ${resource.url}`, resource);
    if ('version' in resource && resource.version !== undefined)
      byUrl.set(`${resource.resourceType} ${resource.url}|${resource.version}`, resource);
  }
  const given: FindCanonical = (type, url, version) =>
    byUrl.get(`${type} ${url}${version === undefined ? '' : `|${version}`}`) ?? elsewhere(type, url, version);
  const definition = (canonical: string): StructureDefinition | undefined => {
    const { url, version } = canonicalParts(canonical);
    return (
      baseSnapshot(canonical) ??
      (given('StructureDefinition', url, version) as StructureDefinition | undefined)
    );
  };
  return {
    find: (type, url, version) => {
      const found = given(type, url, version);
      if (found?.resourceType !== 'StructureDefinition')
        return found ?? (type === 'StructureDefinition' ? baseSnapshot(url) : undefined);
      return possibleSnapshot(found, definition) ?? found;
    },
    snapshot: (one) => snapshot(one, definition),
  };
};
