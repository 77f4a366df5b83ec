import { type Bounds, wholeNumbers } from './bounds.ts';
import { sumsOf } from './grim.ts';
import { attributeOf, type Measured } from './statistic.ts';
import type { StatisticCheck } from './subject.ts';
import { TERM } from './term.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';
import { type WholeMean, wholeMean } from './whole-mean.ts';

/** More sums than this fit so loosely that each deviation does. */
const MOST_SUMS = 20;

/** What the sum of the squares may have been, by the sum and the divisor of the variance. */
const squares = (deviation: Bounds, sum: number, size: number, divisor: number): Bounds => {
  const ofMean = (sum * sum) / size;
  return {
    low: ofMean + divisor * Math.max(0, deviation.low) ** 2,
    high: ofMean + divisor * deviation.high ** 2,
  };
};

/** Whether there is a whole number within that is even or odd as `sum` is, as a sum of squares is. */
const hasSameParity = (bounds: Bounds, sum: number): boolean => {
  const { first, last } = wholeNumbers(bounds);
  return (first - sum) % 2 === 0 ? first <= last : first + 1 <= last;
};

const judgement = (values: WholeMean, deviation: Measured): Judgement | undefined => {
  const { mean, size, known } = values;
  const { first, count } = wholeNumbers(sumsOf(values));
  if (size < 2 || count === 0 || count > MOST_SUMS) return;
  const sums = Array.from({ length: count }, (_, at) => first + at);
  const all = sums.flatMap((sum) =>
    [size - 1, size].map((divisor) => ({ sum, range: squares(deviation.bounds, sum, size, divisor) })),
  );
  // Each deviation fits so many people.
  if (all.some(({ range }) => range.high - range.low >= 2)) return;
  const fits = all.find(({ sum, range }) => hasSameParity(range, sum));
  const said = `a mean of ${mean.written} and a standard deviation of ${deviation.written}`;
  if (fits !== undefined)
    return known
      ? {
          code: 'grimmer',
          verdict: 'consistent',
          text: `${size} whole numbers with the sum ${fits.sum} can have ${said}.`,
        }
      : undefined;
  const text = `No ${size} whole numbers have ${said}: none of their sums of squares fits.`;
  return known
    ? { code: 'grimmer', verdict: 'inconsistent', text }
    : cannotVerify('grimmer', `${text} Whether the values are whole numbers is not known.`);
};

/** Whether whole numbers can have the standard deviation reported: Anaya, PeerJ Preprints 2016;4:e2400; Allard 2018. */
export const grimmer: StatisticCheck = (subject) => {
  const values = wholeMean(subject);
  const { quantity, path } = attributeOf(subject.statistic, TERM.standardDeviation) ?? {};
  return values === undefined || quantity === undefined
    ? []
    : placed(`${path}.quantity`, judgement(values, quantity));
};
