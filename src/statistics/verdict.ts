/** What there is to say of a reported number: the codes of `profiles/artifact-assessment.fsh`. */
export type Verdict = 'consistent' | 'inconsistent' | 'cannot-be-verified';

/** What was compared: the codes of `profiles/artifact-assessment.fsh`. */
export type CheckCode =
  | 'risk-ratio'
  | 'odds-ratio'
  | 'risk-difference'
  | 'mean-difference'
  | 'standardised-mean-difference'
  | 'effect-estimate'
  | 'interval'
  | 'p-from-interval'
  | 'fisher'
  | 'chi-squared'
  | 't-test'
  | 'p-value'
  | 'decision'
  | 'percentage'
  | 'total'
  | 'interval-contains-estimate'
  | 'interval-symmetry'
  | 'bounds-in-order'
  | 'affected-within-sample'
  | 'grim'
  | 'grimmer'
  | 'standard-deviation';

/** One comparison of a reported number with what the others give. */
export interface Check {
  readonly code: CheckCode;
  readonly verdict: Verdict;
  /** FHIRPath of the element judged: `Evidence.statistic[0].quantity`. */
  readonly path: string;
  /** The calculation in words and numbers, or why there is none. */
  readonly text: string;
  /** What was recomputed, as a decimal. */
  readonly recomputed?: string;
  /** Unit of what was recomputed, as a UCUM code. */
  readonly unit?: '%';
}

/** A check before it is known which element it judges. */
export type Judgement = Omit<Check, 'path'>;

/** That a number cannot be verified, and why. */
export const cannotVerify = (code: CheckCode, text: string): Judgement => ({
  code,
  verdict: 'cannot-be-verified',
  text,
});

/** A judgement with the element it is about, as the one check; none if there is none. */
export const placed = (path: string, judgement: Judgement | undefined): readonly Check[] =>
  judgement === undefined ? [] : [{ ...judgement, path }];
