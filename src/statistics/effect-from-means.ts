import { overlap } from './bounds.ts';
import { digitsBeside, enumeration, figure } from './figures.ts';
import { judge, type Outcome } from './judge.ts';
import type { StatisticCheck } from './subject.ts';
import { meansText, type TwoMeans } from './two-means.ts';
import { placed } from './verdict.ts';

/** Compares a difference of means, plain or standardised, with what the means of its groups give. */
export const effectFromMeans: StatisticCheck = ({ statistic, measure, means }) => {
  const { quantity, path } = statistic;
  if (quantity === undefined || measure?.meanEffect === undefined) return [];
  const { code, ways } = measure.meanEffect;
  const digits = digitsBeside(quantity.written);
  const outcome = (table: TwoMeans): Outcome => {
    const found = ways
      .map(({ how, estimate }) => ({ how, bounds: estimate(table) }))
      .filter(({ bounds }) => Number.isFinite(bounds.low) && Number.isFinite(bounds.high));
    const fit = found.find(({ bounds }) => overlap(bounds, quantity.bounds));
    const shown = fit ? [fit] : found;
    const middle = ({ bounds: { low, high } }: (typeof found)[number]) => figure((low + high) / 2, digits);
    const values = enumeration(
      shown.map((one) => `${middle(one)}${one.how}`),
      'or',
    );
    return {
      fits: found.length === 0 ? undefined : fit !== undefined,
      calculation: `${meansText(table)} gives ${values === '' ? 'no' : 'a'} ${measure.name}${values === '' ? '' : ` of ${values}`}`,
      recomputed: shown[0] && middle(shown[0]),
    };
  };
  return placed(`${path}.quantity`, judge(code, quantity.written, means(), outcome));
};
