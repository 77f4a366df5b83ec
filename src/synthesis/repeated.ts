import type { Issue } from '../fhir/issue.ts';
import type { Comparison } from './comparison.ts';
import { refusal } from './refusal.ts';

const resultText = ({ outcome, time, category, arms, effect }: Comparison): string =>
  [
    outcome,
    category,
    time,
    arms?.map(({ events, mean, n }) => `${events ?? mean} of ${n}`).join(' against ') ?? effect?.estimate,
  ]
    .filter((part) => part !== undefined)
    .join(', ');

/** Comparisons without those that say the very same again, as a paper does beside a registry's record. */
export const withoutRepetition = (comparisons: readonly Comparison[]): readonly Comparison[] =>
  [...Map.groupBy(comparisons, (one) => JSON.stringify([one.groups, resultText(one)])).values()].map(
    ([first]) => first!,
  );

/** That a study has several results of the same groups, such as of two visits. */
export const repeated = (study: string, comparisons: readonly Comparison[]): readonly Issue[] =>
  [...Map.groupBy(comparisons, ({ groups }) => JSON.stringify(groups)).values()]
    .filter((same) => same.length > 1)
    .map((same) =>
      refusal(
        'pool-several-results',
        `${study} has several results of the same groups: ${same.map(resultText).join(' / ')}. Narrow the search to one of them`,
      ),
    );
