import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FhirResource } from 'fhir/r5.js';
import { expect, test } from 'vitest';
import { canonicals } from '../../../src/commands/canonicals.ts';
import { isError } from '../../../src/fhir/issue.ts';
import { RESOURCE_RULES } from '../../../src/validation/resource/rules.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { sent } from '../found.ts';

const EXAMPLES = join(import.meta.dirname, '../../../node_modules/hl7.fhir.r5.examples');

/** Some examples of each type that has rules of its own, not too large. */
const examples: readonly FhirResource[] = [...RESOURCE_RULES.keys()].flatMap((type) =>
  readdirSync(EXAMPLES)
    .filter((name) => name.startsWith(`${type}-`))
    .map((name) => readFileSync(join(EXAMPLES, name), 'utf8'))
    .filter(({ length }) => length < 20_000)
    .slice(0, 4)
    .map((text) => JSON.parse(text) as FhirResource),
);

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const ABSENT = { extension: [{ url: EXTENSION, valueCode: 'unknown' }] };

/** A resource whose primitives, where `isAbsent` says so, have extensions instead of values: its structure stays right. */
const without = (value: unknown, isAbsent: () => boolean): unknown => {
  if (Array.isArray(value)) return value.map((item) => without(item, isAbsent));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    const isObject = typeof child === 'object' && child !== null;
    const isList = Array.isArray(child) && typeof child[0] !== 'object';
    const isFixed =
      key === 'resourceType' || key === 'id' || key === 'url' || key === 'div' || key.startsWith('_');
    if (!isFixed && isList && isAbsent()) {
      kept[key] = child.map(() => null);
      kept[`_${key}`] = child.map(() => ABSENT);
    } else if (!isFixed && !isObject && isAbsent()) kept[`_${key}`] = ABSENT;
    else kept[key] = isObject && !isFixed ? without(child, isAbsent) : child;
  }
  return kept;
};

/** Numbers between 0 and 1 that a seed determines. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

test('rules of resources stand values that are absent, in the resource and in those that it refers to', () => {
  expect(examples.length).toBeGreaterThan(20);
  const index = fc.nat({ max: examples.length - 1 });
  const share = fc.constantFrom(0.02, 0.2, 1);
  fc.assert(
    fc.property(index, share, fc.integer(), (at, wanted, seed) => {
      const random = randomFrom(seed);
      const isAbsent = (): boolean => random() < wanted;
      const validate = createValidator(
        canonicals(examples.map((one) => without(one, isAbsent) as FhirResource)),
      );
      expect(Array.isArray(validate(sent(without(examples[at], isAbsent) as object)))).toBe(true);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('rules of resources stand whatever is missing', () => {
  const validate = createValidator(canonicals());
  for (const resourceType of RESOURCE_RULES.keys()) {
    expect(validate(sent({ resourceType })).some(isError), resourceType).toBe(true);
  }
  const missing = [
    { resourceType: 'StructureMap', group: [{ name: 'a' }, { name: 'b', rule: [{ name: 'c' }] }] },
    { resourceType: 'Measure', group: [{}] },
    { resourceType: 'MeasureReport', group: [{ population: [{}] }] },
    { resourceType: 'ValueSet', compose: {} },
    { resourceType: 'CodeSystem', concept: [{ property: [{}] }] },
    { resourceType: 'Questionnaire', item: [{ enableWhen: [{}] }] },
    { resourceType: 'QuestionnaireResponse', item: [{ answer: [{}] }] },
    { resourceType: 'StructureDefinition', differential: {}, snapshot: { element: [{}] } },
    { resourceType: 'ImplementationGuide', definition: { resource: [{}] } },
  ];
  for (const resource of missing)
    expect(validate(sent(resource)).some(isError), resource.resourceType).toBe(true);
});
