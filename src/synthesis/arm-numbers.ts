import { reported, wholeCount } from '../statistics/reported.ts';
import { eventsFitting } from '../statistics/share.ts';
import type { Counts } from '../statistics/two-by-two.ts';
import type { Arm } from './comparison.ts';
import type { GroupMean } from './effect-size.ts';

/** What there is in a group to compute with; or why there is nothing. */
export type Numbers<T> = { readonly value: T } | { readonly missing: string };

/** The only number of people that a percentage of a group can be. */
const eventsOf = ({ percentage, n }: Arm): string | undefined => {
  const [share, size] = [reported(percentage)?.bounds, wholeCount(n)];
  if (share === undefined || size === undefined) return;
  const { first, count } = eventsFitting({ low: share.low / 100, high: share.high / 100 }, size);
  return count === 1 ? String(first) : undefined;
};

/** How many of a group had the event; of one that is split into parts, a part. */
export const countsOf = (arm: Arm, parts: number): Numbers<Counts> => {
  const { group, n } = arm;
  const events = arm.events ?? eventsOf(arm);
  const [affected, size] = [wholeCount(events), wholeCount(n)];
  if (events === undefined)
    return { missing: `${arm.percentage} % of ${n} is not one number of people (${group})` };
  if (affected === undefined || size === undefined || size === 0)
    return { missing: `“${events} of ${n}” are no numbers of people (${group})` };
  return affected > size
    ? { missing: `more people had the event than there were: ${events} of ${n} (${group})` }
    : { value: { events: affected / parts, size: size / parts } };
};

/**
 * The mean of a group with its standard deviation, from its standard error where that alone is reported; a part of a
 * group has the mean and the spread of the whole.
 */
export const meanOf = ({ group, mean, sd, standardError, n }: Arm, parts: number): Numbers<GroupMean> => {
  const size = wholeCount(n);
  if (size === undefined || size / parts < 2)
    return {
      missing: `two people at least are needed for a mean, not ${n ?? 'an unknown number'} (${group})`,
    };
  const spread = sd === undefined ? Number(standardError) * Math.sqrt(size) : Number(sd);
  return spread > 0 && Number.isFinite(Number(mean))
    ? { value: { mean: Number(mean), sd: spread, size: size / parts } }
    : { missing: `the mean has no standard deviation (${group})` };
};
