import { type Bounds, wholeNumbers } from './bounds.ts';
import { digitsBeside, figure } from './figures.ts';
import type { StatisticCheck } from './subject.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';
import { type WholeMean, wholeMean } from './whole-mean.ts';

/** What the sum of the values may have been. */
export const sumsOf = ({ mean, size }: WholeMean): Bounds => ({
  low: mean.bounds.low * size,
  high: mean.bounds.high * size,
});

const judgement = (values: WholeMean): Judgement | undefined => {
  const { mean, size, known } = values;
  const sums = sumsOf(values);
  // Each mean fits so many people.
  if (sums.high - sums.low >= 1) return;
  const { count, first } = wholeNumbers(sums);
  const below = Math.floor(sums.low);
  const digits = digitsBeside(mean.written) + 1;
  if (count > 0)
    return known
      ? {
          code: 'grim',
          verdict: 'consistent',
          text: `${first}/${size} is ${figure(first / size, digits)}; a mean of ${mean.written} is reported.`,
        }
      : undefined;
  const text = `No sum of ${size} whole numbers has the mean ${mean.written}: ${below}/${size} is ${figure(below / size, digits)}, ${below + 1}/${size} is ${figure((below + 1) / size, digits)}.`;
  return known
    ? { code: 'grim', verdict: 'inconsistent', text }
    : cannotVerify('grim', `${text} Whether the values are whole numbers is not known.`);
};

/** Whether whole numbers can have the mean reported: Brown and Heathers, Social Psychological and Personality Science 2017;8:363. */
export const grim: StatisticCheck = (subject) => {
  const values = wholeMean(subject);
  return values === undefined ? [] : placed(`${subject.statistic.path}.quantity`, judgement(values));
};
