import { chiSquaredP, likelihoodRatioP, pearsonP, yatesP } from './chi-squared.ts';
import { fisherTest } from './fisher.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** A test of two groups' counts, with its two-sided P value. */
export interface CountTest {
  readonly code: 'fisher' | 'chi-squared';
  readonly how: string;
  readonly p: (table: TwoByTwo) => number;
}

/** The usual tests of two groups' counts. */
export const COUNT_TESTS: readonly CountTest[] = [
  { code: 'fisher', how: "by Fisher's exact test", p: (table) => fisherTest(table).twoSided },
  { code: 'chi-squared', how: 'by the chi-squared test', p: chiSquaredP },
  { code: 'chi-squared', how: "by the chi-squared test with Yates's correction", p: yatesP },
  { code: 'chi-squared', how: "by the chi-squared test with Pearson's N − 1", p: pearsonP },
  { code: 'chi-squared', how: 'by the likelihood ratio', p: likelihoodRatioP },
];
