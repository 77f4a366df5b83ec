import type { Period, Quantity, Range, SampledData, Timing } from 'fhir/r5.js';
import type { Value } from './values.ts';

/** From `low` to `high`. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

const DAY = 86_400_000;

/** All milliseconds that a date stands for, the last one excluded. */
export const dateSpan = (text: string): Span => {
  const [year = 0, month = 1] = text.split('-').map(Number);
  if (text.length === 4) return { low: Date.UTC(year, 0), high: Date.UTC(year + 1, 0) };
  if (text.length === 7) return { low: Date.UTC(year, month - 1), high: Date.UTC(year, month) };
  const low = Date.parse(text);
  if (text.length === 10) return { low, high: low + DAY };
  const length = text.includes('.') ? 1 : /T\d\d:\d\d:\d\d/.test(text) ? 1000 : 60_000;
  return { low, high: low + length };
};

const around = (spans: readonly Span[]): readonly Span[] =>
  spans.length === 0
    ? []
    : [{ low: Math.min(...spans.map(({ low }) => low)), high: Math.max(...spans.map(({ high }) => high)) }];

/** The times of a value; a period without an end has none. */
export const times = ({ type, value }: Value): readonly Span[] => {
  if (typeof value === 'string') return [dateSpan(value)];
  if (type === 'Timing') return around(((value as Timing).event ?? []).map(dateSpan));
  const { start, end } = value as Period;
  return [
    {
      low: start === undefined ? Number.NEGATIVE_INFINITY : dateSpan(start).low,
      high: end === undefined ? Number.POSITIVE_INFINITY : dateSpan(end).high,
    },
  ];
};

/** A quantity or what a range of them spans, in a unit. */
export interface Measured extends Span {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly unit?: string | undefined;
}

const bounded = ({ value = 0, comparator }: Quantity): Span => {
  if (comparator?.startsWith('<')) return { low: Number.NEGATIVE_INFINITY, high: value };
  return { low: value, high: comparator?.startsWith('>') ? Number.POSITIVE_INFINITY : value };
};

/** The quantities of a value. */
export const measures = ({ type, value }: Value): readonly Measured[] => {
  if (type === 'Range') {
    const { low, high } = value as Range;
    return [
      {
        ...(low ?? high),
        low: low?.value ?? Number.NEGATIVE_INFINITY,
        high: high?.value ?? Number.POSITIVE_INFINITY,
      },
    ];
  }
  if (type === 'SampledData') {
    const { origin, factor = 1, data = '' } = value as SampledData;
    const numbers = data
      .split(' ')
      .map(Number)
      .filter((one) => !Number.isNaN(one))
      .map((one) => (origin.value ?? 0) + factor * one);
    return [{ ...origin, low: Math.min(...numbers), high: Math.max(...numbers) }];
  }
  const quantity = value as Quantity;
  return quantity.value === undefined ? [] : [{ ...quantity, ...bounded(quantity) }];
};
