import { type Analysis, analysisOf, notOfGroups } from './analysis.ts';
import { countsBehind } from './counts.ts';
import type { ReportedEvidence } from './evidence.ts';
import { confidenceInterval, type ReportedInterval } from './interval.ts';
import { type Measure, measureOf } from './measure.ts';
import type { Readings } from './reading.ts';
import { pValueOf, type ReportedP } from './reported-p.ts';
import type { Statistic } from './statistic.ts';
import type { Surroundings } from './surroundings.ts';
import type { TwoByTwo } from './two-by-two.ts';
import { meansBehind, type TwoMeans } from './two-means.ts';
import type { Check } from './verdict.ts';

/** A statistic that is checked, with all that a check may look at. */
export interface Subject {
  readonly evidence: ReportedEvidence;
  readonly statistic: Statistic;
  readonly at: Surroundings;
  /** Which comparison of groups it is, if it is one. */
  readonly measure: Measure | undefined;
  readonly interval: ReportedInterval | undefined;
  readonly p: ReportedP | undefined;
  readonly analysis: () => Analysis;
  /** The counts of the groups that are compared; none where the analysis is not of groups by themselves. */
  readonly counts: () => Readings<TwoByTwo>;
  /** The same of their means. */
  readonly means: () => Readings<TwoMeans>;
}

/** A check of one statistic; none where it does not apply. */
export type StatisticCheck = (subject: Subject) => readonly Check[];

/** What a function gives, found when it is first asked for. */
const once = <T>(find: () => T): (() => T) => {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
};

/** Reads a statistic of an Evidence for the checks. */
export const subjectOf = (evidence: ReportedEvidence, statistic: Statistic, at: Surroundings): Subject => {
  const analysis = once(() => {
    const said = analysisOf(statistic);
    // In a crossover trial each person is compared with himself.
    return { ...said, paired: said.paired || at.study?.crossover === true };
  });
  const ofGroups = <Table>(
    find: (evidence: ReportedEvidence, at: Surroundings) => Readings<Table>,
  ): (() => Readings<Table>) =>
    once(() => {
      const missing = notOfGroups(analysis());
      return missing === undefined ? find(evidence, at) : { missing };
    });
  return {
    evidence,
    statistic,
    at,
    measure: measureOf(statistic),
    interval: confidenceInterval(statistic),
    p: pValueOf(statistic),
    analysis,
    counts: ofGroups(countsBehind),
    means: ofGroups(meansBehind),
  };
};
