// bytes → read (sources) → Trial → map (mapping) → resources → check (statistics) → validate (validation) → join (joining) → write (store)
import { isError, notATrial, unplaced } from './fhir/issue.ts';
import type { MappedTrial, Refused } from './fhir/mapped-trial.ts';
import { type Parts, type Stored, storeTrial } from './joining/store-trial.ts';
import { storedStudy } from './joining/stored-study.ts';
import { readingFacts } from './mapping/reading-facts.ts';
import type { Reading } from './model/reading.ts';
import { readAll, read as readOne } from './sources/read.ts';
import { checkedTrial } from './statistics/checked-trial.ts';
import type { Validate } from './validation/validate.ts';

export type Mapped = MappedTrial | Refused;
export type Ingested = Stored | Refused;

/** What was read as valid FHIR resources, or why it is none; stores nothing. `id` is the study's if it has another. */
const mapped = (validate: Validate, read: Reading, id?: string, withhold?: ReadonlySet<string>): Mapped => {
  if (read.kind === 'refused') return { kind: 'refused', issues: [notATrial(read.takenFor, read.missing)] };
  const trial = checkedTrial(readingFacts(read, id, withhold));
  const issues = [...trial.resources.flatMap((one) => validate(one)).map(unplaced), ...trial.issues];
  return issues.some(isError) ? { kind: 'refused', issues } : { ...trial, issues };
};

/** The trials of a document, mapped one after the other. */
export const createMapper = (validate: Validate) => (bytes: Uint8Array) =>
  readAll(bytes).map((one) => mapped(validate, one));

/** Documents in, stored FHIR out, each trial all or nothing: https://hl7.org/fhir/R5/operations.html */
export const createPipeline = (parts: Parts & { withhold?: ReadonlySet<string> }) => {
  const ingestOne = async (found: Reading): Promise<Ingested> => {
    const first = mapped(parts.validate, found, undefined, parts.withhold);
    if (first.kind === 'refused') return first;
    const { study, issues } = await storedStudy(parts.store, first);
    const trial = study === first.study ? first : mapped(parts.validate, found, study, parts.withhold);
    if (trial.kind === 'refused') return trial;
    return storeTrial(parts, { ...trial, issues: [...trial.issues, ...issues] });
  };
  const ingest = (bytes: Uint8Array) => ingestOne(readOne(bytes));
  return { ingest, ingestAll: (bytes: Uint8Array) => readAll(bytes).map(ingestOne) };
};
export type Pipeline = ReturnType<typeof createPipeline>;
