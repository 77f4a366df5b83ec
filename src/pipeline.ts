// bytes → read (sources) → Trial → map (mapping) → resources → check (statistics) → validate (validation) → write (store)
import { type Issue, isError, notATrial } from './fhir/issue.ts';
import type { MappedTrial, Refused } from './fhir/mapped-trial.ts';
import { readingFacts } from './mapping/reading-facts.ts';
import { read } from './sources/read.ts';
import { checkedTrial } from './statistics/checked-trial.ts';
import { type Stored, storeTrial } from './store/mapped-trial.ts';
import type { Store } from './store/store.ts';
import type { Validate } from './validation/validate.ts';

export type Mapped = MappedTrial | Refused;
export type Ingested = Stored | Refused;

// Lines and columns would be those of our own text, not of the document.
const unplaced = ({ line, column, ...issue }: Issue): Issue => issue;

/** A document as valid FHIR resources, or why it is none; stores nothing. */
export const createMapper =
  (validate: Validate) =>
  (bytes: Uint8Array): Mapped => {
    const found = read(bytes);
    if (found.kind === 'refused')
      return { kind: 'refused', issues: [notATrial(found.takenFor, found.missing)] };
    const trial = checkedTrial(readingFacts(found));
    const invalid = trial.resources.flatMap((resource) => validate(resource)).map(unplaced);
    const issues = [...invalid, ...trial.issues];
    return issues.some(isError) ? { kind: 'refused', issues } : { ...trial, issues };
  };

/** Documents in, stored FHIR out, each all or nothing: https://hl7.org/fhir/R5/operations.html */
export const createPipeline = (parts: { store: Store; validate: Validate; now: () => string }) => {
  const map = createMapper(parts.validate);
  const ingest = async (bytes: Uint8Array): Promise<Ingested> => {
    const mapped = map(bytes);
    return mapped.kind === 'refused' ? mapped : storeTrial(parts.store, mapped, parts.now);
  };
  return { map, ingest };
};
export type Pipeline = ReturnType<typeof createPipeline>;
