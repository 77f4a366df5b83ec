import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { baseDefinition } from '../../src/fhir/base-definition.ts';
import type { Issue } from '../../src/fhir/issue.ts';
import { snapshot } from '../../src/snapshot/snapshot.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';

/** A profile of an R5 type, or of another profile. */
export const profile = (
  type: string,
  element: ElementDefinition[],
  rest: Partial<StructureDefinition> = {},
): StructureDefinition => ({
  resourceType: 'StructureDefinition',
  url: `http://example.org/StructureDefinition/my-${type}`,
  name: `My${type}`,
  status: 'draft',
  kind: 'resource',
  abstract: false,
  type,
  baseDefinition: CORE + type,
  derivation: 'constraint',
  differential: { element },
  ...rest,
});

/** Finds R5's definitions and these. */
export const finding =
  (...own: readonly StructureDefinition[]) =>
  (url: string): StructureDefinition | undefined =>
    own.find((definition) => definition.url === url) ?? baseDefinition(url);

/** The elements of a profile's snapshot by their ids. Throws if it has none. */
export const elementsOf = (
  definition: StructureDefinition,
  ...others: readonly StructureDefinition[]
): ReadonlyMap<string, ElementDefinition> => {
  const made = snapshot(definition, finding(...others));
  if (!('resourceType' in made)) throw new Error(made.map(({ text }) => text).join('\n'));
  return new Map(made.snapshot?.element.map((element) => [element.id ?? '', element]));
};

/** What keeps a profile from having a snapshot. */
export const issuesOf = (
  definition: StructureDefinition,
  ...others: readonly StructureDefinition[]
): readonly Issue[] => {
  const made = snapshot(definition, finding(...others));
  return 'resourceType' in made ? [] : made;
};
