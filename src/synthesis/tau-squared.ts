import { inverseVariance, squaredDistances } from './inverse-variance.ts';
import { type StudyEffect, sumOf } from './study-effect.ts';

/** The variance between studies by the method of moments: DerSimonian and Laird, Controlled Clinical Trials 1986;7:177. */
export const derSimonianLaird = (effects: readonly StudyEffect[]): number => {
  const weights = effects.map(({ variance }) => 1 / variance);
  const all = sumOf(weights, (weight) => weight);
  const excess = squaredDistances(effects, inverseVariance(effects).estimate) - (effects.length - 1);
  return Math.max(0, excess / (all - sumOf(weights, (weight) => weight ** 2) / all));
};

const restrictedLogLikelihood = (effects: readonly StudyEffect[], tauSquared: number): number => {
  const { estimate, variance } = inverseVariance(effects, tauSquared);
  return (
    -0.5 *
    (sumOf(effects, (one) => Math.log(one.variance + tauSquared)) -
      Math.log(variance) +
      squaredDistances(effects, estimate, tauSquared))
  );
};

/** The step of Fisher's scoring towards a higher restricted likelihood. */
const scoringStep = (effects: readonly StudyEffect[], tauSquared: number): number => {
  const { estimate } = inverseVariance(effects, tauSquared);
  const weights = effects.map(({ variance }) => 1 / (variance + tauSquared));
  const [first, second, third] = [1, 2, 3].map((power) => sumOf(weights, (weight) => weight ** power)) as [
    number,
    number,
    number,
  ];
  const squares = sumOf(effects, (one, at) => (weights[at]! * (one.estimate - estimate)) ** 2);
  const trace = first - second / first;
  return (squares - trace) / (second - (2 * third) / first + (second / first) ** 2);
};

const MOST_STEPS = 1000;
const PRECISION = 1e-12;

/** The variance between studies by restricted maximum likelihood: Viechtbauer, J Educ Behav Stat 2005;30:261. */
export const restrictedMaximumLikelihood = (effects: readonly StudyEffect[]): number => {
  let tauSquared = derSimonianLaird(effects);
  let likelihood = restrictedLogLikelihood(effects, tauSquared);
  const smallest = PRECISION * Math.min(...effects.map(({ variance }) => variance));
  const differ = (one: number, other: number): boolean =>
    Math.abs(one - other) > smallest + PRECISION * tauSquared;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let next = Math.max(0, tauSquared + scoringStep(effects, tauSquared));
    let there = restrictedLogLikelihood(effects, next);
    // A step that goes too far is halved.
    while (there < likelihood && differ(next, tauSquared)) {
      next = (next + tauSquared) / 2;
      there = restrictedLogLikelihood(effects, next);
    }
    const moved = differ(next, tauSquared);
    [tauSquared, likelihood] = [next, there];
    if (!moved) break;
  }
  return tauSquared;
};
