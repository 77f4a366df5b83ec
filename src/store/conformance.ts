import { readdirSync, readFileSync } from 'node:fs';
import type { FhirResource } from 'fhir/r5.js';
import type { Content } from '../fhir/content.ts';
import { CONFORMANCE_TYPES } from '../fhir/resource-type.ts';
import { changesTo } from './changes.ts';
import { type Store, VersionConflict } from './store.ts';

const FOLDER = new URL('../../profiles/generated/resources/', import.meta.url);

/** The project's own profiles, terminology, search parameters and operations. */
export const conformanceResources = (): readonly Content[] =>
  readdirSync(FOLDER)
    .filter((name) => CONFORMANCE_TYPES.some((type) => name.startsWith(`${type}-`)) && name.endsWith('.json'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      return { text, value: JSON.parse(text) as FhirResource };
    });

/** Where a profile is, and which resource type of which version of FHIR it is of. */
export interface Profile {
  readonly url: string;
  readonly type: string;
  readonly fhirVersion: string | undefined;
}

/** The profiles of resource types among resources. */
export const profilesAmong = (resources: readonly Content[]): readonly Profile[] =>
  resources.flatMap(({ value }) =>
    value.resourceType === 'StructureDefinition' &&
    value.kind === 'resource' &&
    value.derivation === 'constraint'
      ? [{ url: value.url, type: value.type, fhirVersion: value.fhirVersion }]
      : [],
  );

/** Stores them where they are new or have changed. */
export const storeConformance = async (
  store: Store,
  resources: readonly Content[],
  lastUpdated: string,
): Promise<void> => {
  const { writes } = await changesTo(store, resources);
  try {
    await store.write({ writes }, lastUpdated);
  } catch (error) {
    // Another process starts at the same time and was first; then this one sees what it stored.
    if (!(error instanceof VersionConflict)) throw error;
    await storeConformance(store, resources, lastUpdated);
  }
};
