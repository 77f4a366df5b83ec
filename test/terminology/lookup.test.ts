import type { Parameters } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import type { LookupRequest } from '../../src/terminology/lookup.ts';
import { ANIMALS } from '../fhir/terminology/resources.ts';
import { given, refused, simple, terminologyWith } from './stored.ts';

const terminology = terminologyWith(ANIMALS);
const system = ANIMALS.url ?? '';

const found = async (request: LookupRequest): Promise<Parameters> => given(await terminology.lookup(request));

const parts = ({ parameter }: Parameters, wanted: string): readonly unknown[] =>
  (parameter ?? [])
    .filter(({ name }) => name === wanted)
    .map(({ part }) =>
      Object.fromEntries((part ?? []).map(({ name, ...value }) => [name, Object.values(value)[0]])),
    );

describe('lookup', () => {
  test('tells all that is known of a code, its place among others included', async () => {
    const penguin = await found({ system, code: 'penguin' });
    expect(simple(penguin)).toEqual({
      name: 'Animals',
      version: '2',
      display: 'Penguin',
      definition: 'A bird that cannot fly',
    });
    expect(parts(penguin, 'designation')).toEqual([
      { language: 'de', value: 'Pinguin' },
      { language: 'fr', value: 'Manchot' },
    ]);
    expect(parts(penguin, 'property')).toEqual([
      { code: 'legs', value: 2 },
      { code: 'parent', value: 'bird', description: 'Bird' },
      { code: 'parent', value: 'swimmer', description: 'Swimmer' },
      { code: 'child', value: 'emperor', description: 'Emperor penguin' },
    ]);
  });

  test.each<[property: readonly string[], properties: readonly string[], designations: number]>([
    [['legs'], ['legs'], 0],
    [['parent'], ['parent', 'parent'], 0],
    [['child', 'designation'], ['child'], 2],
    [['lang.de'], [], 1],
    [['*'], ['legs', 'parent', 'parent', 'child'], 2],
    [['unknown'], [], 0],
  ])('tells the properties %j', async (property, properties, designations) => {
    const penguin = await found({ system, code: 'penguin', property });
    expect(parts(penguin, 'property').map((one) => (one as { code: string }).code)).toEqual(properties);
    expect(parts(penguin, 'designation')).toHaveLength(designations);
    expect(simple(penguin).display).toBe('Penguin');
  });

  test('names the code in the language asked for', async () => {
    expect(simple(await found({ system, code: 'penguin', displayLanguage: 'fr' })).display).toBe('Manchot');
    expect(simple(await found({ system, code: 'penguin', displayLanguage: 'nl' })).display).toBe('Penguin');
  });

  test('knows the codes of HL7 Terminology and their properties', async () => {
    const actReason = await found({
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
      code: 'TREAT',
    });
    expect(simple(actReason)).toMatchObject({
      name: 'ActReason',
      display: 'treatment',
      definition: expect.any(String),
    });
    expect(parts(actReason, 'property')).toContainEqual({ code: 'status', value: 'active' });
    expect(parts(actReason, 'property')).toContainEqual({
      code: 'parent',
      value: 'PurposeOfUse',
      description: 'purpose of use',
    });
  });

  test.each<[system: string, code: string, display: string]>([
    ['http://unitsofmeasure.org', 'mg/dL', 'milligram per deciliter'],
    ['urn:ietf:bcp:47', 'de', 'German'],
    ['urn:ietf:bcp:47', 'en-u-ca-gregory', 'en-u-ca-gregory'],
    ['urn:ietf:bcp:13', 'text/plain', 'text/plain'],
  ])('knows %s %s by its grammar', async (of, code, display) => {
    expect(simple(await found({ system: of, code })).display).toBe(display);
  });

  test.each<[request: LookupRequest, expected: string]>([
    [{ system, code: 'unicorn' }, 'not-found invalid-code'],
    [{ system, code: 'penguin', version: '1' }, 'not-found code-system-unknown'],
    [{ system: 'http://snomed.info/sct', code: '1' }, 'not-found code-system-unknown'],
    [{ system: 'http://unitsofmeasure.org', code: 'no unit' }, 'not-found invalid-code'],
    [{ system: 'http://www.ada.org/snodent', code: 'x' }, 'not-found code-unchecked'],
  ])('refuses %j', async (request, expected) => {
    expect(refused(await terminology.lookup(request))).toBe(expected);
  });
});
