import type { Bounds } from './bounds.ts';

const SMALLEST_SHOWN = 0.0001;

const FEWEST_DIGITS = 3;
const MOST_DIGITS = 17;

/** How many digits show a number beside one that is written like this: as many as that has, at least three. */
export const digitsBeside = (written: string): number => {
  const [digits = ''] = written.split(/e/i);
  const significant = digits.replace(/[^\d]/g, '').replace(/^0+/, '').length;
  return Math.min(MOST_DIGITS, Math.max(FEWEST_DIGITS, significant));
};

/** A number with so many significant digits, as a decimal: `0.818`. */
export const figure = (value: number, digits = FEWEST_DIGITS): string => {
  const rounded = Number(value.toPrecision(digits));
  // The greatest numbers are rounded to what is beyond them.
  return String(Number.isFinite(rounded) ? rounded : value);
};

/** A P value: `= 0.178` or `< 0.0001`. */
export const probability = (p: number, digits = FEWEST_DIGITS): string =>
  p < SMALLEST_SHOWN ? `< ${SMALLEST_SHOWN}` : `= ${figure(p, digits)}`;

/** From one number to another: `0.22 to 1.09`. */
export const stretch = ({ low, high }: Bounds): string => `${figure(low)} to ${figure(high)}`;

/** `a, b and c`. */
export const enumeration = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
