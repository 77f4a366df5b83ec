import type { FhirResource } from 'fhir/r5.js';
import { valueText } from '../../fhir/value-text.ts';

const COLUMNS = 6;

/** So many values of an element are shown. */
const SHOWN = 2;

/** What says nothing at a glance, or stands in a column of its own. */
const LEFT_OUT = ['resourceType', 'id', 'meta', 'text', 'contained', 'extension', 'modifierExtension'];

/** The elements that most of the resources have, the commonest first. */
export const columnsOf = (resources: readonly FhirResource[]): readonly string[] => {
  const names = resources
    .flatMap((resource) => Object.keys(resource))
    .filter((name) => !name.startsWith('_') && !LEFT_OUT.includes(name));
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }));
  return counts
    .sort((a, b) => b.count - a.count)
    .slice(0, COLUMNS)
    .map(({ name }) => name);
};

/** What an element of a resource holds, in a few words. */
export const cellText = (resource: FhirResource, column: string): string => {
  const value = (resource as unknown as Record<string, unknown>)[column];
  const all = Array.isArray(value) ? value : [value];
  return (
    all.slice(0, SHOWN).map(valueText).join(', ') + (all.length > SHOWN ? ` + ${all.length - SHOWN}` : '')
  );
};
