import type { Issue } from '../fhir/issue.ts';
import type { Comparison } from './comparison.ts';
import { refusal } from './refusal.ts';

/** In how many comparisons of its study a group stands. */
export type Parts = (group: string) => number;

/** In how many of these comparisons each group stands. */
export const partsOf =
  (comparisons: readonly Comparison[]): Parts =>
  (group) =>
    comparisons.filter(({ groups }) => groups.includes(group)).length;

/**
 * That groups of a study would be counted more than once. What was found in each group can be split among its
 * comparisons (Cochrane Handbook 23.3.4), an effect cannot.
 */
export const sharedGroups = (
  study: string,
  comparisons: readonly Comparison[],
  choice: 'refuse' | 'split',
): readonly Issue[] => {
  const counted = comparisons.every(({ arms }) => arms !== undefined);
  if (choice === 'split' && counted) return [];
  const parts = partsOf(comparisons);
  const shared = new Set(comparisons.flatMap(({ groups }) => groups).filter((group) => parts(group) > 1));
  return [...shared].map((group) => {
    const those = comparisons
      .filter(({ groups }) => groups.includes(group))
      .map(({ groups }) => groups.join(' against '));
    return refusal(
      'pool-shared-group',
      `In ${study} one group, “${group}”, would be counted more than once (${those.join('; ')}); ${counted ? 'split it (sharedControl), or name the exposure' : 'name the exposure, as an effect cannot be split'}`,
    );
  });
};
