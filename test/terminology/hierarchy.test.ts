import { describe, expect, test } from 'vitest';
import { ANIMALS, valueSet } from '../fhir/terminology/resources.ts';
import { given, refused, simple, terminologyWith } from './stored.ts';

const system = ANIMALS.url ?? '';
const terminology = terminologyWith(ANIMALS);
const ACT_CLASS = 'http://terminology.hl7.org/CodeSystem/v3-ActClass';

describe('subsumes', () => {
  test.each<[a: string, b: string, outcome: string]>([
    ['bird', 'bird', 'equivalent'],
    ['bird', 'emperor', 'subsumes'],
    ['swimmer', 'emperor', 'subsumes'],
    ['emperor', 'bird', 'subsumed-by'],
    ['bird', 'swimmer', 'not-subsumed'],
  ])('%s and %s: %s', async (codeA, codeB, outcome) => {
    expect(simple(given(await terminology.subsumes({ system, codeA, codeB })))).toEqual({ outcome });
  });

  test('knows the hierarchies of HL7 Terminology', async () => {
    const request = { system: ACT_CLASS, codeA: 'ACT', codeB: 'OBS' };
    expect(simple(given(await terminology.subsumes(request)))).toEqual({ outcome: 'subsumes' });
  });

  test.each<[of: string, a: string, b: string, expected: string]>([
    [system, 'bird', 'unicorn', 'not-found invalid-code'],
    [system, 'unicorn', 'bird', 'not-found invalid-code'],
    ['http://snomed.info/sct', '1', '2', 'not-found code-system-unknown'],
    ['http://unitsofmeasure.org', 'g', 'mg', 'not-supported code-system-grammar'],
  ])('refuses %s %s %s', async (of, codeA, codeB, expected) => {
    expect(refused(await terminology.subsumes({ system: of, codeA, codeB }))).toBe(expected);
  });
});

describe('codes for searches', () => {
  test('below and above a code, itself included', async () => {
    expect(given(await terminology.codesBelow(system, 'bird'))).toEqual([
      'bird',
      'penguin',
      'dodo',
      'emperor',
    ]);
    expect(given(await terminology.codesBelow(system, 'spider'))).toEqual(['spider']);
    expect(given(await terminology.codesAbove(system, 'emperor'))).toEqual([
      'emperor',
      'penguin',
      'bird',
      'swimmer',
    ]);
    expect(refused(await terminology.codesBelow(system, 'unicorn'))).toBe('not-found invalid-code');
    expect(refused(await terminology.codesAbove('http://loinc.org', '1-8'))).toBe(
      'not-found code-system-unknown',
    );
  });

  test('in a value set, all or none', async () => {
    const url = 'https://example.com/swimmers';
    const filter = [{ property: 'concept', op: 'descendent-of' as const, value: 'swimmer' }];
    const among = terminologyWith(ANIMALS, valueSet(url, [{ system, filter }]));
    expect(given(await among.codesIn(url))).toEqual([
      { system, code: 'penguin' },
      { system, code: 'emperor' },
    ]);
    expect(
      given(await among.codesIn('http://hl7.org/fhir/ValueSet/administrative-gender|5.0.0')),
    ).toHaveLength(4);
    expect(given(await among.codesIn(valueSet('', [{ system }])))).toHaveLength(6);
    expect(refused(await among.codesIn(`${url}|2`))).toBe('not-found value-set-unknown');
    expect(refused(await among.codesIn('http://hl7.org/fhir/ValueSet/body-site'))).toBe(
      'not-supported code-system-unknown',
    );
  });
});
