/** All values from `low` to `high`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A number that is not rounded: a count. */
export const exactly = (value: number): Bounds => ({ low: value, high: value });

/** Wide enough for the errors of floating point, far narrower than any rounding that is reported. */
const TOLERANCE = 1e-9;

const slack = (value: number): number => (Number.isFinite(value) ? Math.abs(value) * TOLERANCE : 0);

/** Whether some value lies in both; a value on the edge lies within. */
export const overlap = (one: Bounds, other: Bounds): boolean =>
  one.low <= other.high + slack(other.high) && other.low <= one.high + slack(one.high);

/** The bounds of a function of a number that rises, or falls, all the way. */
export const through = ({ low, high }: Bounds, monotonic: (value: number) => number): Bounds => {
  const ends = [monotonic(low), monotonic(high)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
};

/** The first and the last whole number within, and how many there are. */
export const wholeNumbers = ({ low, high }: Bounds): { first: number; last: number; count: number } => {
  const first = Math.ceil(low - slack(low));
  const last = Math.floor(high + slack(high));
  return { first, last, count: Math.max(0, last - first + 1) };
};
