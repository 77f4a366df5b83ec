import { type Analysis, notOfGroups, notOfNoDifference } from './analysis.ts';
import { overlap } from './bounds.ts';
import { figure } from './figures.ts';
import type { ReportedInterval } from './interval.ts';
import { type Estimate, halfWidths, normalP } from './p-from-interval.ts';
import type { ReportedP } from './reported-p.ts';
import type { Scale } from './scale.ts';
import type { StatisticCheck, Subject } from './subject.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';

/** Whether there is an effect, at the level of the interval; `undefined` where rounding leaves it open. */
type Decision = boolean | undefined;

const byInterval = ({ low, high }: ReportedInterval, scale: Scale): Decision => {
  const none = scale.from(0);
  if (low.bounds.low > none || high.bounds.high < none) return true;
  return low.bounds.high < none && high.bounds.low > none ? false : undefined;
};

const byP = ({ bounds }: ReportedP, alpha: number): Decision => {
  if (bounds.low >= alpha) return false;
  return bounds.high <= alpha ? true : undefined;
};

/** Models whose P value and interval are of one piece. */
const ONE_MODEL = /ancova|covariance|regression|mixed|mmrm|\bcox|\bglm|\bgee\b/i;

/** By how much the standard errors of the Wald, the score and the likelihood ratio test of a model seldom differ. */
const OF_ONE_MODEL = 1.25;

/** Why a P value may decide otherwise than the interval. */
const innocent = (
  estimate: Estimate,
  level: number,
  analysis: Analysis,
  groups: number,
): string | undefined => {
  const { test, kind, adjusted, paired } = analysis;
  const { p, measure } = estimate;
  const reason = notOfNoDifference(analysis) ?? (paired ? notOfGroups(analysis) : undefined);
  if (reason !== undefined) return `But ${reason}.`;
  if (groups > 2) return 'But the P value may be of all groups together.';
  if (byP(p, 1 - level) && p.bounds.high * 2 >= 1 - level) return 'But a one-sided test would give it.';
  const own = test === undefined || (kind === 't-test' && measure.student === true);
  if (own && !adjusted) return;
  const { low, high } = halfWidths(estimate);
  const apart = !overlap(normalP({ low: low / OF_ONE_MODEL, high: high * OF_ONE_MODEL }, level), p.bounds);
  if (apart && test !== undefined && ONE_MODEL.test(test)) return;
  return test === undefined
    ? 'But the analysis was adjusted.'
    : `But the test named (“${test}”) need not be that of the interval.`;
};

/** What is said of a decision: that there is an effect, that nothing is shown, that rounding leaves it open. */
const inWords = (decision: Decision, effect: string, nothing: string, open: string): string =>
  decision === undefined ? open : decision ? effect : nothing;

const judgement = (subject: Subject, estimate: Estimate, level: number): Judgement => {
  const { p, interval, measure } = estimate;
  const alpha = 1 - level;
  const [first, second] = [byP(p, alpha), byInterval(interval, measure.scale)];
  const said =
    `${p.text} is ${inWords(first, 'below', 'not below', 'within rounding at')} ${figure(alpha)}, ` +
    `and the ${interval.text} ${inWords(second, 'does not contain', 'contains', 'ends within rounding at')} ${figure(measure.scale.from(0))}`;
  if (first === undefined || second === undefined || first === second)
    return { code: 'decision', verdict: 'consistent', text: `${said}.` };
  const text = `${said}: only the ${first ? 'P value' : 'interval'} says that there is an effect.`;
  const reason = innocent(estimate, level, subject.analysis(), subject.evidence.unordered.length);
  return reason === undefined
    ? { code: 'decision', verdict: 'inconsistent', text }
    : cannotVerify('decision', `${text} ${reason}`);
};

/** Compares what the P value and what the interval say of whether there is an effect. */
export const decision: StatisticCheck = (subject) => {
  const { measure, interval, p, statistic } = subject;
  const { quantity } = statistic;
  if (measure === undefined || interval?.level === undefined || p === undefined || quantity === undefined)
    return [];
  return placed(p.path, judgement(subject, { measure, quantity, interval, p }, interval.level));
};
