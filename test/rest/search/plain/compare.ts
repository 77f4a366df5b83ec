import type { Span } from './span.ts';

/** Whether a time compares so with one sought; what is sought ends before `high`. */
export const comparesTime = (prefix: string, found: Span, { low, high }: Span): boolean => {
  const within = low <= found.low && found.high <= high;
  switch (prefix) {
    case 'ne':
      return !within;
    case 'gt':
      return found.high > high;
    case 'lt':
      return found.low < low;
    case 'ge':
      return found.high > low;
    case 'le':
      return found.low < high;
    case 'sa':
      return found.low >= high;
    case 'eb':
      return found.high <= low;
    default:
      return within;
  }
};

/** A number as it was written: half of its last digit is open to both sides. */
export interface Written {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const rounded = (number: number): number => Number(number.toPrecision(12));

/** Reads a number. */
export const written = (text: string): Written => {
  const half = 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0);
  const value = Number(text);
  return { value, low: rounded(value - half), high: rounded(value + half) };
};

/** Whether a number, or what a range spans, compares so with one sought. */
export const comparesNumber = (prefix: string, found: Span, { value, low, high }: Written): boolean => {
  const within = found.low >= low && found.high < high;
  switch (prefix) {
    case 'ne':
      return !within;
    case 'gt':
      return found.high > value;
    case 'lt':
      return found.low < value;
    case 'ge':
      return found.high >= value;
    case 'le':
      return found.low <= value;
    case 'sa':
      return found.low > value;
    case 'eb':
      return found.high < value;
    default:
      return within;
  }
};

/** How many of its kind's base units a unit is. */
export const UNITS: Readonly<Record<string, readonly [kind: string, factor: number]>> = {
  g: ['mass', 1],
  kg: ['mass', 1000],
  '[lb_av]': ['mass', 453.59237],
  min: ['time', 60],
  h: ['time', 3600],
  d: ['time', 86_400],
  a: ['time', 31_557_600],
};

/** From one unit to another of its kind. */
export const converted = ({ low, high }: Span, from: string, to: string): Span => {
  const factor = (UNITS[from]?.[1] ?? 1) / (UNITS[to]?.[1] ?? 1);
  return { low: rounded(low * factor), high: rounded(high * factor) };
};

/** What is measured in a unit; of others than these, the unit itself. */
export const kindOf = (unit = ''): string => UNITS[unit]?.[0] ?? unit;
