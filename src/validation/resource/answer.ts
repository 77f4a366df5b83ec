import type { QuestionnaireItem } from 'fhir/r5.js';
import type { Instance } from '../instance.ts';
import type { Run } from '../run.ts';

/** An answer's value beside the item that it answers. */
export interface Answer {
  readonly run: Run;
  readonly item: QuestionnaireItem;
  readonly value: Instance;
  /** How many answers the item has. */
  readonly count: number;
  readonly issue: (rule: string, text: string) => void;
}
