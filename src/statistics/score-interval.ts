import type { Bounds } from './bounds.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** How many standard errors counts are from an effect, which falls as the effect rises. */
export type Score = (table: TwoByTwo, effect: number) => number;

const STEPS = 80;

/** Where something that falls passes `z`, by halving. */
export const crossing = (falls: (at: number) => number, z: number, { low, high }: Bounds): number => {
  let [from, to] = [low, high];
  for (let step = 0; step < STEPS && from < to; step += 1) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (falls(middle) > z) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
};

/** By N/(N − 1), the variance of Miettinen and Nurminen, Statistics in Medicine 1985;4:213, is more than others'. */
export const miettinenNurminen =
  (score: Score): Score =>
  (table, effect) => {
    const all = table.exposure.size + table.reference.size;
    return score(table, effect) * Math.sqrt((all - 1) / all);
  };

/** Logarithms of the least and the greatest ratio looked for. */
const WIDEST: Bounds = { low: -60, high: 60 };

/** The interval of the ratios that are no more than `z` standard errors away; none without an event on either side. */
export const ratioInterval =
  (score: Score) =>
  (table: TwoByTwo, z: number): Bounds => {
    const { exposure, reference } = table;
    if (exposure.events + reference.events === 0) return { low: Number.NaN, high: Number.NaN };
    const bound = (reach: number): number =>
      Math.exp(crossing((log) => score(table, Math.exp(log)), reach, WIDEST));
    return {
      low: exposure.events === 0 ? 0 : bound(z),
      high: reference.events === 0 ? Number.POSITIVE_INFINITY : bound(-z),
    };
  };

/** The interval of the differences that are no more than `z` standard errors away from the one found. */
export const differenceInterval =
  (score: Score, estimate: (table: TwoByTwo) => number) =>
  (table: TwoByTwo, z: number): Bounds => {
    const found = estimate(table);
    const falls = (at: number): number => score(table, at);
    return {
      low: crossing(falls, z, { low: -1, high: found }),
      high: crossing(falls, -z, { low: found, high: 1 }),
    };
  };
