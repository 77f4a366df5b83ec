import type { Bounds } from './bounds.ts';
import { risk, type TwoByTwo } from './two-by-two.ts';

/** How many standard errors the counts are from a risk ratio, with the risks that are likeliest if it is true. */
const score = ({ exposure, reference }: TwoByTwo, ratio: number): number => {
  const all = (exposure.size + reference.size) * ratio;
  const linear = exposure.size * ratio + exposure.events + reference.size + reference.events * ratio;
  const events = exposure.events + reference.events;
  const other = (linear - Math.sqrt(linear * linear - 4 * all * events)) / (2 * all);
  const exposed = ratio * other;
  const variance =
    (exposed * (1 - exposed)) / exposure.size + (ratio * ratio * other * (1 - other)) / reference.size;
  return (risk(exposure) - ratio * risk(reference)) / Math.sqrt(variance);
};

const WIDEST = 60;
const STEPS = 80;

/** Where the score, which falls as the ratio rises, passes `z`, by halving on the logarithmic scale. */
const crossing = (table: TwoByTwo, z: number): number => {
  let [low, high] = [-WIDEST, WIDEST];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (score(table, Math.exp(middle)) > z) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
};

/** The score interval of a risk ratio: Koopman, Biometrics 1984;40:513. None without an event on either side. */
export const koopman = (table: TwoByTwo, z: number): Bounds => {
  const { exposure, reference } = table;
  if (exposure.events + reference.events === 0) return { low: Number.NaN, high: Number.NaN };
  return {
    low: exposure.events === 0 ? 0 : crossing(table, z),
    high: reference.events === 0 ? Number.POSITIVE_INFINITY : crossing(table, -z),
  };
};
