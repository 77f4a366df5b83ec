import type { Parameters } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import type {
  ValidateInCodeSystemRequest,
  ValidateInValueSetRequest,
} from '../../src/terminology/validate-code.ts';
import { ANIMALS, codeSystem, valueSet } from '../fhir/terminology/resources.ts';
import { given, issuesOf, refused, simple, terminologyWith } from './stored.ts';

const GENDER = 'http://hl7.org/fhir/ValueSet/administrative-gender';
const GENDERS = 'http://hl7.org/fhir/administrative-gender';
const SNOMED = 'http://snomed.info/sct';
const UCUM = 'http://unitsofmeasure.org';
const url = 'https://example.com/ValueSet/birds';
const system = ANIMALS.url ?? '';
const birds = valueSet(url, [
  { system, filter: [{ property: 'concept', op: 'is-a', value: 'bird' }] },
  { system: SNOMED, concept: [{ code: '1', display: 'One' }] },
]);
const terminology = terminologyWith(ANIMALS, birds);

const inValueSet = async (request: ValidateInValueSetRequest): Promise<Parameters> =>
  given(await terminology.validateInValueSet(request));
const inCodeSystem = async (request: ValidateInCodeSystemRequest): Promise<Parameters> =>
  given(await terminology.validateInCodeSystem(request));

describe('validate-code on ValueSet', () => {
  test('says yes, and what it knows of the code', async () => {
    const answer = await inValueSet({ url: GENDER, system: GENDERS, code: 'male', display: 'male' });
    expect(simple(answer)).toEqual({
      result: true,
      display: 'Male',
      code: 'male',
      system: GENDERS,
      version: '5.0.0',
    });
    expect(issuesOf(answer)).toEqual([]);
  });

  test.each<[what: string, request: ValidateInValueSetRequest, issue: string]>([
    ['an unknown code', { url: GENDER, system: GENDERS, code: 'x' }, 'error invalid-code code'],
    ['a code from elsewhere', { url, system: GENDERS, code: 'male' }, 'error not-in-value-set code'],
    ['a code that is not in it', { url, system, code: 'spider' }, 'error not-in-value-set code'],
    ['another case', { url, system, code: 'DODO' }, 'error invalid-code code'],
    ['a wrong display', { url, system, code: 'penguin', display: 'Puffin' }, 'error invalid-display display'],
    [
      'a code for grouping only, where that will not do',
      { url, system, code: 'bird', abstract: false },
      'error abstract-code code',
    ],
    ['a code of no system', { url, code: 'spider' }, 'error system-missing system'],
    ['a Coding without system', { url, coding: { code: 'penguin' } }, 'error system-missing Coding.system'],
    ['a Coding without code', { url, coding: { system } }, 'error code-missing Coding.code'],
    [
      'a wrong Coding',
      { url, coding: { system, code: 'penguin', display: 'x' } },
      'error invalid-display Coding.display',
    ],
    [
      'a code of a version of the system that is not at hand',
      { url: GENDER, system: GENDERS, systemVersion: '1', code: 'x' },
      'error not-in-value-set code',
    ],
    ['an empty concept', { url, codeableConcept: { text: 'x' } }, 'error code-missing CodeableConcept'],
    [
      'no unit',
      { url: 'http://hl7.org/fhir/ValueSet/ucum-units', system: UCUM, code: 'no unit' },
      'error invalid-code code',
    ],
    [
      'no language',
      { url: 'http://hl7.org/fhir/ValueSet/all-languages', code: '??' },
      'error system-missing system',
    ],
  ])('says no to %s', async (_, request, issue) => {
    const answer = await inValueSet(request);
    expect(simple(answer)).toMatchObject({ result: false, message: expect.any(String) });
    expect(issuesOf(answer)).toEqual([issue]);
  });

  test.each<[what: string, request: ValidateInValueSetRequest]>([
    ['a code for grouping', { url, system, code: 'bird' }],
    ['another name of it', { url, system, code: 'penguin', display: ' manchot ' }],
    ['a code of one system only, without it', { url, code: 'penguin' }],
    ['a unit', { url: 'http://hl7.org/fhir/ValueSet/ucum-units', system: UCUM, code: 'mg/dL' }],
    [
      'a unit by a name of its own',
      { url: 'http://hl7.org/fhir/ValueSet/ucum-units', system: UCUM, code: 'mg/dL', display: 'mg per dl' },
    ],
    ['a language', { url: 'http://hl7.org/fhir/ValueSet/all-languages', code: 'de-CH' }],
    ['a media type', { url: 'http://hl7.org/fhir/ValueSet/mimetypes', code: 'text/plain' }],
    ['a code of the value set that comes with the request', { valueSet: birds, system, code: 'emperor' }],
  ])('says yes to %s', async (_, request) => {
    expect(simple(await inValueSet(request)).result).toBe(true);
  });

  test('warns of a retired code', async () => {
    const answer = await inValueSet({ url, system, code: 'dodo' });
    expect(simple(answer)).toMatchObject({
      result: true,
      message: expect.stringContaining('no longer in use'),
    });
    expect(issuesOf(answer)).toEqual(['warning inactive-code code']);
  });

  test('takes a listed code of a system that is not at hand, saying so', async () => {
    const answer = await inValueSet({ url, system: SNOMED, code: '1' });
    expect(simple(answer)).toMatchObject({ result: true, display: 'One' });
    expect(issuesOf(answer)).toEqual(['warning code-unchecked code']);
    expect(simple(await inValueSet({ url, system: SNOMED, code: '2' })).result).toBe(false);
  });

  test('cannot say yes without the code system', async () => {
    const request = { url: 'http://hl7.org/fhir/ValueSet/body-site', system: SNOMED, code: '123037004' };
    const answer = await inValueSet(request);
    expect(simple(answer)).toMatchObject({
      result: false,
      message: expect.stringContaining(
        'cannot be checked: The code system http://snomed.info/sct is not known here',
      ),
    });
    expect(issuesOf(answer)).toEqual(['error code-unchecked code']);
  });

  test('is content with one coding of a concept, and names it', async () => {
    const coding = [
      { system: GENDERS, code: 'male' },
      { system, code: 'penguin' },
      { system, code: 'unicorn' },
    ];
    const answer = await inValueSet({ url, codeableConcept: { coding } });
    expect(simple(answer)).toMatchObject({
      result: true,
      code: 'penguin',
      system,
      codeableConcept: { coding: [{ system, code: 'penguin', display: 'Penguin' }] },
    });
    expect(issuesOf(answer)).toEqual([
      'warning invalid-code CodeableConcept.coding[2].code',
      'information not-in-value-set CodeableConcept.coding[0].code',
    ]);
    const none = await inValueSet({ url, codeableConcept: { coding: [coding[0]!] } });
    expect(simple(none).result).toBe(false);
    expect(simple(none).codeableConcept).toBeUndefined();
  });

  test.each<[request: ValidateInValueSetRequest, expected: string]>([
    [{ url: 'https://example.com/unknown', code: 'x' }, 'not-found value-set-unknown'],
    [{ url: GENDER, valueSetVersion: '4', code: 'x' }, 'not-found value-set-unknown'],
    [{ url }, 'required code-missing'],
    [{ url, code: 'x', coding: { code: 'x' } }, 'required code-missing'],
    [{ code: 'x' }, 'required value-set-missing'],
  ])('refuses %j', async (request, expected) => {
    expect(refused(await terminology.validateInValueSet(request))).toBe(expected);
  });
});

describe('validate-code on CodeSystem', () => {
  test.each<[request: ValidateInCodeSystemRequest, issues: readonly string[]]>([
    [{ url: GENDERS, code: 'male' }, []],
    [{ url: GENDERS, version: '5.0.0', code: 'male' }, []],
    [{ url: GENDERS, code: 'x' }, ['error invalid-code code']],
    [{ url: GENDERS, code: 'male', display: 'Man' }, ['error invalid-display display']],
    [{ url: GENDERS, coding: { system: GENDERS, code: 'male' } }, []],
    [{ coding: { system: GENDERS, code: 'x' } }, ['error invalid-code Coding.code']],
    [{ url: GENDERS, coding: { system, code: 'bird' } }, ['error not-in-value-set Coding.code']],
    [{ url: GENDERS, codeableConcept: { coding: [{ system: GENDERS, code: 'other' }] } }, []],
    [{ url: UCUM, code: 'mg' }, []],
    [{ url: UCUM, code: 'mgg' }, ['error invalid-code code']],
    [{ url: 'urn:ietf:bcp:47', code: 'en-US' }, []],
    [{ url: 'urn:ietf:bcp:13', code: 'no type' }, ['error invalid-code code']],
  ])('answers %j', async (request, issues) => {
    const answer = await inCodeSystem(request);
    expect(simple(answer).result).toBe(issues.length === 0);
    expect(issuesOf(answer)).toEqual(issues);
  });

  test('takes a code system that comes with the request', async () => {
    const own = codeSystem('https://example.com/own', { concept: [{ code: 'a' }] });
    expect(simple(await inCodeSystem({ codeSystem: own, code: 'a' })).result).toBe(true);
    expect(simple(await inCodeSystem({ codeSystem: own, code: 'b' })).result).toBe(false);
  });

  test.each<[request: ValidateInCodeSystemRequest, expected: string]>([
    [{ url: SNOMED, code: '1' }, 'not-found code-system-unknown'],
    [{ url: GENDERS, version: '1', code: 'male' }, 'not-found code-system-unknown'],
    [{ url: GENDERS }, 'required code-missing'],
    [{ code: 'male' }, 'required code-system-missing'],
  ])('refuses %j', async (request, expected) => {
    expect(refused(await terminology.validateInCodeSystem(request))).toBe(expected);
  });
});
