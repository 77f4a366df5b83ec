import type { Content } from '../fhir/content.ts';
import { referenceTo } from '../fhir/mapped-trial.ts';
import { affectedWithinSample } from './affected-within-sample.ts';
import { boundsInOrder } from './bounds-in-order.ts';
import { decision } from './decision.ts';
import { effectEstimate } from './effect-estimate.ts';
import { effectFromCounts } from './effect-from-counts.ts';
import { effectFromMeans } from './effect-from-means.ts';
import { type ReportedEvidence, readEvidence } from './evidence.ts';
import { grim } from './grim.ts';
import { grimmer } from './grimmer.ts';
import { intervalContainsEstimate } from './interval-contains-estimate.ts';
import { intervalFromCounts } from './interval-from-counts.ts';
import { intervalFromMeans } from './interval-from-means.ts';
import { intervalSymmetry } from './interval-symmetry.ts';
import { pValue } from './p-value.ts';
import { percentage } from './percentage.ts';
import { standardDeviation } from './standard-deviation.ts';
import { type StatisticCheck, subjectOf } from './subject.ts';
import { type Surroundings, surroundings } from './surroundings.ts';
import { totalOfArms } from './total.ts';
import { type Check, placed } from './verdict.ts';

/** What is checked of each statistic. */
const CHECKS: readonly StatisticCheck[] = [
  affectedWithinSample,
  percentage,
  grim,
  grimmer,
  standardDeviation,
  boundsInOrder,
  intervalContainsEstimate,
  intervalSymmetry,
  effectFromCounts,
  effectFromMeans,
  effectEstimate,
  intervalFromCounts,
  intervalFromMeans,
  pValue,
  decision,
];

/** One check for all parts of an Evidence, such as its categories, that are consistent in the same respect. */
const withPartsTogether = (evidence: ReportedEvidence, at: Surroundings): readonly Check[] => {
  const ofParts: Check[] = [];
  const others = evidence.statistics.flatMap((statistic) => {
    const subject = subjectOf(evidence, statistic, at);
    const checks = CHECKS.flatMap((check) => check(subject));
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
