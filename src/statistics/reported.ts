import type { Bounds } from './bounds.ts';

/** A number as it was reported: `0.40` is not `0.4`. */
export interface Reported {
  readonly written: string;
  readonly value: number;
  /** What it may have been before it was rounded: half a unit of its last digit to either side. */
  readonly bounds: Bounds;
}

const WRITTEN = /^-?(?:0|[1-9]\d*)(?:\.(?<fraction>\d+))?(?:[eE](?<exponent>[+-]?\d+))?$/;

/** Reads a number's written form; `undefined` for what is no finite decimal. */
export const reported = (written: string | undefined): Reported | undefined => {
  const parts = WRITTEN.exec(written ?? '')?.groups;
  const value = Number(written);
  if (written === undefined || parts === undefined || !Number.isFinite(value)) return;
  const decimals = (parts.fraction?.length ?? 0) - Number(parts.exponent ?? 0);
  const half = 0.5 * 10 ** -decimals;
  return { written, value, bounds: { low: value - half, high: value + half } };
};

/** Counts beyond this are no people of a trial, and would cost time. */
const LARGEST_COUNT = 1e8;

/** A number of people: whole and not negative. */
export const wholeCount = (written: string | undefined): number | undefined => {
  const value = reported(written)?.value;
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT
    ? value
    : undefined;
};

/** What a P value may be: rounded where it is given, anything beyond where it is given as a limit. */
export const probabilityBounds = ({ value, bounds }: Reported, comparator: string | undefined): Bounds => {
  if (comparator?.startsWith('<')) return { low: 0, high: value };
  if (comparator?.startsWith('>')) return { low: value, high: 1 };
  return { low: Math.max(0, bounds.low), high: Math.min(1, bounds.high) };
};
