import { figure } from './figures.ts';
import { attributeOf, type Measured, type Statistic } from './statistic.ts';
import type { StatisticCheck } from './subject.ts';
import { TERM } from './term.ts';
import { type Judgement, placed } from './verdict.ts';

/** The most that values between two bounds can deviate: Bhatia and Davis, American Mathematical Monthly 2000;107:353. */
const mostWithin = (mean: Measured, low: Measured, high: Measured, size: number): number => {
  const { bounds } = mean;
  const from = Math.max(0, bounds.high - low.bounds.low);
  const to = Math.max(0, high.bounds.high - bounds.low);
  return Math.sqrt((from * to * size) / (size - 1));
};

const judgement = (statistic: Statistic, deviation: Measured): Judgement | undefined => {
  const code = 'standard-deviation';
  const { quantity: mean, types, size } = statistic;
  const said = `a standard deviation of ${deviation.written}`;
  if (deviation.value < 0)
    return { code, verdict: 'inconsistent', text: `No values have ${said}: it is below 0.` };
  const { low, high } = attributeOf(statistic, TERM.range) ?? {};
  if (low === undefined || high === undefined || mean === undefined) return;
  if (!types.includes(TERM.mean) || size === undefined || size < 2) return;
  const most = mostWithin(mean, low, high, size);
  const right = deviation.bounds.low <= most;
  return {
    code,
    verdict: right ? 'consistent' : 'inconsistent',
    text: `${size} values from ${low.written} to ${high.written} with a mean of ${mean.written} deviate by ${figure(most)} at most; ${said} is reported.`,
    recomputed: figure(most),
  };
};

/** Whether a standard deviation is one that values within their range can have. */
export const standardDeviation: StatisticCheck = ({ statistic }) => {
  const { quantity, path } = attributeOf(statistic, TERM.standardDeviation) ?? {};
  return quantity === undefined ? [] : placed(`${path}.quantity`, judgement(statistic, quantity));
};
