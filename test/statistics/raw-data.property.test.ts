import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/statistics/check.ts';
import {
  fromCounts,
  fromMeans,
  hazardRatio,
  percentages,
  pOfCounts,
  type Report,
  resourceOf,
  wholeNumbers,
} from './raw-data.ts';

const inconsistent = (report: Report) =>
  check(resourceOf(report), report.others).filter(({ verdict }) => verdict === 'inconsistent');

const KINDS: Readonly<Record<string, fc.Arbitrary<Report>>> = {
  'an effect and its interval, from counts': fromCounts,
  'a P value, from counts': pOfCounts,
  'a hazard ratio': hazardRatio,
  'a mean difference, from values': fromMeans,
  'a mean of whole numbers': wholeNumbers,
  'a percentage': percentages,
};

describe('what is computed from raw data, and rounded', () => {
  test.each(Object.entries(KINDS))('is never inconsistent: %s', (_, reports) => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(inconsistent(report)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

/** A place of a number in a report. */
type Field = 'value' | 'low' | 'high' | 'p' | 'deviation';

const read = ({ said }: Report, field: Field): string | undefined => {
  if (field === 'low' || field === 'high') return said.interval?.[field === 'low' ? 0 : 1];
  return said[field];
};

const changed = (report: Report, field: Field, to: string): Report => {
  const [low = '', high = ''] = report.said.interval ?? [];
  const said = {
    ...report.said,
    ...(field === 'low' && { interval: [to, high] as const }),
    ...(field === 'high' && { interval: [low, to] as const }),
    ...(field !== 'low' && field !== 'high' && { [field]: to }),
  };
  return { ...report, said };
};

/** A number with one of its digits another: more than rounding can make. */
const withDigit = (written: string, place: number, by: number): string | undefined => {
  const places = [...written].flatMap((digit, at) => (/\d/.test(digit) ? [at] : []));
  const at = places[place % places.length]!;
  const digit = (Number(written[at]) + by) % 10;
  const isLast = at === places.at(-1);
  if (isLast && Math.abs(digit - Number(written[at])) < 2) return;
  const to = written.slice(0, at) + String(digit) + written.slice(at + 1);
  return /^-?0\d/.test(to) || to.includes('<') ? undefined : to;
};

/** Of how many reports with one digit changed it is found that something is inconsistent. */
const foundOf = (
  reports: fc.Arbitrary<Report>,
  fields: readonly Field[],
): { tried: number; found: number } => {
  const cases = fc.sample(
    fc.record({
      report: reports,
      field: fc.constantFrom(...fields),
      place: fc.nat(9),
      by: fc.integer({ min: 1, max: 9 }),
    }),
    { numRuns: 1500, seed: 7 },
  );
  const outcomes = cases.flatMap(({ report, field, place, by }) => {
    const written = read(report, field);
    const to = written && withDigit(written, place, by);
    return to === undefined || to === '' ? [] : [inconsistent(changed(report, field, to)).length > 0];
  });
  return { tried: outcomes.length, found: outcomes.filter(Boolean).length };
};

describe('one digit changed beyond rounding is found where the arithmetic can show it', () => {
  test.each<[string, fc.Arbitrary<Report>, Field[]]>([
    ['an effect, by the counts', fromCounts, ['value']],
    ['its interval, by the counts', fromCounts, ['low', 'high']],
    ['a percentage, by the count', percentages, ['value']],
    ['a mean difference, by the means', fromMeans, ['value']],
    ['its interval, by the means', fromMeans, ['low', 'high']],
    ['its P value, by the means', fromMeans, ['p']],
    ['a hazard ratio, by its interval and P value', hazardRatio, ['value']],
    ['the P value of a hazard ratio, by the interval', hazardRatio, ['p']],
  ])('%s', (name, reports, fields) => {
    const { tried, found } = foundOf(reports, fields);
    console.info(`${name}: ${found} of ${tried}, ${((100 * found) / tried).toFixed(1)} %`);
    expect(found / tried).toBeGreaterThanOrEqual(0.9);
  });

  test.each<[string, fc.Arbitrary<Report>, Field[]]>([
    ['the interval of a hazard ratio', hazardRatio, ['low', 'high']],
    ['a P value, by the counts and no test named', pOfCounts, ['p']],
    ['a mean of whole numbers', wholeNumbers, ['value']],
    ['a standard deviation of whole numbers', wholeNumbers, ['deviation']],
  ])('%s, as far as another number does not go with the rest as well', (name, reports, fields) => {
    const { tried, found } = foundOf(reports, fields);
    console.info(`${name}: ${found} of ${tried}, ${((100 * found) / tried).toFixed(1)} %`);
    expect(found / tried).toBeGreaterThanOrEqual(0.4);
  });
});
