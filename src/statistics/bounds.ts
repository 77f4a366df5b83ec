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

/** The bounds of the values times a positive number. */
export const scaled = ({ low, high }: Bounds, factor: number): Bounds => ({
  low: factor * low,
  high: factor * high,
});

/** All from the lowest to the highest of these. */
export const hull = (all: readonly Bounds[]): Bounds => ({
  low: Math.min(...all.map(({ low }) => low)),
  high: Math.max(...all.map(({ high }) => high)),
});

/** The distances of the values from zero. */
export const magnitude = ({ low, high }: Bounds): Bounds => ({
  low: low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high)),
  high: Math.max(Math.abs(low), Math.abs(high)),
});

/** What one positive number may be of another. */
export const quotient = (one: Bounds, other: Bounds): Bounds => ({
  low: one.low === 0 ? 0 : one.low / other.high,
  high: other.low === 0 ? Number.POSITIVE_INFINITY : one.high / other.low,
});
