import type { Bounds } from './bounds.ts';
import { twoSidedP } from './normal.ts';
import { crossing } from './score-interval.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** Tables with the margins of another, by their number of exposed events, with the logarithms of their weights. */
interface Margins {
  readonly lowest: number;
  readonly highest: number;
  readonly logWeights: readonly number[];
}

const marginsOf = ({ exposure, reference }: TwoByTwo): Margins => {
  const events = exposure.events + reference.events;
  const lowest = Math.max(0, events - reference.size);
  const highest = Math.min(events, exposure.size);
  const logWeights = [0];
  for (let k = lowest; k < highest; k += 1) {
    const ratio = ((exposure.size - k) * (events - k)) / ((k + 1) * (reference.size - events + k + 1));
    logWeights.push(logWeights.at(-1)! + Math.log(ratio));
  }
  return { lowest, highest, logWeights };
};

/** The mean of something over the tables, if this is the logarithm of the odds ratio. */
const expected = (
  { lowest, logWeights }: Margins,
  logOdds: number,
  of: (events: number) => number,
): number => {
  const logs = logWeights.map((log, at) => log + at * logOdds);
  const greatest = logs.reduce((one, other) => Math.max(one, other));
  let [all, sum] = [0, 0];
  for (const [at, log] of logs.entries()) {
    const weight = Math.exp(log - greatest);
    all += weight;
    sum += weight * of(lowest + at);
  }
  return sum / all;
};

/** Logarithms of the least and the greatest ratio looked for. */
const WIDEST: Bounds = { low: -40, high: 40 };

/** Where `of` falls to a value as the odds ratio rises. */
const oddsWhere = (margins: Margins, of: (events: number) => number, value: number): number =>
  Math.exp(crossing((log) => expected(margins, log, of), value, WIDEST));

/** The odds ratio that is likeliest with the margins given, as R's fisher.test has it: Fisher, JRSS 1935;98:39. */
export const conditionalOddsRatio = (table: TwoByTwo): number => {
  const margins = marginsOf(table);
  const { events } = table.exposure;
  if (margins.lowest === margins.highest) return Number.NaN;
  if (events === margins.lowest) return 0;
  if (events === margins.highest) return Number.POSITIVE_INFINITY;
  return oddsWhere(margins, (k) => -k, -events);
};

/** The exact interval of an odds ratio with the margins given: Cornfield, 1956; R's fisher.test. */
export const exactInterval = (table: TwoByTwo, z: number): Bounds => {
  const margins = marginsOf(table);
  const { events } = table.exposure;
  const tail = twoSidedP(z) / 2;
  return {
    low: events === margins.lowest ? 0 : oddsWhere(margins, (k) => (k >= events ? -1 : 0), -tail),
    high:
      events === margins.highest
        ? Number.POSITIVE_INFINITY
        : oddsWhere(margins, (k) => (k <= events ? 1 : 0), tail),
  };
};
