// bytes → read (sources) → Trial → map (mapping) → resources → validate (validation) → write (store)
import type { Content } from './fhir/content.ts';
import { type Issue, isError, notATrial } from './fhir/issue.ts';
import { referenceTo } from './fhir/mapped-trial.ts';
import { mappedTrial } from './mapping/mapped-trial.ts';
import { read } from './sources/read.ts';
import { storeTrial, type Stored } from './store/mapped-trial.ts';
import type { Store } from './store/store.ts';
import type { Validate } from './validation/validate.ts';

type With<T> = T & { readonly study: string; readonly issues: readonly Issue[] };
type Refused = { readonly kind: 'refused'; readonly issues: readonly Issue[] };
export type Mapped = Refused | With<{ readonly kind: 'mapped'; readonly resources: readonly Content[] }>;
export type Ingested = Refused | With<Stored>;

const walk = (bytes: Uint8Array, validate: Validate) => {
  const found = read(bytes);
  if (found.kind === 'refused') return { kind: 'refused', issues: [notATrial(found.takenFor, found.missing)] } as const;
  const trial = mappedTrial(found.trial, found.document);
  const resources = [...trial.resources, trial.provenance(trial.resources.map(referenceTo))];
  const issues = resources.flatMap((resource) => validate(resource));
  return issues.some(isError) ? ({ kind: 'refused', issues } as const) : ({ kind: 'mapped', trial, resources, issues } as const);
};

/** A document as valid FHIR resources, the study first, or why it is none; stores nothing. */
export const createMapper = (validate: Validate) => (bytes: Uint8Array): Mapped => {
  const walked = walk(bytes, validate);
  return walked.kind === 'refused' ? walked : { ...walked, study: walked.trial.study };
};

/** Documents in, stored FHIR out, each all or nothing: https://hl7.org/fhir/R5/operations.html */
export const createPipeline = ({ store, validate, now }: { store: Store; validate: Validate; now: () => string }) => ({
  map: createMapper(validate),
  ingest: async (bytes: Uint8Array): Promise<Ingested> => {
    const walked = walk(bytes, validate);
    if (walked.kind === 'refused') return walked;
    return { study: walked.trial.study, issues: walked.issues, ...(await storeTrial(store, walked.trial, now)) };
  },
});
export type Pipeline = ReturnType<typeof createPipeline>;
