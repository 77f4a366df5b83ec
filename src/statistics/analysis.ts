import type { Statistic } from './statistic.ts';

/** What is said of how a number was analysed, as far as it matters to a check. */
export interface Analysis {
  /** Pairs or matched people were compared, which groups by themselves do not show. */
  readonly paired: boolean;
  readonly oneSided: boolean;
  /** Whether the question was one of a margin: non-inferiority or equivalence. */
  readonly margin: boolean;
  /** More than the exposure was in the model. */
  readonly adjusted: boolean;
  /** The test, in the words of the source; `undefined` where none is named. */
  readonly test: string | undefined;
  readonly kind: 'fisher' | 'chi-squared' | 't-test' | 'rank' | 'other' | undefined;
}

const PAIRED = /(?<!un|not )paired|(?<!un)matched|mcnemar|signed.?rank|sign.?test|cross.?over|friedman/i;
const ONE_SIDED = /\b(?:one|1).?(?:sided|tailed)|oneTailed/i;
const MARGIN = /(?<!not tested for )(?:non.?inferiority|equivalence)/i;
const ADJUSTED =
  /(?<!un|not |no )adjust|regression|covari|ancova|stratif|mante|\bglm|\bcox|mixed|propensity|bayes|interaction|imput|mmrm|repeated|multivaria|meta.?analysis|inverse.?variance|peto|bonferroni|holm|hochberg|multiplicity|tukey|dunnett|weighted|(?:two|three|2|3).?way|\bgee\b|generali[sz]ed/i;

/** Kinds of tests by their names, the first that fits. */
const KINDS = [
  ['fisher', /fisher/i],
  ['chi-squared', /chi.?squared?|chi.?2|χ/i],
  ['rank', /wilcoxon|mann.?whitney|kruskal|elteren|hodges|jonckheere|(?<!log.?)rank/i],
  ['t-test', /\bt.?test|TTest|student|welch/i],
] as const;

/** Terms that name no test: sides, hypotheses, models of effects. */
const NO_TEST =
  /^other$|superiority|inferiority|equivalence|TailedTest$|^(?:one|two|1|2)[- ](?:sided|tailed)(?: test)?(?: \(\d thresholds?\))?$|effectsFixed|zeroCell|zTest|z-test/i;

const NOTHING_SAID: Analysis = {
  paired: false,
  oneSided: false,
  margin: false,
  adjusted: false,
  test: undefined,
  kind: undefined,
};

/** Reads what is said of how a statistic was analysed: its model characteristics, and all that is remarked of it. */
export const analysisOf = ({ model, remarks, adjusted }: Statistic): Analysis => {
  if (model.length + remarks.length === 0) return { ...NOTHING_SAID, adjusted };
  const all = [...model, ...remarks].join('\n');
  const tests = model.filter((words) => !NO_TEST.test(words));
  const named = tests.join('\n');
  const [kind = 'other'] = KINDS.find(([, pattern]) => pattern.test(named)) ?? [];
  return {
    paired: PAIRED.test(all),
    oneSided: ONE_SIDED.test(all),
    margin: MARGIN.test(all),
    adjusted: adjusted || ADJUSTED.test(all),
    test: tests.at(-1),
    kind: tests.length > 0 ? kind : undefined,
  };
};

const named = ({ test }: Analysis): string => (test === undefined ? '' : ` (“${test}”)`);

/** Why a number is not one that groups by themselves give; `undefined` where nothing says so. */
export const notOfGroups = (analysis: Analysis): string | undefined => {
  if (analysis.paired)
    return `it is from a paired or matched analysis${named(analysis)}, and who was paired with whom is not known`;
  return analysis.adjusted ? `it is from an adjusted analysis${named(analysis)}` : undefined;
};

/** Why a P value is not that of no difference, on either side; `undefined` where nothing says so. */
export const notOfNoDifference = (analysis: Analysis): string | undefined => {
  if (analysis.oneSided) return `it is from a one-sided test${named(analysis)}`;
  return analysis.margin
    ? `it is from a test of non-inferiority or equivalence${named(analysis)}, by a margin that is not known`
    : undefined;
};
