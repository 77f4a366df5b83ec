import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemsOf } from '../../../../src/sources/prose/statistic/grammar.ts';
import { statisticsTold } from './told.ts';

const PIECES = [
  ...[
    '12',
    '0.75',
    '-3.2',
    '95%',
    '95% CI',
    'CI',
    '(',
    ')',
    '[',
    ']',
    ',',
    ';',
    ':',
    '/',
    '=',
    '<',
    '-',
    '–',
  ],
  ...['±', '×', 'to', 'and', 'of 35', 'of', 'from 3', 'from', 'P = ', 'P<0.05', 'P: x', 'n = 3', 'n = x'],
  ...[
    'SD',
    'SE',
    'IQR',
    'range',
    'mean',
    'median',
    'mean ± SD',
    'hazard ratio',
    'HR',
    'patients',
    'kg',
    'days',
  ],
  ...['week 12', 'NS', 'r = 0.4', 't(3) = 2', 'five of 12', '%', 'word', 'less than 0.05', '≥ 3', '.', '+/-'],
];

it('takes any text, and loses none of it', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }),
      fc.constantFrom('', ' '),
      (pieces, between) => {
        const text = pieces.join(between);
        const items = itemsOf(text);
        expect(items.length > 0).toBe(text.trim() !== '');
        const last = items.at(-1)?.last;
        expect(last ? last.startOffset + last.image.length : 0).toBe(text.trimEnd().length);
      },
    ),
    { numRuns: 500 },
  ));

it('tells *or* from OR, however often it is asked', () => {
  const text = 'games or (2) their replacement, 10–12 years';
  for (let i = 0; i < 2000; i++)
    expect(itemsOf(`${text} ${i}`).every(({ kind }) => kind !== 'estimate-name')).toBe(true);
  expect(statisticsTold('OR 2.1 (1.3–3.4)')).toEqual(['odds-ratio 2.1 CI [1.3, 3.4]']);
});
