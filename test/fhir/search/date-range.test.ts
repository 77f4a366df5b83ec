import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundDate, dateRange } from '../../../src/fhir/search/date-range.ts';

const between = (low: string, high: string) => ({ low: Date.parse(low), high: Date.parse(high) });

describe('the time that a date stands for', () => {
  test.each([
    ['2024', '2024-01-01T00:00Z', '2025-01-01T00:00Z'],
    ['2024-02', '2024-02-01T00:00Z', '2024-03-01T00:00Z'],
    ['2024-12', '2024-12-01T00:00Z', '2025-01-01T00:00Z'],
    ['2024-02-29', '2024-02-29T00:00Z', '2024-03-01T00:00Z'],
    ['2024-02-29T23:59', '2024-02-29T23:59Z', '2024-03-01T00:00Z'],
    ['2024-02-29T23:59:59', '2024-02-29T23:59:59Z', '2024-03-01T00:00Z'],
    ['2024-02-29T23:59:59.9Z', '2024-02-29T23:59:59.900Z', '2024-03-01T00:00Z'],
    ['2024-02-29T23:59:59.99+00:00', '2024-02-29T23:59:59.990Z', '2024-03-01T00:00Z'],
    ['2024-02-29T23:59:59.999-00:00', '2024-02-29T23:59:59.999Z', '2024-03-01T00:00Z'],
    ['2024-02-29T23:59:59.999999999Z', '2024-02-29T23:59:59.999Z', '2024-03-01T00:00Z'],
    ['2024-03-01T00:30+01:00', '2024-02-29T23:30Z', '2024-02-29T23:31Z'],
    ['2024-03-01T00:30 01:00', '2024-02-29T23:30Z', '2024-02-29T23:31Z'],
    ['2024-03-01T00:30:00-11:30', '2024-03-01T12:00Z', '2024-03-01T12:00:01Z'],
    ['0001-01-01', '0001-01-01T00:00Z', '0001-01-02T00:00Z'],
    ['9999', '9999-01-01T00:00Z', '+010000-01-01T00:00Z'],
  ])('%s', (text, low, high) => {
    expect(dateRange(text)).toEqual(between(low, high));
  });

  test.each([
    '',
    '24',
    '0000',
    '2024-00',
    '2024-13',
    '2024-02-30',
    '2023-02-29',
    '2024-1-1',
    '2024-01-01T',
    '2024-01-01T10',
    '2024-01-01T10Z',
    '2024-01-01Z',
    '2024-01-01T24:00',
    '2024-01-01T10:60',
    '2024-01-01T10:00:61',
    '2024-01-01T10:00:00.',
    '2024-01-01T10:00:00+1:00',
    '2024-01-01T10:00:00+14:01',
    '2024-01-01T10:00:00+01:60',
    '2024-01-01 10:00',
    '20240101',
    'today',
    '2024-01-01T10:00:00Z ',
  ])('“%s” is no date', (text) => {
    expect(dateRange(text)).toBeUndefined();
  });

  const dates = fc.date({
    min: new Date('0001-01-02T00:00:00Z'),
    max: new Date('9998-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  test('contains the instant, however much of it is written, and less the more is', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString();
        const cuts = [
          text.slice(0, 4),
          text.slice(0, 7),
          text.slice(0, 10),
          `${text.slice(0, 16)}Z`,
          `${text.slice(0, 19)}Z`,
          text,
        ];
        const ranges = cuts.map((cut) => dateRange(cut) ?? { low: Number.NaN, high: Number.NaN });
        for (const [at, { low, high }] of ranges.entries()) {
          expect(low).toBeLessThanOrEqual(date.getTime());
          expect(high).toBeGreaterThan(date.getTime());
          expect(low).toBeGreaterThanOrEqual(ranges[at - 1]?.low ?? low);
          expect(high).toBeLessThanOrEqual(ranges[at - 1]?.high ?? high);
        }
        expect(ranges.at(-1)).toEqual({ low: date.getTime(), high: date.getTime() + 1 });
      }),
    );
  });

  test('does not depend on the zone it is written in', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, minutes) => {
        const there = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
        const two = (n: number) => String(n).padStart(2, '0');
        const ahead = Math.abs(minutes);
        const zone = `${minutes < 0 ? '-' : '+'}${two(Math.trunc(ahead / 60))}:${two(ahead % 60)}`;
        expect(dateRange(`${there}${zone}`)).toEqual(dateRange(`${date.toISOString().slice(0, 19)}Z`));
      }),
    );
  });
});

test('around a date is a tenth of its distance from now', () => {
  const now = Date.parse('2030-01-11T00:00Z');
  expect(aroundDate(between('2030-01-01T00:00Z', '2030-01-02T00:00Z'), now)).toEqual(
    between('2029-12-31T00:00Z', '2030-01-03T00:00Z'),
  );
  expect(aroundDate(between('2030-01-21T00:00Z', '2030-01-22T00:00Z'), now)).toEqual(
    between('2030-01-20T00:00Z', '2030-01-23T00:00Z'),
  );
});
