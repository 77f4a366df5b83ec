import { notRead } from '../fhir/issue.ts';
import type { TrialFacts } from '../fhir/mapped-trial.ts';
import type { SourceDocument } from '../model/source-document.ts';
import type { Trial } from '../model/trial.ts';
import { factsOf } from './facts-of.ts';
import { notStated } from './not-stated.ts';
import { mapTrial } from './trial.ts';

/** A trial as FHIR resources in their text, and what is not stated or was not read: https://hl7.org/fhir/R5/researchstudy.html */
export const trialFacts = (
  trial: Trial,
  document: SourceDocument,
  unread: readonly string[],
  id?: string,
): TrialFacts =>
  factsOf(mapTrial(trial, document, id), document, [...notStated(trial), ...unread.map(notRead)]);
