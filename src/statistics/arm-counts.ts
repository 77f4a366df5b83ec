import { armEvidence, groupSize } from './arm-evidence.ts';
import type { ReportedEvidence, Variable } from './evidence.ts';
import { eventsFitting, shareOf, sizesFitting } from './share.ts';
import type { Statistic } from './statistic.ts';
import type { Surroundings } from './surroundings.ts';
import { TERM } from './term.ts';

/** What may be known of an arm's people with and without an event. */
export interface ArmCount {
  readonly events: number;
  readonly size: number | undefined;
  /** How it follows from what is reported, where it is not reported itself. */
  readonly derived: string | undefined;
}

/** More numbers than this fit a rounded percentage too loosely to say anything. */
const MOST_FITTING = 10;

const eventsOf = ({ affected, types, quantity }: Statistic): number | undefined => {
  if (affected !== undefined) return affected;
  const counted = types.includes(TERM.count) && quantity?.comparator === undefined;
  return counted && Number.isInteger(quantity?.value) ? quantity?.value : undefined;
};

const each = (numbers: { first: number; count: number } | undefined): readonly number[] =>
  numbers === undefined || numbers.count > MOST_FITTING
    ? []
    : Array.from({ length: numbers.count }, (_, index) => numbers.first + index);

const unique = <T>(found: readonly (T | undefined)[]): readonly T[] => [
  ...new Set(found.filter((one) => one !== undefined)),
];

const countsIn = ({ statistics, exposure }: ReportedEvidence, at: Surroundings): readonly ArmCount[] => {
  const whole = statistics.filter(({ partial }) => !partial);
  const [size = groupSize(exposure, at)] = unique(whole.map((statistic) => statistic.size));
  const written = whole.find((statistic) => shareOf(statistic) !== undefined);
  const share = written && shareOf(written);
  const percentage = `${written?.quantity?.written}${written?.quantity?.unit ?? ''}`;
  const reportedEvents = unique(whole.map(eventsOf));
  if (reportedEvents.length === 0 && share !== undefined && size !== undefined)
    return each(eventsFitting(share, size)).map((events) => ({
      events,
      size,
      derived: `${events} is taken from ${percentage} of ${size}`,
    }));
  return reportedEvents.flatMap((events): readonly ArmCount[] => {
    if (size !== undefined) return [{ events, size, derived: undefined }];
    const fitting = share === undefined ? [] : each(sizesFitting(share, events));
    return fitting.length === 0
      ? [{ events, size: undefined, derived: undefined }]
      : fitting.map((one) => ({
          events,
          size: one,
          derived: `a size of ${one} is taken from ${events} being ${percentage}`,
        }));
  });
};

/** All that is reported of how many of a group had the event that an Evidence measures. */
export const armCounts = (
  evidence: ReportedEvidence,
  group: Variable,
  at: Surroundings,
): readonly ArmCount[] => armEvidence(evidence, group, at).flatMap((one) => countsIn(one, at));
