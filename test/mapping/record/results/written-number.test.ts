import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  writtenCount,
  writtenFraction,
  writtenNumber,
} from '../../../../src/mapping/record/results/written-number.ts';

describe('a number as a record writes it', () => {
  test.each([
    ['12.50', '12.50', undefined],
    ['-0.4', '-0.4', undefined],
    ['\u22120.4', '-0.4', undefined],
    ['+3', '3', undefined],
    ['.05', '0.05', undefined],
    ['5.', '5', undefined],
    ['007', '7', undefined],
    ['1.2E6', '1.2E6', undefined],
    ['<0.001', '0.001', '<'],
    ['≤ 0.05', '0.05', '<='],
    ['>=10', '10', '>='],
    ['= 0.3', '0.3', undefined],
    ['p<0.05', '0.05', '<'],
    ['P = .03', '0.03', undefined],
  ])('%s', (words, value, comparator) => {
    expect(writtenNumber(words)).toEqual({ value, comparator });
  });

  test.each(['NA', '', '.', '-', '1,234', '1-2', '5%', '3 (4)', '1.2.3', 'p0.05', '1e999', '< ', '²'])(
    '%s is none',
    (words) => {
      expect(writtenNumber(words)).toBeUndefined();
    },
  );

  test('keeps every decimal as it is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,5})(\.\d{1,4})?$/), (written) => {
        expect(writtenNumber(written)).toEqual({ value: written, comparator: undefined });
      }),
    );
  });
});

describe('a number of people', () => {
  test.each([
    ['0', 0],
    ['314', 314],
  ])('%s', (words, count) => {
    expect(writtenCount(words)).toBe(count);
  });

  test.each(['1.5', '-1', '007', 'NA', '', '99999999999'])('%s is none', (words) => {
    expect(writtenCount(words)).toBeUndefined();
  });
});

describe('a level in per cent', () => {
  test.each([
    ['95', '0.95'],
    ['97.5', '0.975'],
    ['99.90 %', '0.9990'],
    ['5', '0.05'],
    ['05', '0.05'],
  ])('%s', (words, level) => {
    expect(writtenFraction(words)).toBe(level);
  });

  test.each(['NA', '100', '-5', '0.95.1', ''])('%s is none', (words) => {
    expect(writtenFraction(words)).toBeUndefined();
  });
});
