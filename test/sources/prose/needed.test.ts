import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayMatch } from '../../../src/sources/prose/needed.ts';

test.each([
  [/was (?:well|safely) tolerated\b/i, 'The drug was well absorbed.'],
  [/\b(?:higher|lower) than/i, 'It was the same as before.'],
  [/[([]n\s?=\s?\d+/, '(of all)'],
  [/[([]xy|[)]yz/, '(a)'],
  [/(?<=\bin )(?<group>controls?)/, 'in patients'],
  [/\d{1,3}%/, '12 of 30'],
  [/(?:a|the)?\s(?:mean|median)s?/iv, 'a total of five'],
])('%s cannot match in "%s"', (pattern, text) => {
  expect(mayMatch(pattern, text)).toBe(false);
  expect(pattern.test(text)).toBe(false);
});

/** A pattern and its words, of what patterns of prose are made of. */
const { pattern } = fc.letrec<{ pattern: string; sequence: string; part: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom('a', 'B', 'ab', 'c', '\\s', '\\d', '[ab]', '[^a\\]]', '[[ab]--[a]]', '.'),
    },
    { weight: 2, arbitrary: fc.constantFrom('\\b', '^', '$', '\\u0061', '\\u{62}', '\\p{L}', '\\(', '(?:)') },
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(?=${inner})`),
    tie('pattern').map((inner) => `(?!${inner})`),
    tie('pattern').map((inner) => `(?<=${inner})`),
  ),
  part: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+?', '{2}', '{0,2}', '{1,}'))
    .map(([atom, times]) => (/^(?:\\b|[$^]|\(\?<?[=!])/.test(atom) ? atom : `(?:${atom})${times}`)),
  sequence: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((all) => all.join('|')),
}));

test('nothing that matches is passed over', () => {
  const text = fc
    .array(fc.constantFrom(...'aAbBc 1(.'), { maxLength: 12 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(pattern, text, (source, words) => {
      const one = new RegExp(source, 'iv');
      return mayMatch(one, words) || !one.test(words);
    }),
    { numRuns: 3000 },
  );
});
