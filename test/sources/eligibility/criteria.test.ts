import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criteriaOf } from '../../../src/sources/eligibility/criteria.ts';

/** The words of each criterion. */
const said = (
  text: string,
): { readonly inclusion: readonly string[]; readonly exclusion: readonly string[] } => {
  const { inclusion, exclusion } = criteriaOf(text);
  const words = (all: typeof inclusion): string[] => all.map(({ from, to }) => text.slice(from, to));
  return { inclusion: words(inclusion), exclusion: words(exclusion) };
};

describe('criteria', () => {
  test.each([
    ['bullets', 'Inclusion Criteria:\n\n* Fever\n* Adults\n\nExclusion Criteria:\n\n* Salt allergy'],
    ['dashes', 'INCLUSION CRITERIA\n- Fever\n- Adults\n\nEXCLUSION CRITERIA\n- Salt allergy'],
    ['numbers', 'Inclusion criteria\n1. Fever\n2. Adults\nExclusion criteria:\n1) Salt allergy'],
    ['letters', 'Inclusion:\na) Fever\nb) Adults\nExclusion:\na) Salt allergy'],
    ['lines', 'Key inclusion criteria:\nFever\nAdults\n\nKey exclusion criteria:\nSalt allergy'],
    ['paragraphs', 'Main Inclusion Criteria:\n\nFever\n\nAdults\n\nMain Exclusion Criteria:\n\nSalt allergy'],
    [
      'windows lines',
      'Inclusion Criteria:\r\n\r\n• Fever\r\n• Adults\r\n\r\nExclusion Criteria:\r\n\r\n• Salt allergy\r\n',
    ],
    [
      'bold headings',
      '**Inclusion Criteria:**\n\n* Fever\n* Adults\n\n**Exclusion Criteria:**\n\n* Salt allergy',
    ],
    [
      'headings in sentences',
      'Patients are included if they have all of these:\n* Fever\n* Adults\n\nThose with this are excluded:\n* Salt allergy',
    ],
    [
      'numbered headings',
      '1. Inclusion criteria:\n   * Fever\n   * Adults\n2. Exclusion criteria:\n   * Salt allergy',
    ],
    ['one line', 'Inclusion Criteria: Fever\nAdults Exclusion Criteria: Salt allergy'],
    ['the other order', 'Exclusion Criteria:\n\n* Salt allergy\n\nInclusion Criteria:\n\n* Fever\n* Adults'],
    [
      'headings between',
      'Inclusion Criteria:\n\nDISEASE\n\n* Fever\n\nPatients:\n\n* Adults\n\nNon-inclusion Criteria:\n\n* Salt allergy',
    ],
  ])('are found behind %s', (_, text) => {
    expect(said(text)).toEqual({ inclusion: ['Fever', 'Adults'], exclusion: ['Salt allergy'] });
  });

  test('keep what is nested in them', () => {
    const text =
      'Inclusion Criteria:\n\n1. One of:\n\n   * fever\n   * chills\n\n     1. by day\n     2. by night\n2. Adults\n   over 18\n\nExclusion Criteria:\n\n* Allergy\n\n  NOTE: to salt only\n';
    expect(said(text)).toEqual({
      inclusion: [
        'One of:\n\n   * fever\n   * chills\n\n     1. by day\n     2. by night',
        'Adults\n   over 18',
      ],
      exclusion: ['Allergy\n\n  NOTE: to salt only'],
    });
  });

  test('to be let in, alternatives are one', () => {
    const text =
      'Inclusion Criteria:\n\nAt least one of the following:\n\n* Fever\n* Chills\n\nExclusion Criteria:\n\nAny of the following:\n\n* Allergy\n* Gout';
    expect(said(text)).toEqual({
      inclusion: ['At least one of the following:\n\n* Fever\n* Chills'],
      exclusion: ['Allergy', 'Gout'],
    });
    expect(said('Inclusion Criteria:\n* Fever, or\n* Chills\n* Adults').inclusion).toEqual([
      'Fever, or\n* Chills',
      'Adults',
    ]);
  });

  test.each([
    ['nothing', ''],
    ['no heading', '* Fever\n* Adults'],
    ['one heading for both', 'Inclusion and Exclusion Criteria:\n\n* Fever\n* No salt allergy'],
    ['nothing behind headings', 'Inclusion Criteria:\n\nNone\n\nExclusion Criteria:\n\n* N/A'],
  ])('are none where there is %s', (_, text) => {
    expect(said(text)).toEqual({ inclusion: [], exclusion: [] });
  });

  test.each([
    'Inclusion in another trial within 30 days',
    'Exclusion of pregnancy by a test',
    'Meets the inclusion criteria of the main study and agrees to be followed',
  ])('may speak of inclusion and exclusion: %s', (words) => {
    expect(said(`Inclusion Criteria:\n\n* ${words}\n* Adults`).inclusion).toEqual([words, 'Adults']);
  });

  test('stand in the text, in order and apart, whatever it is', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Inclusion Criteria:',
        'Exclusion Criteria:',
        '',
        '* a',
        '  * b',
        '1. c',
        'd:',
        'One of the following:',
        'or',
        '- e or',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { inclusion, exclusion } = criteriaOf(text);
        for (const all of [inclusion, exclusion])
          for (const [index, { from, to }] of all.entries()) {
            expect(from).toBeGreaterThanOrEqual(all[index - 1]?.to ?? 0);
            expect(to).toBeLessThanOrEqual(text.length);
            expect(text.slice(from, to)).toMatch(/^\S[\s\S]*$/);
            expect(text.slice(from, to).trim()).toBe(text.slice(from, to));
          }
      }),
    );
  });

  test('are found in long texts without delay', () => {
    const text = `Inclusion Criteria:\n${'* the key main '.repeat(20_000)}\n${'a) '.repeat(20_000)}${' '.repeat(20_000)}x`;
    const start = performance.now();
    criteriaOf(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
