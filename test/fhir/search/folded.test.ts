import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../../../src/fhir/search/folded.ts';

describe('a folded text', () => {
  test.each([
    ['Ünïcode', 'unicode'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['O’Brien', 'o brien'],
    ["O'Brien", 'o brien'],
    ['  a\t-\nb ', 'a b'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['İstanbul', 'istanbul'],
    ['ﬁrst', 'first'],
    ['Łódź', 'łodz'],
    ['王小明', '王小明'],
    ['1.50 mg', '1 50 mg'],
    ['***', ''],
  ])('%j is %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test('is folded already, and the same in upper and lower case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
    const different: string[] = [];
    for (let code = 0; code <= 0x2ffff; code += 1) {
      const letter = String.fromCodePoint(code);
      if (/\p{L}/u.test(letter) && folded(letter.toUpperCase()) !== folded(letter.toLowerCase()))
        different.push(letter);
    }
    expect(different).toEqual([]);
  });
});
