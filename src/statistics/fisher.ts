import type { TwoByTwo } from './two-by-two.ts';

/** Tables that are as probable as the observed one but for floating point; R's fisher.test takes the same. */
const AS_PROBABLE = 1 + 1e-7;

/** How probable tables are, from one number of events towards another, as shares of the first. */
const sharesTowards = (from: number, to: number, ratio: (events: number) => number): readonly number[] => {
  const step = Math.sign(to - from);
  const found: number[] = [];
  let share = 1;
  for (let events = from; events !== to; events += step) {
    share *= ratio(events);
    if (share === 0) break;
    found.push(share);
  }
  return found;
};

const total = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);

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
  const below = sharesTowards(likeliest, lowest, (k) => 1 / up(k - 1)).toReversed();
  const shares = [...below, 1, ...sharesTowards(likeliest, highest, up)];
  const at = exposure.events - likeliest + below.length;
  const observed = shares[at] ?? 0;
  const sum = total(shares);
  const tails = [shares.slice(0, at + 1), shares.slice(Math.max(0, at))].map(total);
  return {
    twoSided: total(shares.filter((share) => share <= observed * AS_PROBABLE)) / sum,
    oneSided: observed === 0 ? 0 : Math.min(...tails) / sum,
  };
};
