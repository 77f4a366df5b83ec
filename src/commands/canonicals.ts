import type { FhirResource, StructureDefinition } from 'fhir/r5.js';
import { canonicalParts } from '../fhir/terminology/resources.ts';
import { baseSnapshot } from '../snapshot/base-snapshot.ts';
import { snapshot } from '../snapshot/snapshot.ts';
import type { FindCanonical } from '../validation/canonical-resources.ts';

/** Finds resources among some by type and canonical URL; profiles get their snapshots when they are asked for. */
export const canonicals = (resources: Iterable<FhirResource>): FindCanonical => {
  const byUrl = new Map<string, FhirResource>();
  for (const resource of resources) {
    if (!('url' in resource) || resource.url === undefined) continue;
    byUrl.set(`${resource.resourceType} ${resource.url}`, resource);
    if ('version' in resource && resource.version !== undefined)
      byUrl.set(`${resource.resourceType} ${resource.url}|${resource.version}`, resource);
  }
  const known: FindCanonical = (type, url, version) =>
    byUrl.get(`${type} ${url}${version === undefined ? '' : `|${version}`}`);
  const definition = (canonical: string): StructureDefinition | undefined => {
    const { url, version } = canonicalParts(canonical);
    return (
      baseSnapshot(canonical) ??
      (known('StructureDefinition', url, version) as StructureDefinition | undefined)
    );
  };
  return (type, url, version) => {
    const found = known(type, url, version);
    if (found?.resourceType !== 'StructureDefinition') return found;
    const made = snapshot(found, definition);
    return 'resourceType' in made ? made : found;
  };
};
