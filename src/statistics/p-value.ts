import { pFromCounts } from './p-from-counts.ts';
import { pFromInterval } from './p-from-interval.ts';
import { pFromMeans } from './p-from-means.ts';
import type { ReportedP } from './reported-p.ts';
import type { StatisticCheck, Subject } from './subject.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';

/** By the counts of the groups, or by their means where these are known. */
const fromGroups = (subject: Subject, p: ReportedP): Judgement =>
  'missing' in subject.means() ? pFromCounts(subject, p) : pFromMeans(subject, p);

const judgement = (subject: Subject, p: ReportedP): Judgement => {
  const { measure, interval, statistic } = subject;
  const { quantity, types } = statistic;
  if (p.value < 0 || p.value > 1)
    return { code: 'p-value', verdict: 'inconsistent', text: `${p.text} is no probability.` };
  if (measure !== undefined && quantity !== undefined && interval !== undefined)
    return pFromInterval(subject, { measure, quantity, interval, p }, () => {
      const found = fromGroups(subject, p);
      return found.verdict === 'consistent' ? `But ${found.text}` : undefined;
    });
  const known = measure === undefined ? types.length === 0 : measure.needs === undefined;
  return known
    ? fromGroups(subject, p)
    : cannotVerify('p-value', `${p.text} cannot be recomputed: there is no interval to go by.`);
};

/** A P value of a t test that is named, against the means as well. */
const ofNamedTest = (subject: Subject, p: ReportedP): Judgement | undefined =>
  subject.interval === undefined || subject.analysis().kind !== 't-test' || 'missing' in subject.means()
    ? undefined
    : pFromMeans(subject, p);

/** Compares a P value with what the interval of the estimate gives, else with what the groups give. */
export const pValue: StatisticCheck = (subject) => {
  const { p } = subject;
  if (p === undefined) return [];
  return [...placed(p.path, judgement(subject, p)), ...placed(p.path, ofNamedTest(subject, p))];
};
