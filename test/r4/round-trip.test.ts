import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exactTree, exactValue } from '../../src/fhir/exact-tree.ts';
import { createMapper } from '../../src/pipeline.ts';
import { toR4 } from '../../src/r4/to-r4.ts';
import { isTwoWay } from '../../src/r4/types.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { down, example, up } from './views.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Of the types that have hundreds of examples, so many are enough for every run. */
const OF_EACH = 25;

const names = readdirSync(join(ROOT, 'node_modules/hl7.fhir.r5.examples'))
  .filter((name) => /^[A-Z]\w+-.*\.json$/.test(name))
  .map((name) => name.replace('.json', ''))
  .sort();
const byType = Map.groupBy(names, (name) => name.split('-')[0]!);
// Bundles have resources of all types in them, of which a view leaves some out.
const types = [...byType.keys()].filter((type) => isTwoWay(type) && type !== 'Bundle');

/** What JSON has, numbers as they are written, in an order that does not matter. */
const said = (resource: unknown): unknown => exactTree(JSON.stringify(resource));

describe('from R5 to R4 and back', () => {
  test('there are examples of most types', () => {
    expect(types.length).toBeGreaterThan(20);
  });

  test.each(types)('the examples of %s stay what they are', (type) => {
    const shown = byType
      .get(type)!
      .values()
      .map((name) => ({ name, resource: example(name) }))
      // Definitions of R5's own types and profiles are not shown.
      .filter(({ resource }) => toR4(resource) !== undefined)
      .take(OF_EACH)
      .toArray();
    expect(shown.length).toBeGreaterThan(0);
    for (const { name, resource } of shown) {
      const view = down(resource);
      expect(view.resourceType).toBe(type);
      expect(said(up(said(view) as object)), name).toEqual(said(resource));
    }
  });

  test('what documents are mapped to stays what it is', () => {
    const map = createMapper(createValidator());
    const folder = join(ROOT, 'samples');
    const texts = readdirSync(folder)
      .flatMap((file) => [...map(readFileSync(join(folder, file)))])
      .flatMap((mapped) => (mapped.kind === 'refused' ? [] : mapped.resources))
      .filter(({ value }) => isTwoWay(value.resourceType))
      .map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) {
      const view = JSON.stringify(down(exactValue(text) as object));
      expect(said(up(exactValue(view) as object))).toEqual(exactTree(text));
    }
  });
});
