import { groupSize } from './arm-evidence.ts';
import type { Measured } from './statistic.ts';
import type { Subject } from './subject.ts';
import { TERM } from './term.ts';

/** What is counted of each person, so that each has a whole number of it. */
const COUNTED =
  /^\{?(?:number of )?(?:adverse |asthma |migraine |bleeding |hypoglyc[a-z]+ |hospital |clinic )?(?:attacks?|bleeds?|capsules?|cigarettes?|doses?|drinks?|episodes?|events?|exacerbations?|falls?|headaches?|hospitali[sz]ations?|infections?|injections?|lesions?|pills?|relapses?|seizures?|symptoms?|tablets?|teeth|tooth|transfusions?|visits?)\}?$/i;

/** What may be counted, or may be a mean of items. */
const SCORED = /\b(?:scores?|points?|units on a scale)\b/i;

/** Means that are of no raw values. */
const COMPUTED =
  /adjust|least.?squares?|\bls\b|\bper\b|rate|average|imput|annuali|model|weighted|change|differen/i;

/** The mean of a group's values that are, or may be, whole numbers. */
export interface WholeMean {
  readonly mean: Measured;
  readonly size: number;
  /** Whether it is known that they are. */
  readonly known: boolean;
}

/** The mean of a statistic, where its values are, or may be, whole numbers. */
export const wholeMean = ({ evidence, statistic, at }: Subject): WholeMean | undefined => {
  const { types, quantity: mean, partial } = statistic;
  if (!types.includes(TERM.mean) || mean === undefined) return;
  const size = statistic.size ?? (partial ? undefined : groupSize(evidence.exposure, at));
  if (size === undefined || size === 0) return;
  const { observed, intended } = evidence.measured ?? {};
  const ordinal = [observed, intended].some((one) => one !== undefined && at.ordinal.has(one));
  const unit = mean.unitWords ?? mean.unit ?? '';
  const raw = ![...evidence.words, ...statistic.remarks].some((words) => COMPUTED.test(words));
  if (ordinal || (COUNTED.test(unit) && raw)) return { mean, size, known: true };
  return SCORED.test(unit) && raw ? { mean, size, known: false } : undefined;
};
