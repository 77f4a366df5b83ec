import type { Content } from '../fhir/content.ts';
import { referenceTo } from '../fhir/mapped-trial.ts';
import { affectedWithinSample } from './affected.ts';
import { effectFromCounts } from './effect-from-counts.ts';
import { type ReportedEvidence, readEvidence } from './evidence.ts';
import { confidenceInterval, intervalChecks, type ReportedInterval } from './interval.ts';
import { intervalFromCounts } from './interval-from-counts.ts';
import { type Measure, measureOf } from './measure.ts';
import { pFromCounts } from './p-from-counts.ts';
import { pFromInterval } from './p-from-interval.ts';
import { pValueOf, type ReportedP } from './p-value.ts';
import { percentage } from './percentage.ts';
import type { Statistic } from './statistic.ts';
import { type Surroundings, surroundings } from './surroundings.ts';
import { type Readings, readingsOf } from './tables.ts';
import { totalOfArms } from './total.ts';
import { type Check, cannotVerify, type Judgement } from './verdict.ts';

const placed = (path: string, judgement: Judgement | undefined): readonly Check[] =>
  judgement === undefined ? [] : [{ ...judgement, path }];

const pJudgement = (
  statistic: Statistic,
  measure: Measure | undefined,
  interval: ReportedInterval | undefined,
  p: ReportedP,
  readings: Readings,
): Judgement => {
  const { quantity, types } = statistic;
  const fromCounts = pFromCounts(statistic, p, readings);
  if (measure !== undefined && quantity !== undefined && interval !== undefined)
    return pFromInterval(statistic, measure, quantity, interval, p, () =>
      fromCounts.verdict === 'consistent' ? `But ${fromCounts.text}` : undefined,
    );
  const uncounted = measure === undefined ? types.length > 0 : measure.effect === undefined;
  return uncounted
    ? cannotVerify('p-value', `${p.text} cannot be recomputed: there is no interval to go by.`)
    : fromCounts;
};

/** What compares groups: their effect, its interval and P value against their counts and each other. */
const comparisonChecks = (
  evidence: ReportedEvidence,
  statistic: Statistic,
  at: Surroundings,
): readonly Check[] => {
  const measure = measureOf(statistic);
  const p = pValueOf(statistic);
  if (measure === undefined && p === undefined) return [];
  const interval = confidenceInterval(statistic);
  const readings = readingsOf(evidence, at);
  return [
    ...placed(`${statistic.path}.quantity`, measure && effectFromCounts(statistic, measure, readings)),
    ...(measure === undefined || interval === undefined
      ? []
      : placed(interval.path, intervalFromCounts(statistic, measure, interval, readings))),
    ...(p === undefined ? [] : placed(p.path, pJudgement(statistic, measure, interval, p, readings))),
  ];
};

const statisticChecks = (
  evidence: ReportedEvidence,
  statistic: Statistic,
  at: Surroundings,
): readonly Check[] => {
  const { path, affected, size, partial } = statistic;
  const beside = partial ? [statistic] : evidence.statistics.filter((one) => !one.partial);
  const [count, ...others] = new Set(beside.flatMap((one) => one.affected ?? []));
  return [
    ...placed(`${path}.numberAffected`, affectedWithinSample(statistic)),
    ...placed(
      `${path}.quantity`,
      percentage(statistic, affected ?? (others.length === 0 ? count : undefined), size),
    ),
    ...intervalChecks(statistic, measureOf(statistic)?.scale),
    ...comparisonChecks(evidence, statistic, at),
  ];
};

/** One check for all parts of an Evidence, such as its categories, that are consistent in the same respect. */
const withPartsTogether = (evidence: ReportedEvidence, at: Surroundings): readonly Check[] => {
  const ofParts: Check[] = [];
  const others = evidence.statistics.flatMap((statistic) => {
    const checks = statisticChecks(evidence, statistic, at);
    const together = (check: Check): boolean => statistic.partial && check.verdict === 'consistent';
    ofParts.push(...checks.filter(together));
    return checks.filter((check) => !together(check));
  });
  const summed = [...Map.groupBy(ofParts, ({ code }) => code).values()].map((same): Check => {
    const [{ code, verdict, path, text }] = same as [Check, ...Check[]];
    return same.length === 1
      ? same[0]!
      : {
          code,
          verdict,
          path,
          text: `${text} So it is with ${same.length} categories, of which this is the first.`,
        };
  });
  return [...summed, ...others];
};

/** Checks a resource with its surroundings read already. */
export const checkAmong = (resource: Content, at: Surroundings): readonly Check[] => {
  if (resource.value.resourceType === 'Group')
    return placed('Group.quantity', totalOfArms(referenceTo(resource), at));
  const evidence = at.evidence.get(resource) ?? readEvidence(resource);
  return evidence === undefined ? [] : withPartsTogether(evidence, at);
};

/**
 * Checks the reported numbers of an Evidence against each other and against the resources at hand (results of the
 * same outcome, Groups, the study), or the size of a Group of all people analysed against the arms.
 */
export const check = (resource: Content, others: readonly Content[]): readonly Check[] =>
  checkAmong(resource, surroundings(others));
