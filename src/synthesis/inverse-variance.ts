import { type StudyEffect, sumOf } from './study-effect.ts';

/** An average of studies' effects; the weights make 1. */
export interface Average extends StudyEffect {
  readonly weights: readonly number[];
}

/** The average of effects, each weighted by the inverse of its variance within and between studies. */
export const inverseVariance = (effects: readonly StudyEffect[], tauSquared = 0): Average => {
  const weights = effects.map(({ variance }) => 1 / (variance + tauSquared));
  const all = sumOf(weights, (weight) => weight);
  return {
    estimate: sumOf(effects, ({ estimate }, at) => weights[at]! * estimate) / all,
    variance: 1 / all,
    weights: weights.map((weight) => weight / all),
  };
};

/** The weighted sum of squared distances of effects from an average, the variance between studies taken out. */
export const squaredDistances = (effects: readonly StudyEffect[], average: number, tauSquared = 0): number =>
  sumOf(effects, ({ estimate, variance }) => (estimate - average) ** 2 / (variance + tauSquared));
