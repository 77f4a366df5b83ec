import type { TrialFacts } from '../fhir/mapped-trial.ts';
import type { Reading } from '../model/reading.ts';
import { trialFacts } from './mapped-trial.ts';
import { publicationFacts } from './publication-facts.ts';
import { recordFacts } from './record/record-facts.ts';
import { withheld } from './withheld.ts';

const NOTHING: ReadonlySet<string> = new Set();

const factsOf = (found: Exclude<Reading, { kind: 'refused' }>, id?: string): TrialFacts =>
  found.kind === 'publication'
    ? publicationFacts(found.publication, found.document, found)
    : found.kind === 'record'
      ? recordFacts(found.record, found.document, id)
      : trialFacts(found.trial, found.document, found.unread, id);

/**
 * What was read as FHIR resources, whatever kind of source; `id` is the study's where it is stored under another,
 * `withhold` the identifier systems of sources whose texts may not be passed on.
 */
export const readingFacts = (
  found: Exclude<Reading, { kind: 'refused' }>,
  id?: string,
  withhold = NOTHING,
): TrialFacts => withheld(factsOf(found, id), withhold);
