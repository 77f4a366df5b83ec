import type { Statistic } from './statistic.ts';

/** What is said of how a number was analysed, as far as it matters to a check. */
export interface Analysis {
  /** Pairs or matched people were compared, which counts by group do not show. */
  readonly paired: boolean;
  readonly oneSided: boolean;
  /** More than the exposure was in the model. */
  readonly adjusted: boolean;
  /** The test, in the words of the source; `undefined` where none is named. */
  readonly test: string | undefined;
  readonly kind: 'fisher' | 'chi-squared' | 'other' | undefined;
}

const PAIRED = /(?<!un|not )paired|matched|mcnemar|signed.?rank|sign.?test|cross.?over|friedman/i;
const ONE_SIDED = /\b(?:one|1).?(?:sided|tailed)|oneTailed|(?<!not tested for )non.?inferiority/i;
const ADJUSTED =
  /(?<!un)adjust|regression|covari|ancova|stratif|mante|\bglm|\bcox|mixed|propensity|bayes|interaction|imput|mmrm|repeated|multivaria|meta.?analysis|inverse.?variance|peto|bonferroni|holm|tukey|dunnett/i;
const FISHER = /fisher/i;
const CHI_SQUARED = /chi.?squared?|chi.?2|χ/i;
/** Terms that name no test: sides, hypotheses, models of effects. */
const NO_TEST =
  /^other$|superiority|inferiority|equivalence|^(?:one|two)-sided$|TailedTest$|two.?(?:sided|tailed)|effectsFixed|zeroCell|zTest|z-test/i;

/** Reads the model characteristics of a statistic. */
export const analysisOf = ({ model, adjusted }: Statistic): Analysis => {
  const says = (pattern: RegExp): boolean => model.some((words) => pattern.test(words));
  const tests = model.filter((words) => !NO_TEST.test(words));
  const named = says(FISHER) ? 'fisher' : says(CHI_SQUARED) ? 'chi-squared' : 'other';
  return {
    paired: says(PAIRED),
    oneSided: says(ONE_SIDED),
    adjusted: adjusted || says(ADJUSTED),
    test: tests.at(-1),
    kind: tests.length > 0 ? named : undefined,
  };
};
