/** What there is to say of a reported number: the codes of `profiles/artifact-assessment.fsh`. */
export type Verdict = 'consistent' | 'inconsistent' | 'cannot-be-verified';

/** What was compared: the codes of `profiles/artifact-assessment.fsh`. */
export type CheckCode =
  | 'risk-ratio'
  | 'odds-ratio'
  | 'risk-difference'
  | 'effect-estimate'
  | 'interval'
  | 'p-from-interval'
  | 'fisher'
  | 'chi-squared'
  | 'p-value'
  | 'percentage'
  | 'total'
  | 'interval-contains-estimate'
  | 'bounds-in-order'
  | 'affected-within-sample';

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
