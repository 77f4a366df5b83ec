import { armEvidence, groupSize } from './arm-evidence.ts';
import { pairsOf } from './pair.ts';
import type { Subject } from './subject.ts';

/**
 * The fewest degrees of freedom that a t test of the groups compared can have, those of the smaller group by itself;
 * `undefined` where it is not known how many people they had.
 */
export const fewestDegrees = ({ evidence, at }: Subject): number | undefined => {
  const [pair] = pairsOf(evidence);
  if (pair === undefined) return;
  const sizes = [pair.exposure, pair.reference].map((group) => {
    const reported = armEvidence(evidence, group, at)
      .flatMap(({ statistics }) => statistics)
      .flatMap(({ size }) => size ?? []);
    return reported.length > 0 ? Math.min(...reported) : groupSize(group, at);
  });
  const [one, other] = sizes;
  return one === undefined || other === undefined ? undefined : Math.max(1, Math.min(one, other) - 1);
};
