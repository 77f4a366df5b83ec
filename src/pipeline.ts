// bytes → read (sources) → Trial → map (mapping) → resources → check (statistics) → validate (validation) → join (joining) → write (store)
import { isError, notATrial, unplaced } from './fhir/issue.ts';
import type { MappedTrial, Refused } from './fhir/mapped-trial.ts';
import { type Stored, storeTrial } from './joining/store-trial.ts';
import { storedStudy } from './joining/stored-study.ts';
import { readingFacts } from './mapping/reading-facts.ts';
import { read } from './sources/read.ts';
import { checkedTrial } from './statistics/checked-trial.ts';
import type { Store } from './store/store.ts';
import type { Validate } from './validation/validate.ts';

export type Mapped = MappedTrial | Refused;
export type Ingested = Stored | Refused;

/** A document as valid FHIR resources, or why it is none; stores nothing. `id` is the study's if it has another. */
export const createMapper =
  (validate: Validate) =>
  (bytes: Uint8Array, id?: string): Mapped => {
    const found = read(bytes);
    if (found.kind === 'refused')
      return { kind: 'refused', issues: [notATrial(found.takenFor, found.missing)] };
    const trial = checkedTrial(readingFacts(found, id));
    const invalid = trial.resources.flatMap((resource) => validate(resource)).map(unplaced);
    const issues = [...invalid, ...trial.issues];
    return issues.some(isError) ? { kind: 'refused', issues } : { ...trial, issues };
  };

/** Documents in, stored FHIR out, each all or nothing: https://hl7.org/fhir/R5/operations.html */
export const createPipeline = (parts: { store: Store; validate: Validate; now: () => string }) => {
  const map = createMapper(parts.validate);
  const ingest = async (bytes: Uint8Array): Promise<Ingested> => {
    const mapped = map(bytes);
    if (mapped.kind === 'refused') return mapped;
    const stored = await storedStudy(parts.store, mapped);
    const trial = stored === mapped.study ? mapped : map(bytes, stored);
    return trial.kind === 'refused' ? trial : storeTrial(parts, trial);
  };
  return { map, ingest };
};
export type Pipeline = ReturnType<typeof createPipeline>;
