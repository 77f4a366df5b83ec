import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePath } from '../../../src/fhir/search/path.ts';
import { isA, typesOf } from '../../../src/fhir/search/path-types.ts';

describe('a path', () => {
  test.each([
    ['Patient.name.given', 'Patient', ['string']],
    ['Patient.name | Patient.address', 'Patient', ['HumanName', 'Address']],
    ['(Patient.deceased.ofType(dateTime))', 'Patient', ['dateTime']],
    ['(NutritionIntake.reported as Reference)', 'NutritionIntake', ['Reference']],
    ['Observation.value', 'Observation', expect.arrayContaining(['Quantity', 'Period'])],
    ['Observation.component.referenceRange.low', 'Observation', ['Quantity']],
    ['Account.subject.where(resolve() is Patient)', 'Account', ['Reference']],
    ["Patient.telecom.where(system='phone')", 'Patient', ['ContactPoint']],
    ["a.where(b.c.where(d = 'e').exists()).f", 'Patient', []],
    ['(start | requestedPeriod.start).first()', 'Appointment', ['instant', 'dateTime']],
    ['Bundle.entry[0].resource as Composition', 'Bundle', ['Composition']],
    ['Resource.meta.tag', 'Patient', ['Coding']],
    ['PlanDefinition.repeat(action).definition.ofType(canonical)', 'PlanDefinition', ['canonical']],
    ['Patient.name', 'Person', []],
    ['Patient.colour', 'Patient', []],
  ])('%s of %s leads to %j', (expression, type, types) => {
    expect(parsePath(expression)).toBeDefined();
    expect(typesOf(expression, [type])).toEqual(types);
  });

  test.each([
    'Patient.deceased.exists()',
    "Patient.name.where(use = 'a' and text = 'b')",
    'Patient.name.count() > 1',
    'Patient.name[1]',
    'Patient.name.where(text)',
    'Patient.name.where(a | b.exists())',
    'Patient.',
    '',
    "Patient.name.where(use = 'a'",
    'Patient.name)',
  ])('%s is FHIRPath of another kind', (expression) => {
    expect(parsePath(expression)).toBeUndefined();
  });

  test('reads its texts without their escapes', () => {
    expect(parsePath("extension('it\\'s')")).toEqual([{ steps: [{ kind: 'extension', url: "it's" }] }]);
  });

  test('never throws', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      '(',
      ')',
      '|',
      ' as ',
      'where',
      "'x'",
      '=',
      '[0]',
      'exists',
      'resolve() is ',
      '\\',
      "'",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          parsePath(text);
        },
      ),
    );
  });
});

test.each([
  ['Age', 'Quantity', true],
  ['Patient', 'Resource', true],
  ['markdown', 'string', true],
  ['Quantity', 'Age', false],
  ['Nonsense', 'Resource', false],
])('%s is a %s: %s', (type, other, expected) => {
  expect(isA(type, other)).toBe(expected);
});
