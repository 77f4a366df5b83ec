import type { ValueSet } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import type { ExpandRequest } from '../../src/terminology/expand.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { ANIMALS, codeSystem, valueSet } from '../fhir/terminology/resources.ts';
import { given, refused, terminologyWith } from './stored.ts';

const STAMP = {
  identifier: 'urn:uuid:0192f1c4-0000-7000-8000-000000000001',
  timestamp: '2026-01-01T00:00:00Z',
};
const GENDER = 'http://hl7.org/fhir/ValueSet/administrative-gender';
const url = 'https://example.com/ValueSet/animals';
const system = ANIMALS.url ?? '';
const all: ValueSet = {
  ...valueSet(url, [{ system }]),
  id: 'animals',
  version: '3',
  name: 'Animals',
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Animals</div>' },
};
const terminology = terminologyWith(ANIMALS, all);

const expanded = async (request: ExpandRequest, among = terminology): Promise<ValueSet> =>
  given(await among.expand(request, STAMP));

const codes = async (request: ExpandRequest, among = terminology): Promise<readonly unknown[]> =>
  ((await expanded(request, among)).expansion?.contains ?? []).map(({ code }) => code);

describe('expand', () => {
  test('lists the codes of a packaged value set', async () => {
    const { status, expansion, compose } = await expanded({ url: GENDER });
    expect(status).toBe('active');
    expect(compose).toBeUndefined();
    expect(expansion).toEqual({
      ...STAMP,
      total: 4,
      parameter: [
        { name: 'excludeNested', valueBoolean: true },
        { name: 'used-codesystem', valueUri: 'http://hl7.org/fhir/administrative-gender|5.0.0' },
      ],
      contains: ['male', 'female', 'other', 'unknown'].map((code) => ({
        system: 'http://hl7.org/fhir/administrative-gender',
        code,
        display: code[0]?.toUpperCase() + code.slice(1),
      })),
    });
  });

  test('lists those of a stored one, marking what is not to be chosen and what is retired', async () => {
    const { text, version, expansion } = await expanded({ url, includeDesignations: true });
    expect(text).toBeUndefined();
    expect(version).toBe('3');
    expect(expansion?.contains?.slice(0, 2)).toEqual([
      { system, code: 'bird', display: 'Bird', abstract: true },
      {
        system,
        code: 'penguin',
        display: 'Penguin',
        designation: [
          { language: 'de', value: 'Pinguin' },
          { language: 'fr', value: 'Manchot' },
        ],
      },
    ]);
    expect(expansion?.contains?.find(({ code }) => code === 'dodo')?.inactive).toBe(true);
  });

  test('is a valid ValueSet', async () => {
    const validate = createValidator();
    for (const request of [
      { url: GENDER, includeDefinition: true },
      { url, property: ['*'], filter: 'peng', displayLanguage: 'de' },
      { url, offset: 1, count: 2 },
      { url: 'http://terminology.hl7.org/ValueSet/v3-ActReason', includeDesignations: true, property: ['*'] },
    ]) {
      const issues = validate(content(await expanded(request)));
      expect(issues.filter(isError)).toEqual([]);
    }
  });

  test('takes a value set that comes with the request, with stored and packaged systems', async () => {
    const mixed = valueSet('', [
      { system, filter: [{ property: 'legs', op: '=', value: '8' }] },
      { valueSet: [GENDER] },
    ]);
    expect(await codes({ valueSet: mixed })).toEqual(['spider', 'male', 'female', 'other', 'unknown']);
  });

  test('prefers what is stored to what is packaged, unless another version is asked for', async () => {
    const own = { ...valueSet(GENDER, [{ system }]), version: 'mine' };
    const among = terminologyWith(own, ANIMALS);
    expect(await codes({ url: GENDER }, among)).toContain('spider');
    expect(await codes({ url: `${GENDER}|mine` }, among)).toContain('spider');
    expect(await codes({ url: `${GENDER}|5.0.0` }, among)).toContain('male');
    expect(await codes({ url: GENDER, valueSetVersion: '5.0.0' }, among)).toContain('male');
    const genders = codeSystem('http://hl7.org/fhir/administrative-gender', { concept: [{ code: 'x' }] });
    expect(await codes({ url: GENDER }, terminologyWith(genders))).toEqual(['x']);
  });

  test.each<[filter: string, expected: readonly string[]]>([
    ['pen', ['penguin', 'emperor']],
    ['emp peng', ['emperor']],
    ['peng emp', ['emperor']],
    ['MANCH', ['penguin']],
    ['enguin', []],
    ['spider', ['spider']],
  ])('finds “%s” at the beginning of words', async (filter, expected) => {
    expect(await codes({ url, filter })).toEqual(expected);
    const { expansion } = await expanded({ url, filter });
    expect(expansion?.total).toBe(expected.length);
    expect(expansion?.parameter).toContainEqual({ name: 'filter', valueString: filter });
  });

  test('gives pages; together they are the whole', async () => {
    const whole = await codes({ url });
    const pages = await Promise.all([0, 2, 4, 6].map((offset) => codes({ url, offset, count: 2 })));
    expect(pages.flat()).toEqual(whole);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 0]);
    const { expansion } = await expanded({ url, offset: 4, count: 2 });
    expect(expansion).toMatchObject({ total: 6, offset: 4 });
    expect((await expanded({ url, count: 0 })).expansion).toMatchObject({ total: 6, offset: 0 });
    expect((await expanded({ url, count: 0 })).expansion?.contains).toBeUndefined();
  });

  test.each([{ offset: -1 }, { count: -1 }, { count: 1.5 }, { offset: Number.NaN }])(
    'refuses %j',
    async (paging) => {
      expect(refused(await terminology.expand({ url, ...paging }, STAMP))).toBe('invalid expand-paging');
    },
  );

  test('leaves out what is retired or not for choice', async () => {
    expect(await codes({ url, activeOnly: true })).not.toContain('dodo');
    expect(await codes({ url, excludeNotForUI: true })).not.toContain('bird');
    expect(await codes({ url, activeOnly: false, excludeNotForUI: false })).toHaveLength(6);
  });

  test('names codes in the language asked for, where they have a name in it', async () => {
    const german = (await expanded({ url, displayLanguage: 'de-AT' })).expansion?.contains ?? [];
    expect(german.map(({ display }) => display)).toEqual([
      'Bird',
      'Pinguin',
      'Emperor penguin',
      'Dodo',
      'Swimmer',
      'Spider',
    ]);
  });

  test('names codes as the value set does', async () => {
    const renamed = valueSet(url, [{ system, concept: [{ code: 'dodo', display: 'Extinct bird' }] }]);
    expect((await expanded({ valueSet: renamed })).expansion?.contains?.[0]?.display).toBe('Extinct bird');
    const unit = valueSet(url, [{ system: 'http://unitsofmeasure.org', concept: [{ code: 'mg' }] }]);
    expect((await expanded({ valueSet: unit })).expansion?.contains?.[0]?.display).toBe('milligram');
  });

  test('takes an expansion as it comes, even of codes that their grammar does not have', async () => {
    const contains = [
      { system: 'urn:ietf:bcp:47', code: '??' },
      { system: 'http://unitsofmeasure.org', code: 'no unit' },
    ];
    const given: ValueSet = {
      resourceType: 'ValueSet',
      status: 'active',
      expansion: { timestamp: '2026-01-01', contains },
    };
    expect((await expanded({ valueSet: given })).expansion?.contains).toEqual(contains);
  });

  test('tells the properties asked for', async () => {
    const { expansion } = await expanded({ url, property: ['https://example.com/legs'] });
    expect(expansion?.property).toEqual([{ code: 'legs', uri: 'https://example.com/legs' }]);
    expect(expansion?.contains?.find(({ code }) => code === 'spider')?.property).toEqual([
      { code: 'legs', valueInteger: 8 },
    ]);
    expect(expansion?.contains?.find(({ code }) => code === 'bird')?.property).toBeUndefined();
    expect((await expanded({ url })).expansion?.property).toBeUndefined();
  });

  test.each<[request: ExpandRequest, expected: string]>([
    [{ url: 'https://example.com/unknown' }, 'not-found value-set-unknown'],
    [{ url: `${GENDER}|4.0.1` }, 'not-found value-set-unknown'],
    [{}, 'required value-set-missing'],
    [{ url: 'http://hl7.org/fhir/ValueSet/ucum-units' }, 'too-costly code-system-grammar'],
    [{ url: 'http://hl7.org/fhir/ValueSet/mimetypes' }, 'too-costly code-system-grammar'],
    [{ url: 'http://hl7.org/fhir/ValueSet/body-site' }, 'not-supported code-system-unknown'],
    [
      { valueSet: valueSet(url, [{ valueSet: ['https://example.com/unknown'] }]) },
      'not-supported value-set-unknown',
    ],
    [
      { valueSet: valueSet(url, [{ system, filter: [{ property: 'concept', op: 'is-a', value: 'cow' }] }]) },
      'code-invalid value-set-filter',
    ],
  ])('refuses %j', async (request, expected) => {
    expect(refused(await terminology.expand(request, STAMP))).toBe(expected);
  });

  test('says what it lacks, and gives what it has if that will do', async () => {
    const part = valueSet(url, [{ system }, { system: 'http://snomed.info/sct' }]);
    const refusal = await terminology.expand({ valueSet: part }, STAMP);
    expect('issue' in refusal && refusal.issue.text).toContain('http://snomed.info/sct is not known here');
    const { expansion } = await expanded({ valueSet: part, acceptIncomplete: true });
    expect(expansion?.contains).toHaveLength(6);
    expect(expansion?.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/valueset-unclosed', valueBoolean: true },
    ]);
    expect(expansion?.parameter).toContainEqual({
      name: 'warning',
      valueString: 'The code system http://snomed.info/sct is not known here',
    });
    const whole = await expanded({ url, acceptIncomplete: true });
    expect(whole.expansion?.extension).toBeUndefined();
  });

  test('refuses a value set that imports itself, even if a part would do', async () => {
    const [a, b] = ['https://example.com/a', 'https://example.com/b'] as const;
    const ring = terminologyWith(
      ANIMALS,
      valueSet(a, [{ system }, { system: 'http://snomed.info/sct' }, { valueSet: [b] }]),
      valueSet(b, [{ valueSet: [a] }]),
    );
    for (const acceptIncomplete of [true, false])
      expect(refused(await ring.expand({ url: a, acceptIncomplete }, STAMP))).toBe(
        'business-rule value-set-cycle',
      );
  });
});
