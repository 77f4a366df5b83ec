import { type Comparison, without } from '../../synthesis/comparison.ts';
import { csv } from '../csv.ts';
import type { Exported } from '../exported.ts';
import type { Study } from '../study.ts';
import { comparisonsIn } from './comparisons-in.ts';

/** The columns of a table of results for metafor. */
export const METAFOR_COLUMNS = [
  'study',
  'outcome',
  'category',
  'time',
  'group1',
  'group2',
  'ai',
  'bi',
  'ci',
  'di',
  'm1i',
  'sd1i',
  'm2i',
  'sd2i',
  'n1i',
  'n2i',
  'measure',
  'transf',
  'yi',
  'sei',
  'out',
  'ci.lb',
  'ci.ub',
  'level',
  'pval',
];

/** A comparison of a study as a row of that table. */
export const metaforRow = (
  study: string,
  { outcome, category, time, groups, arms, effect }: Comparison,
): Readonly<Record<string, string | undefined>> => {
  const [first, second] = arms ?? [];
  return {
    study,
    outcome,
    category,
    time,
    group1: groups[0],
    group2: groups[1],
    ...(first && { ai: first.events, bi: without(first), m1i: first.mean, sd1i: first.sd, n1i: first.n }),
    ...(second && {
      ci: second.events,
      di: without(second),
      m2i: second.mean,
      sd2i: second.sd,
      n2i: second.n,
    }),
    ...(effect && {
      measure: effect.measure ?? effect.words,
      // A ratio is analysed as its logarithm, which conv.wald() takes of what was reported.
      ...(effect.isRatio ? { transf: 'log' } : { yi: effect.estimate, sei: effect.standardError }),
      out: effect.estimate,
      'ci.lb': effect.low,
      'ci.ub': effect.high,
      level: effect.level,
      pval: effect.p,
    }),
  };
};

/**
 * Results as R's metafor takes them: counts and means by group for escalc(), effects as reported for conv.wald().
 * https://wviechtb.github.io/metafor/reference/escalc.html
 */
export const metafor = (study: Study): Exported => ({
  text: csv({
    columns: METAFOR_COLUMNS,
    rows: comparisonsIn(study).map((one) => metaforRow(String(study.resources[0]?.id), one)),
  }),
  differences: [],
});
