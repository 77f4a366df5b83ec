import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../../../src/fhir/search/folded.ts';
import { textQuery } from '../../../src/fhir/search/text-query.ts';
import { showText } from './show.ts';

describe('a text query', () => {
  test.each([
    ['bone', '"bone"'],
    ['Bone  MARROW', 'and("bone", "marrow")'],
    ['"Bone marrow"', '"bone marrow"'],
    ['bone AND marrow OR liver', 'or(and("bone", "marrow"), "liver")'],
    ['liver OR bone marrow', 'or("liver", and("bone", "marrow"))'],
    ['(liver OR bone) marrow', 'and(or("liver", "bone"), "marrow")'],
    ['liver or bone and marrow', 'or("liver", and("bone", "marrow"))'],
    ['NOT liver', 'not("liver")'],
    ['bone NOT liver', 'and("bone", not("liver"))'],
    ['NOT (bone OR liver) marrow', 'and(not(or("bone", "liver")), "marrow")'],
    ['NOT NOT bone', 'not(not("bone"))'],
    ['not bone', 'and("not", "bone")'],
    ['metast*', '"metast*"'],
    ['small-cel*', '"small cel*"'],
    ['"metast*"', '"metast"'],
    ['Crème brûlée', 'and("creme", "brulee")'],
    ['- bone', '"bone"'],
    ['"AND"', '"and"'],
    ['((bone))', '"bone"'],
    ['p(x)', 'and("p", "x")'],
  ])('%s', (text, shown) => {
    const query = textQuery(text);
    expect('wrong' in query ? query.wrong : showText(query)).toBe(shown);
  });

  test.each([
    '',
    ' ',
    '()',
    '-',
    '***',
    'AND',
    'bone AND',
    'OR bone',
    'NOT',
    '(bone',
    'bone)',
    'bone)(',
    '"bone',
    'bone "',
    '(bone OR) x',
    'bone ()',
  ])('“%s” is none', (text) => {
    expect(textQuery(text)).toMatchObject({ code: 'value' });
  });

  test('any words are looked for all together, folded', () => {
    const word = fc
      .string({ minLength: 1 })
      .filter((text) => !/["()*]|^\s*(and|or|not)\s*$/i.test(text) && /^\p{L}+$/u.test(folded(text)));
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 10 }), (words) => {
        const query = textQuery(words.join(' '));
        expect(query).toMatchObject({ kind: 'and' });
        if ('kind' in query && query.kind === 'and')
          expect(query.of).toEqual(
            words.map((one) => ({ kind: 'words', words: [folded(one)], prefix: false })),
          );
      }),
    );
  });
});
