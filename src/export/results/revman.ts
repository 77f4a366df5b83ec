import type { Comparison } from '../../synthesis/comparison.ts';
import { csv } from '../csv.ts';
import type { Exported } from '../exported.ts';
import type { Study } from '../study.ts';
import { comparisonsIn } from './comparisons-in.ts';

const COLUMNS = [
  'Study',
  'Analysis name',
  'Subgroup',
  'Timepoint',
  'Experimental intervention',
  'Control intervention',
  'Experimental mean',
  'Experimental SD',
  'Experimental cases',
  'Experimental N',
  'Control mean',
  'Control SD',
  'Control cases',
  'Control N',
  'Effect measure',
  'Mean',
  'CI start',
  'CI end',
  'GIV Mean',
  'GIV SE',
];

const row = (study: string, { outcome, category, time, groups, arms, effect }: Comparison) => {
  const [first, second] = arms ?? [];
  return {
    Study: study,
    'Analysis name': outcome,
    Subgroup: category,
    Timepoint: time,
    'Experimental intervention': groups[0],
    'Control intervention': groups[1],
    ...(first && {
      'Experimental mean': first.mean,
      'Experimental SD': first.sd,
      'Experimental cases': first.events,
      'Experimental N': first.n,
    }),
    ...(second && {
      'Control mean': second.mean,
      'Control SD': second.sd,
      'Control cases': second.events,
      'Control N': second.n,
    }),
    ...(effect && {
      'Effect measure': effect.measure ?? effect.words,
      Mean: effect.estimate,
      'CI start': effect.low,
      'CI end': effect.high,
      // RevMan pools ratios by their logarithms, which nobody reported.
      ...(!effect.isRatio && { 'GIV Mean': effect.estimate, 'GIV SE': effect.standardError }),
    }),
  };
};

/** Results under the names that RevMan's data rows have. https://documentation.cochrane.org/revman-kb */
export const revman = (study: Study): Exported => ({
  text: csv({
    columns: COLUMNS,
    rows: comparisonsIn(study).map((one) => row(String(study.resources[0]?.id), one)),
  }),
  differences: [],
});
