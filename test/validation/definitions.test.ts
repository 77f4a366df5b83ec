import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fhirpath from 'fhirpath';
import { describe, expect, test } from 'vitest';
import type { ElementDefinition, StructureDefinition } from '../../src/validation/structure-definition.ts';

const GENERATED = join(import.meta.dirname, '../../profiles/generated/core');

const read = <T>(name: string): T => JSON.parse(readFileSync(join(GENERATED, name), 'utf8')) as T;

const definitions = readdirSync(join(GENERATED, 'structure-definition')).map((name) =>
  read<StructureDefinition>(`structure-definition/${name}`),
);

const elements = (element: ElementDefinition): readonly ElementDefinition[] => [
  element,
  ...(element.children ?? []).flatMap(elements),
  ...Object.values(element.slices ?? {}).flatMap(elements),
];

describe('generated definitions', () => {
  test('hold all resource types, data types and extensions of R5', () => {
    const count = (wanted: (definition: StructureDefinition) => boolean): number =>
      definitions.filter(wanted).length;
    const isType = ({ derivation, abstract }: StructureDefinition): boolean =>
      derivation === 'specialization' && !abstract;
    expect(count((one) => one.kind === 'resource' && isType(one))).toBe(158);
    expect(count((one) => one.kind === 'primitive-type')).toBe(21);
    expect(count((one) => one.type === 'Extension' && one.derivation === 'constraint')).toBeGreaterThan(680);
  });

  test('have invariants that can all be read', () => {
    const expressions = new Set(
      definitions.flatMap(({ root }) =>
        elements(root).flatMap(({ constraints }) => (constraints ?? []).map(({ expression }) => expression)),
      ),
    );
    expect(expressions.size).toBeGreaterThan(250);
    for (const expression of expressions) {
      expect(() => fhirpath.parse(expression), expression).not.toThrow();
    }
  });

  test('have the value sets of all required bindings', () => {
    const valueSets = new Set(Object.keys(read<Record<string, object>>('value-sets.json')));
    const missing = definitions.flatMap(({ root }) =>
      elements(root).flatMap(({ binding }) =>
        binding?.strength === 'required' && !valueSets.has(binding.valueSet) ? [binding.valueSet] : [],
      ),
    );
    // Those of other publishers are in no package.
    expect(
      [...new Set(missing)].filter((url) => /^https?:\/\/(?:hl7|terminology\.hl7|w3id)\.org/.test(url)),
    ).toEqual([]);
  });

  test('are below twenty megabytes', () => {
    const size = readdirSync(GENERATED, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .reduce((sum, name) => sum + readFileSync(join(GENERATED, name)).length, 0);
    expect(size).toBeLessThan(20_000_000);
  });
});
