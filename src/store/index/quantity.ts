import type { Money, Quantity, Range as QuantityRange, SampledData } from 'fhir/r5.js';
import { isA } from '../../fhir/search/path-types.ts';
import { canonicalQuantity, UCUM } from '../../fhir/ucum.ts';
import { elements, type Found } from './found.ts';
import { around, type Range } from './range.ts';

/** A number or a range of numbers in a unit, and the same in UCUM's base units where there is such. */
export interface Measure extends Range {
  readonly system: string;
  readonly code: string;
  readonly unit: string;
  readonly canonicalLow: number | null;
  readonly canonicalHigh: number | null;
  readonly canonicalUnit: string | null;
}

/** The ends of what is open: every engine can keep them. */
const MOST = Number.MAX_VALUE;

/** What is said of a bound is all that lies beyond it: `< 0.001`. */
const bounded = (value: number, comparator: Quantity['comparator']): Range => {
  if (comparator === '<' || comparator === '<=') return { low: -MOST, high: value };
  return comparator === '>' || comparator === '>=' ? { low: value, high: MOST } : { low: value, high: value };
};

const canonical = (bound: number, code: string): { value: number; unit: string } | undefined => {
  if (Math.abs(bound) < MOST) return canonicalQuantity(bound, code);
  const zero = canonicalQuantity(0, code);
  return zero && { ...zero, value: bound };
};

const measure = (range: Range, { system = '', code = '', unit = '' }: Partial<Quantity>): Measure => {
  const low = system === UCUM ? canonical(range.low, code) : undefined;
  const high = system === UCUM ? canonical(range.high, code) : undefined;
  return {
    ...range,
    system,
    code,
    unit,
    canonicalLow: low?.value ?? null,
    canonicalHigh: high?.value ?? null,
    canonicalUnit: low?.unit ?? null,
  };
};

const ofQuantity = (quantity: Partial<Quantity>): readonly Measure[] =>
  quantity.value === undefined
    ? []
    : [measure(bounded(Number(quantity.value), quantity.comparator), quantity)];

const ofRange = ({ low, high }: Partial<QuantityRange>): readonly Measure[] =>
  low?.value === undefined && high?.value === undefined
    ? []
    : [measure({ low: Number(low?.value ?? -MOST), high: Number(high?.value ?? MOST) }, { ...high, ...low })];

/** Money is in the currency that its code names: https://hl7.org/fhir/R5/datatypes.html#money */
const ofMoney = ({ value, currency }: Partial<Money>): readonly Measure[] =>
  ofQuantity({
    ...(value !== undefined && { value }),
    ...(currency !== undefined && { system: 'urn:iso:std:iso:4217', code: currency, unit: currency }),
  });

/** Sampled data are the range of what was measured. */
const ofSamples = ({ origin, factor = 1, data }: Partial<SampledData>): readonly Measure[] => {
  const numbers = (data ?? '').split(/\s+/).filter((sample) => /^[-+]?\d/.test(sample));
  const ranges = numbers.map((sample) => {
    const value = Number(origin?.value ?? 0) + Number(sample) * Number(factor);
    return { low: value, high: value };
  });
  const whole = around(ranges);
  return whole === undefined || origin === undefined ? [] : [measure(whole, origin)];
};

/** The quantities of a value: https://hl7.org/fhir/R5/search.html#quantity */
export const quantities = ({ type, value }: Found): readonly Measure[] => {
  if (isA(type, 'Quantity')) return ofQuantity(elements<Quantity>(value));
  switch (type) {
    case 'Range':
      return ofRange(elements<QuantityRange>(value));
    case 'Money':
      return ofMoney(elements<Money>(value));
    case 'SampledData':
      return ofSamples(elements<SampledData>(value));
    default:
      return [];
  }
};

/** The numbers of a value: https://hl7.org/fhir/R5/search.html#number */
export const numbers = (found: Found): readonly Range[] => {
  // Long integers are strings in JSON.
  const number = typeof found.value === 'object' ? Number.NaN : Number(found.value);
  if (Number.isFinite(number)) return [{ low: number, high: number }];
  return quantities(found).map(({ low, high }) => ({ low, high }));
};
