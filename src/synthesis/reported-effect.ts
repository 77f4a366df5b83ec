import type { Content } from '../fhir/content.ts';
import type { Tree } from '../fhir/exact-tree.ts';
import { treesIn } from '../fhir/exact-tree.ts';
import { analysisOf } from '../statistics/analysis.ts';
import { readEvidence } from '../statistics/evidence.ts';
import { quantileOfP } from '../statistics/normal.ts';
import { LOGARITHMIC, PLAIN } from '../statistics/scale.ts';
import { isPercent } from '../statistics/share.ts';
import type { Effect } from './comparison.ts';

import type { StudyEffect } from './study-effect.ts';

/** An effect as it was reported, with what is to be said of how its variance was found; or why it cannot be pooled. */
export type ReportedEffect =
  | { readonly effect: StudyEffect; readonly remarks: readonly string[] }
  | { readonly missing: string };

/** How the statistic of an effect was analysed. */
const analysisBehind = (evidence: Tree, { statistic }: Effect): ReturnType<typeof analysisOf> | undefined => {
  const text = JSON.stringify(evidence);
  const read = readEvidence({ text, value: JSON.parse(text) } satisfies Content);
  const found = read?.statistics[treesIn(evidence.statistic).indexOf(statistic)];
  return found && analysisOf(found);
};

const standardError = (
  { isRatio, low, high, level, standardError: reported, p }: Effect,
  estimate: number,
  to: (value: number) => number,
  oneSided: boolean,
): { readonly error: number; readonly how: string } | string => {
  if (low !== undefined && high !== undefined) {
    if (level === undefined) return 'the level of its interval is not stated';
    const share = Number(level) > 1 ? Number(level) / 100 : Number(level);
    const reach = (to(Number(high)) - to(Number(low))) / 2;
    return { error: reach / quantileOfP(1 - share), how: `its ${share * 100} % interval` };
  }
  if (reported !== undefined && !isRatio) return { error: Number(reported), how: 'its standard error' };
  if (p === undefined) return 'neither an interval nor a P value is reported with it';
  if (/[<>]/.test(p)) return `its P value is only known as ${p}`;
  if (oneSided) return 'its P value is one-sided, and it has no interval';
  return { error: Math.abs(estimate) / quantileOfP(Number(p)), how: 'its P value' };
};

/** Whether a difference of risks is in per cent: no difference of fractions goes beyond 1. */
const isInPercent = ({ unit, estimate, low, high }: Effect): boolean =>
  isPercent(unit) || [estimate, low, high].some((one) => Math.abs(Number(one ?? 0)) > 1);

/** Takes an effect as it was reported; of a risk difference in per cent, the fraction. */
export const reportedEffect = (effect: Effect, evidence: Tree, isShare: boolean): ReportedEffect => {
  if (effect.estimate === undefined) return { missing: 'no estimate is reported' };
  const { to } = effect.isRatio ? LOGARITHMIC : PLAIN;
  const estimate = to(Number(effect.estimate));
  const { oneSided = false, adjusted = false } = analysisBehind(evidence, effect) ?? {};
  const found = standardError(effect, estimate, to, oneSided);
  if (typeof found === 'string') return { missing: found };
  const part = isShare && isInPercent(effect) ? 100 : 1;
  const { error, how } = found;
  return Number.isFinite(estimate) && Number.isFinite(error) && error > 0
    ? {
        effect: { estimate: estimate / part, variance: (error / part) ** 2 },
        remarks: [
          `its effect is the one reported, with a variance from ${how}`,
          ...(adjusted ? ['that effect is from an adjusted analysis'] : []),
          ...(oneSided ? ['that analysis is one-sided; its interval is taken to have two sides'] : []),
          ...(part === 100 ? ['that effect is in per cent, and pooled as a fraction'] : []),
        ],
      }
    : { missing: `${effect.estimate} has no standard error that can be computed from ${how}` };
};
