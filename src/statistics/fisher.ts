import type { TwoByTwo } from './two-by-two.ts';

/** Tables that are as probable as the observed one but for floating point; R's fisher.test takes the same. */
const AS_PROBABLE = 1 + 1e-7;

/** The weights of the tables to one side of the likeliest, as shares of its own. */
const weights = (from: number, to: number, ratio: (events: number) => number): Map<number, number> => {
  const found = new Map<number, number>();
  const step = Math.sign(to - from);
  let weight = 1;
  for (let events = from; events !== to; events += step) {
    weight *= ratio(events);
    if (weight === 0) break;
    found.set(events + step, weight);
  }
  return found;
};

/**
 * P values of Fisher's exact test (Fisher, Statistical Methods for Research Workers, 1934, section 21.02): two-sided,
 * the sum of all tables with these margins that are no more probable, and the smaller of the one-sided ones.
 */
export const fisherTest = ({
  exposure,
  reference,
}: TwoByTwo): { readonly twoSided: number; readonly oneSided: number } => {
  const all = exposure.size + reference.size;
  const events = exposure.events + reference.events;
  const lowest = Math.max(0, events - reference.size);
  const highest = Math.min(events, exposure.size);
  const likeliest = Math.min(
    highest,
    Math.max(lowest, Math.floor(((exposure.size + 1) * (events + 1)) / (all + 2))),
  );
  const up = (k: number): number =>
    ((exposure.size - k) * (events - k)) / ((k + 1) * (reference.size - events + k + 1));
  const shares = new Map([
    [likeliest, 1],
    ...weights(likeliest, highest, up),
    ...weights(likeliest, lowest, (k) => 1 / up(k - 1)),
  ]);
  const observed = shares.get(exposure.events) ?? 0;
  let total = 0;
  let noMoreProbable = 0;
  let below = 0;
  let above = 0;
  for (const [k, share] of shares) {
    total += share;
    if (share <= observed * AS_PROBABLE) noMoreProbable += share;
    if (k <= exposure.events) below += share;
    if (k >= exposure.events) above += share;
  }
  return { twoSided: noMoreProbable / total, oneSided: Math.min(below, above) / total };
};
