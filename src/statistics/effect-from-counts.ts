import { analysisOf } from './analysis.ts';
import { exactly, overlap } from './bounds.ts';
import type { Effect } from './effect.ts';
import { digitsBeside, enumeration, figure } from './figures.ts';
import { judge, type Outcome } from './judge.ts';
import { type Measure, percentFactor } from './measure.ts';
import { ODDS_RATIO } from './odds-ratio.ts';
import { RISK_RATIO } from './risk-ratio.ts';
import { LOGARITHMIC } from './scale.ts';
import type { Measured, Statistic } from './statistic.ts';
import type { Readings } from './tables.ts';
import { corrected, hasZeroCell, type TwoByTwo, tableText } from './two-by-two.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

interface Candidate {
  readonly value: number;
  readonly how: string;
}

const candidates = (effect: Effect, table: TwoByTwo, factor: number): readonly Candidate[] =>
  [
    { value: factor * effect.estimate(table), how: '' },
    ...(hasZeroCell(table)
      ? [{ value: factor * effect.estimate(corrected(table)), how: ' with half a person added to each cell' }]
      : []),
  ].filter(({ value }) => Number.isFinite(value));

const fitting = (found: readonly Candidate[], quantity: Measured): Candidate | undefined =>
  found.find(({ value }) => overlap(exactly(value), quantity.bounds));

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
export const effectFromCounts = (
  statistic: Statistic,
  measure: Measure,
  readings: Readings,
): Judgement | undefined => {
  const { quantity } = statistic;
  if (quantity === undefined) return;
  const said = `${quantity.written}${quantity.unit ?? ''}`;
  const { effect } = measure;
  if (effect === undefined)
    return cannotVerify(
      'effect-estimate',
      `A ${measure.name} cannot be recomputed from counts: it needs ${measure.needs}.`,
    );
  const { paired, adjusted } = analysisOf(statistic);
  if (paired || adjusted)
    return cannotVerify(
      effect.code,
      `${said} is from ${paired ? 'a paired' : 'an adjusted'} analysis, which counts by group do not give.`,
    );
  const factor = percentFactor(statistic, measure);
  const digits = digitsBeside(quantity.written);
  return judge(effect.code, said, readings, (table): Outcome => {
    const found = candidates(effect, table, factor);
    const fit = fitting(found, quantity);
    const shown = fit ? [fit] : found;
    const values = enumeration(
      shown.map(({ value, how }) => `${figure(value, digits)}${how}`),
      'or',
    );
    return {
      fits: fit !== undefined,
      calculation: `${tableText(table)} gives ${found.length > 0 ? `a ${effect.name} of ${values}` : `no ${effect.name}`}`,
      // Of a zero cell, the corrected value is the one that has an interval.
      recomputed: shown.length > 0 ? figure(shown.at(-1)!.value, digits) : undefined,
      ...(factor === 100 && { unit: '%' as const }),
      hint: hint(effect, table, factor, quantity),
    };
  });
};
