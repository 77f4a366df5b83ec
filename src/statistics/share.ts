import { type Bounds, wholeNumbers } from './bounds.ts';
import type { Statistic } from './statistic.ts';
import { TERM } from './term.ts';

const PERCENT = /^(?:%|per ?cent)$/i;

/** Whether a unit is per cent. */
export const isPercent = (unit: string | undefined): boolean => PERCENT.test(unit ?? '');

/** What share of its group a statistic reports, as a fraction; `undefined` where it reports none. */
export const shareOf = ({ types, quantity }: Statistic): Bounds | undefined => {
  if (!types.includes(TERM.proportion) || quantity === undefined) return;
  const { unit, value, bounds } = quantity;
  if (isPercent(unit)) return { low: bounds.low / 100, high: bounds.high / 100 };
  return unit === undefined && value >= 0 && value <= 1 ? bounds : undefined;
};

/** The counts of a group of this size that are this share of it. */
export const eventsFitting = (share: Bounds, size: number): ReturnType<typeof wholeNumbers> =>
  wholeNumbers({ low: Math.max(0, share.low * size), high: Math.min(size, share.high * size) });

/** The sizes of a group of which so many are this share; any size where none are 0 %. */
export const sizesFitting = (share: Bounds, events: number): ReturnType<typeof wholeNumbers> | undefined =>
  share.low <= 0 || events === 0
    ? undefined
    : wholeNumbers({ low: Math.max(events, events / share.high), high: events / share.low });
