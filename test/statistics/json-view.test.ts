import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/fhir/content.ts';
import { items, member, text, written } from '../../src/statistics/json-view.ts';

const valuesOf = (json: string): readonly (string | undefined)[] => {
  const { view, forms } = written({ text: json, value: JSON.parse(json) } as Content);
  return items(member(view, 'of')).map((one) => text(member(one, 'value'), forms));
};

describe('the written forms of values', () => {
  test.each([
    [
      'each form once',
      '{"of":[{"value":1.50},{"value" : -0.0},{"value":1e3},{"value":7}]}',
      ['1.50', '-0.0', '1e3', '7'],
    ],
    [
      'two forms of a number',
      '{"of":[{"value":0.40},{"value":0.4},{"value":0.400}]}',
      ['0.40', '0.4', '0.400'],
    ],
    ['many digits', '{"of":[{"value":0.12345678901234567890}]}', ['0.12345678901234567890']],
    ['a string', '{"of":[{"value":"0.40"},{"value":"\\"value\\":0.50"}]}', ['0.40', '"value":0.50']],
  ])('are kept: %s', (_, json, forms) => {
    expect(valuesOf(json)).toEqual(forms);
  });

  test('are kept whatever the strings around them', () => {
    const forms = fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(3))
      .map(([of, digits]) => (of / 10).toFixed(digits));
    const strings = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[":\\\w ,{}[\]-]{0,12}$/),
      fc.constant('"value":1.0'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(forms, strings), { maxLength: 6 }), (all) => {
        const json = `{"of":[${all.map(([form, words]) => `{"words":${JSON.stringify(words)},"value":${form}}`).join()}]}`;
        expect(valuesOf(json)).toEqual(all.map(([form]) => form));
      }),
    );
  });
});
