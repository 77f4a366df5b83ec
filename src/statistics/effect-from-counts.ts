import { exactly, overlap } from './bounds.ts';
import type { Effect } from './effect.ts';
import { digitsBeside, enumeration, figure } from './figures.ts';
import { judge, type Outcome } from './judge.ts';
import { percentFactor } from './measure.ts';
import { ODDS_RATIO } from './odds-ratio.ts';
import { RISK_RATIO } from './risk-ratio.ts';
import { LOGARITHMIC } from './scale.ts';
import type { Measured } from './statistic.ts';
import type { StatisticCheck } from './subject.ts';
import { type TwoByTwo, tableText, variants } from './two-by-two.ts';
import { placed } from './verdict.ts';

interface Candidate {
  readonly value: number;
  readonly how: string;
}

/** The estimates by all ways, each computed when it is asked for. */
function* candidates(effect: Effect, table: TwoByTwo, factor: number): Generator<Candidate> {
  const ways = [{ how: '', estimate: effect.estimate }, ...(effect.otherEstimates ?? [])];
  for (const { how, estimate } of ways)
    for (const variant of variants(table)) {
      const value = factor * estimate(variant.table);
      if (Number.isFinite(value)) yield { value, how: `${how}${variant.how}` };
    }
}

const fitting = (found: Iterable<Candidate>, quantity: Measured): Candidate | undefined => {
  for (const one of found) if (overlap(exactly(one.value), quantity.bounds)) return one;
  return;
};

const turned = ({ exposure, reference }: TwoByTwo): TwoByTwo => ({
  exposure: reference,
  reference: exposure,
});

/** What else the number might be: the comparison the other way round, or another ratio. */
const hint = (effect: Effect, table: TwoByTwo, factor: number, quantity: Measured): string | undefined => {
  if (fitting(candidates(effect, turned(table), factor), quantity))
    return `It is the ${effect.name} the other way round.`;
  const other = [RISK_RATIO, ODDS_RATIO].find(
    (one) =>
      one.code !== effect.code &&
      effect.scale === LOGARITHMIC &&
      fitting(candidates(one, table, factor), quantity),
  );
  return other && `It is the ${other.name} of these counts.`;
};

/** Compares an estimate of an effect with what the counts of its groups give. */
export const effectFromCounts: StatisticCheck = ({ statistic, measure, counts }) => {
  const { quantity, path } = statistic;
  if (quantity === undefined || measure?.effect === undefined) return [];
  const said = `${quantity.written}${quantity.unit ?? ''}`;
  const { effect } = measure;
  const factor = percentFactor(statistic, measure);
  const digits = digitsBeside(quantity.written);
  const outcome = (table: TwoByTwo): Outcome => {
    const fit = fitting(candidates(effect, table, factor), quantity);
    const shown = fit ? [fit] : [...candidates(effect, table, factor)];
    const values = enumeration(
      shown.map(({ value, how }) => `${figure(value, digits)}${how}`),
      'or',
    );
    const [{ value: first } = { value: undefined }] = shown.filter(({ value }) => value !== 0);
    const recomputed = first ?? shown[0]?.value;
    return {
      fits: shown.length === 0 ? undefined : fit !== undefined,
      calculation: `${tableText(table)} gives ${shown.length > 0 ? `a ${effect.name} of ${values}` : `no ${effect.name}`}`,
      // Of an empty cell, the corrected value is the one that has an interval.
      recomputed: recomputed === undefined ? undefined : figure(recomputed, digits),
      ...(factor === 100 && { unit: '%' as const }),
      hint: hint(effect, table, factor, quantity),
    };
  };
  return placed(`${path}.quantity`, judge(effect.code, said, counts(), outcome));
};
