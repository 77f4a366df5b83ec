import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructureDefinition } from 'fhir/r5.js';
import { baseDefinition } from '../../src/fhir/base-definition.ts';
import { snapshot } from '../../src/snapshot/snapshot.ts';
import { type Difference, differences } from './differences.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The definitions of a folder below the project's that have both a differential and a snapshot. */
export const publishedDefinitions = (folder: string): readonly StructureDefinition[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.startsWith('StructureDefinition-') && name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')) as StructureDefinition)
    .filter((definition) => definition.snapshot !== undefined && definition.differential !== undefined);

/** Where our snapshot of a definition, made from its differential, says something else than the published one. */
export const differencesToPublished = (
  published: StructureDefinition,
  find: (url: string) => StructureDefinition | undefined = baseDefinition,
): readonly Difference[] => {
  const { snapshot: _, ...bare } = published;
  const made = snapshot(bare, find);
  if ('resourceType' in made) return differences(made, published);
  return made.map(({ text }) => ({
    id: published.url,
    property: 'issue',
    expected: 'a snapshot',
    actual: text,
  }));
};
