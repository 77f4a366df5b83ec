import type { Evidence } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { evidence } from './evidence.ts';
import { errors, found } from './found.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition';
const span = {
  url: `${CORE}/derivation-reference`,
  extension: [
    { url: 'reference', valueReference: { reference: 'DocumentReference/a' } },
    { url: 'offset', valueInteger: 3 },
    { url: 'length', valueInteger: 5 },
  ],
};
const absent = { url: `${CORE}/data-absent-reason`, valueCode: 'unknown' };
const on = (...extension: object[]): object => ({ ...evidence, _title: { extension } });

describe('extension', () => {
  test('accepts known ones where they may stand', () => {
    expect(errors(on(span, absent))).toEqual([]);
  });

  test.each<[what: string, extension: object, expected: string]>([
    [
      "unknown in FHIR's own space",
      { url: `${CORE}/of-my-own`, valueCode: 'a' },
      'extension-unknown Evidence.title.extension[0]',
    ],
    [
      'of an allowed type but not in the value set',
      { ...absent, valueCode: 'forgotten' },
      'binding-required Evidence.title.extension[0].value.ofType(code)',
    ],
    [
      'of another type',
      { url: absent.url, valueString: 'unknown' },
      'type Evidence.title.extension[0].value.ofType(string)',
    ],
    ['with a value and extensions', { ...absent, extension: [absent] }, 'ext-1 Evidence.title.extension[0]'],
    ['with neither', { url: absent.url }, 'cardinality-min Evidence.title.extension[0]'],
    [
      'in a place that is not its own',
      { url: `${CORE}/patient-religion`, valueCodeableConcept: { text: 'a' } },
      'extension-context Evidence.title.extension[0]',
    ],
    [
      'with a part it does not have',
      { ...span, extension: [...span.extension, { url: 'width', valueInteger: 1 }] },
      'extension-part Evidence.title.extension[0].extension[3]',
    ],
    [
      'with a part twice',
      { ...span, extension: [...span.extension, { url: 'offset', valueInteger: 1 }] },
      'cardinality-max Evidence.title.extension[0]',
    ],
    [
      'with a relative url',
      { url: 'reference', valueCode: 'a' },
      'extension-url Evidence.title.extension[0]',
    ],
  ])('%s', (_, extension, expected) => {
    expect(errors(on(extension))).toContain(expected);
  });

  test('of other publishers are said to be unchecked', () => {
    const foreign = on({ url: 'https://example.com/StructureDefinition/mine', valueCode: 'a' });
    expect(errors(foreign)).toEqual([]);
    expect(found('information', foreign)).toEqual(['extension-unchecked Evidence.title.extension[0]']);
  });

  test('of other publishers are refused where that is wanted', () => {
    const strict = createValidator({ refusesUnknownExtensions: true });
    const foreign = on({ url: 'https://example.com/StructureDefinition/mine', valueCode: 'a' });
    expect(strict(content(foreign as Evidence)).filter(isError)).toMatchObject([
      { rule: 'extension-unknown', expression: 'Evidence.title.extension[0]' },
    ]);
    expect(strict(content(evidence as Evidence)).filter(isError)).toEqual([]);
  });

  test('that do not modify cannot stand among those that do', () => {
    expect(errors({ ...evidence, modifierExtension: [absent] })).toContain(
      'extension-modifier Evidence.modifierExtension[0]',
    );
  });
});
