import { logGamma } from '../statistics/log-gamma.ts';
import { cells, odds, plusHalf, risk, type TwoByTwo } from '../statistics/two-by-two.ts';
import type { StudyEffect } from './study-effect.ts';

/** A mean of a group. */
export interface GroupMean {
  readonly mean: number;
  readonly sd: number;
  readonly size: number;
}

/** The means of two groups. */
export interface TwoMeans {
  readonly exposure: GroupMean;
  readonly reference: GroupMean;
}

const riskRatio = (table: TwoByTwo): StudyEffect => ({
  estimate: Math.log(risk(table.exposure) / risk(table.reference)),
  variance:
    1 / table.exposure.events -
    1 / table.exposure.size +
    1 / table.reference.events -
    1 / table.reference.size,
});

const oddsRatio = (table: TwoByTwo): StudyEffect => ({
  estimate: Math.log(odds(table.exposure) / odds(table.reference)),
  variance: cells(table).reduce((sum, cell) => sum + 1 / cell, 0),
});

const riskDifference = ({ exposure, reference }: TwoByTwo): StudyEffect => ({
  estimate: risk(exposure) - risk(reference),
  variance: [exposure, reference].reduce((sum, one) => sum + (risk(one) * (1 - risk(one))) / one.size, 0),
});

const OF_COUNTS = { RR: riskRatio, OR: oddsRatio, RD: riskDifference };

/** A measure of effect that counts give. */
export type CountMeasure = keyof typeof OF_COUNTS;

/** Whether a table has no events at all, or nothing but events, so that it tells nothing of a ratio. */
export const tellsNoRatio = (table: TwoByTwo): boolean => {
  const [a, b, c, d] = cells(table);
  return a + c === 0 || b + d === 0;
};

/** Whether a cell is empty, so that a correction is added. */
export const needsCorrection = (table: TwoByTwo): boolean => cells(table).includes(0);

/** The effect in a table; where a cell is empty, half a person is added to each: Haldane 1956; Anscombe 1956. */
export const effectOfCounts = (measure: CountMeasure, table: TwoByTwo): StudyEffect =>
  OF_COUNTS[measure](needsCorrection(table) ? plusHalf(table) : table);

/** The odds ratio of one table by Peto's one-step method: Yusuf et al., Prog Cardiovasc Dis 1985;27:335. */
export const petoEffect = (table: TwoByTwo): StudyEffect => {
  const [a, b, c, d] = cells(table);
  const [n1, n2, all] = [a + b, c + d, a + b + c + d];
  const expected = ((a + c) * n1) / all;
  const variance = (n1 * n2 * (a + c) * (b + d)) / (all ** 2 * (all - 1));
  return { estimate: (a - expected) / variance, variance: 1 / variance };
};

const meanDifference = ({ exposure, reference }: TwoMeans): StudyEffect => ({
  estimate: exposure.mean - reference.mean,
  variance: exposure.sd ** 2 / exposure.size + reference.sd ** 2 / reference.size,
});

/** Hedges's g, with the exact correction of its bias: Hedges, J Educ Stat 1981;6:107; its variance: 1982, as metafor's. */
const standardisedMeanDifference = ({ exposure, reference }: TwoMeans): StudyEffect => {
  const degrees = exposure.size + reference.size - 2;
  const pooled = Math.sqrt(
    ((exposure.size - 1) * exposure.sd ** 2 + (reference.size - 1) * reference.sd ** 2) / degrees,
  );
  const correction = Math.exp(
    logGamma(degrees / 2) - logGamma((degrees - 1) / 2) - 0.5 * Math.log(degrees / 2),
  );
  const estimate = (correction * (exposure.mean - reference.mean)) / pooled;
  return {
    estimate,
    variance: 1 / exposure.size + 1 / reference.size + estimate ** 2 / (2 * (exposure.size + reference.size)),
  };
};

const OF_MEANS = { MD: meanDifference, SMD: standardisedMeanDifference };

/** A measure of effect that means give. */
export type MeanMeasure = keyof typeof OF_MEANS;

/** The effect in the means of two groups. */
export const effectOfMeans = (measure: MeanMeasure, means: TwoMeans): StudyEffect => OF_MEANS[measure](means);
