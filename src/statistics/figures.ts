import type { Bounds } from './bounds.ts';

const SMALLEST_SHOWN = 0.0001;

/** A number with three significant digits, as a decimal: `0.818`. */
export const figure = (value: number): string => String(Number(value.toPrecision(3)));

/** A P value: `= 0.178` or `< 0.0001`. */
export const probability = (p: number): string =>
  p < SMALLEST_SHOWN ? `< ${SMALLEST_SHOWN}` : `= ${figure(p)}`;

/** From one number to another: `0.22 to 1.09`. */
export const stretch = ({ low, high }: Bounds): string => `${figure(low)} to ${figure(high)}`;

/** `a, b and c`. */
export const enumeration = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
