import type { Issue } from '../fhir/issue.ts';
import { isOfCounts, MEASURES, type MeasureName } from './measure.ts';
import { isRandom, type Model } from './pool.ts';

/** How evidence is to be pooled. */
export interface Choices {
  readonly measure: MeasureName;
  readonly model: Model;
  readonly hartungKnapp: boolean;
  /** Whether evidence with inconsistent numbers stays. */
  readonly inconsistent: 'exclude' | 'keep';
  /** What becomes of a group that stands in several comparisons of a study. */
  readonly sharedGroup: 'refuse' | 'split';
  /** Whether the first group of an analysis is taken to be compared with the second, where it is not said. */
  readonly unordered: 'exclude' | 'first-against-second';
  /** Words in the name of the group that is compared. */
  readonly exposure?: string | undefined;
  /** Words in the name of the group that it is compared with. */
  readonly reference?: string | undefined;
  /** The row of the outcome. */
  readonly category?: string | undefined;
}

const refusal = (text: string): Issue => ({ severity: 'error', code: 'invalid', rule: 'pool-choices', text });

/** What in the choices does not go together. */
export const choiceIssues = ({ measure, model, hartungKnapp }: Choices): readonly Issue[] => [
  ...(model === 'fixed-peto' && measure !== 'OR'
    ? [refusal(`Peto’s method pools odds ratios, not a ${MEASURES[measure].name}`)]
    : []),
  ...(model === 'fixed-mantel-haenszel' && !isOfCounts(measure)
    ? [refusal(`Mantel and Haenszel’s method pools counts, which give no ${MEASURES[measure].name}`)]
    : []),
  ...(hartungKnapp && !isRandom(model)
    ? [refusal('Hartung and Knapp’s adjustment is one of models with random effects')]
    : []),
];
