import type { ArtifactAssessment } from 'fhir/r5.js';
import { codeIn, conceptText } from './concept.ts';

const VERDICTS = 'https://w3id.org/trialbridge/fhir/CodeSystem/verdict';

/** What a check can find of a reported number. */
export type Verdict = 'consistent' | 'inconsistent' | 'cannot-be-verified';

/** What a check found of one reported number. */
export interface NumberCheck {
  readonly verdict: Verdict;
  readonly name: string;
  /** The calculation, in words. */
  readonly calculation: string;
  readonly paths: readonly string[];
}

/** The checks that an assessment holds. */
export const checksOf = ({ content = [] }: ArtifactAssessment): NumberCheck[] =>
  content
    .flatMap(({ component = [] }) => component)
    .map(({ type, classifier = [], summary = '', path = [] }) => ({
      verdict: codeIn(VERDICTS, classifier[0]) as Verdict,
      name: conceptText(type),
      calculation: summary,
      paths: path,
    }));

/** What checks found together: one inconsistent number is enough; what cannot be verified counts where nothing else can. */
export const overallVerdict = (checks: readonly NumberCheck[]): Verdict | undefined =>
  (['inconsistent', 'consistent', 'cannot-be-verified'] as const).find((verdict) =>
    checks.some((check) => check.verdict === verdict),
  );
