import type { Bounds } from '../statistics/bounds.ts';
import { quantileOfP, twoSidedP } from '../statistics/normal.ts';
import { tOfP, twoSidedPOfT } from '../statistics/t-distribution.ts';
import type { TwoByTwo } from '../statistics/two-by-two.ts';
import { type Heterogeneity, heterogeneity } from './heterogeneity.ts';
import { type Average, inverseVariance, squaredDistances } from './inverse-variance.ts';
import { type MantelHaenszelMeasure, mantelHaenszel } from './mantel-haenszel.ts';
import type { StudyEffect } from './study-effect.ts';
import { derSimonianLaird, restrictedMaximumLikelihood } from './tau-squared.ts';

/** The ways to pool; those with `random` allow that studies have different true effects. */
export const MODELS = [
  'fixed-inverse-variance',
  'fixed-mantel-haenszel',
  'fixed-peto',
  'random-dersimonian-laird',
  'random-reml',
] as const;

/** A way to pool. */
export type Model = (typeof MODELS)[number];

/** Studies to be pooled: their effects, and the tables of these where the model works on tables. */
export interface Data {
  readonly effects: readonly StudyEffect[];
  readonly tables?: { readonly measure: MantelHaenszelMeasure; readonly of: readonly TwoByTwo[] };
}

/** How to pool. */
export interface Method {
  readonly model: Model;
  /** Whether interval and P value are Hartung's and Knapp's. */
  readonly hartungKnapp: boolean;
  /** Of the intervals, as a fraction. */
  readonly level: number;
}

/** What studies give together, on the scale on which they are pooled. */
export interface Pooled {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Bounds;
  /** The estimate over its standard error; with `degrees` it is Student's t, else normal. */
  readonly statistic: { readonly value: number; readonly degrees: number | undefined };
  readonly p: number;
  /** The studies' shares of the estimate; they make 1. */
  readonly weights: readonly number[];
  readonly heterogeneity: Heterogeneity;
  /** The variance between studies; `undefined` where the model has none. */
  readonly tauSquared: number | undefined;
  /** Where the true effect of another study is expected; needs three studies and a model that has a variance between. */
  readonly prediction: Bounds | undefined;
}

const TAU_SQUARED: Partial<Record<Model, (effects: readonly StudyEffect[]) => number>> = {
  'random-dersimonian-laird': derSimonianLaird,
  'random-reml': restrictedMaximumLikelihood,
};

/** Whether a model allows that studies have different true effects. */
export const isRandom = (model: Model): boolean => Object.hasOwn(TAU_SQUARED, model);

const around = (middle: number, reach: number): Bounds => ({ low: middle - reach, high: middle + reach });

/** The variance of Hartung and Knapp, Statistics in Medicine 2001;20:3875: from how far the studies are apart. */
const hartungKnappVariance = (
  effects: readonly StudyEffect[],
  { estimate, variance }: Average,
  tauSquared: number,
): number => (variance * squaredDistances(effects, estimate, tauSquared)) / (effects.length - 1);

/** The interval of Higgins, Thompson and Spiegelhalter, JRSS A 2009;172:137, with k − 2 degrees of freedom. */
const predictionInterval = (
  studies: number,
  estimate: number,
  variance: number,
  level: number,
): Bounds | undefined =>
  studies < 3 ? undefined : around(estimate, tOfP(1 - level, studies - 2) * Math.sqrt(variance));

/** Pools at least two studies. */
export const pool = ({ effects, tables }: Data, { model, hartungKnapp, level }: Method): Pooled => {
  const tauSquared = TAU_SQUARED[model]?.(effects);
  const average =
    tables === undefined ? inverseVariance(effects, tauSquared) : mantelHaenszel(tables.measure, tables.of);
  const fixed = tauSquared === undefined ? average : inverseVariance(effects);
  const { estimate, weights } = average;
  const degrees = hartungKnapp ? effects.length - 1 : undefined;
  const variance = hartungKnapp ? hartungKnappVariance(effects, average, tauSquared ?? 0) : average.variance;
  const standardError = Math.sqrt(variance);
  const value = estimate / standardError;
  const reach = degrees === undefined ? quantileOfP(1 - level) : tOfP(1 - level, degrees);
  return {
    estimate,
    standardError,
    interval: around(estimate, reach * standardError),
    statistic: { value, degrees },
    p: degrees === undefined ? twoSidedP(value) : twoSidedPOfT(value, degrees),
    weights,
    heterogeneity: heterogeneity(effects, fixed.estimate, level),
    tauSquared,
    prediction:
      tauSquared === undefined
        ? undefined
        : predictionInterval(effects.length, estimate, tauSquared + variance, level),
  };
};

const without = <T>(items: readonly T[], at: number): readonly T[] => items.toSpliced(at, 1);

/** The same without each study in turn; nothing where only one would be left. */
export const leaveOneOut = ({ effects, tables }: Data, method: Method): readonly Pooled[] =>
  effects.length < 3
    ? []
    : effects.map((_, at) =>
        pool(
          {
            effects: without(effects, at),
            ...(tables && { tables: { ...tables, of: without(tables.of, at) } }),
          },
          method,
        ),
      );
