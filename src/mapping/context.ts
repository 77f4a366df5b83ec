import type { Meta } from 'fhir/r5.js';
import { structureDefinition } from '../fhir/canonical.ts';
import { NOT_STATED, stated } from '../model/fact.ts';
import type { SourceDocument } from '../model/source-document.ts';
import type { Arm, Outcome, Publication, Result, Subject, Trial } from '../model/trial.ts';
import { distinctKeys, sha256, slug, studyId } from './id.ts';
import { DOI_SYSTEM, TITLE_SYSTEM } from './identifier-systems.ts';
import { createStudyContext, type SourceName, type StudyContext } from './study-context.ts';
import { timeKey } from './time-point.ts';

/** What the mappers of a trial's resources share. */
export interface Context extends StudyContext {
  readonly trial: Trial;
  /** An arm or outcome by its key. Throws on a key the trial does not have. */
  readonly arm: (key: string) => Arm;
  readonly outcome: (key: string) => Outcome;
  /** What tells a result apart from the trial's others. */
  readonly resultKey: (result: Result) => string;
}

const finder = <T extends { readonly key: string }>(kind: string, all: readonly T[]) => {
  const byKey = new Map(all.map((one) => [one.key, one]));
  return (key: string): T => {
    const found = byKey.get(key);
    if (found === undefined) throw new Error(`the trial has no ${kind} ${key}`);
    return found;
  };
};

/** What tells a subject apart from others. */
export const subjectKey = (subject: Subject | undefined): string => {
  if (subject === undefined) return '';
  if (subject.kind === 'all' || subject.kind === 'unspecified') return subject.kind;
  return subject.kind === 'arm' ? `arm ${subject.arm}` : `treatment ${subject.name.value.toLowerCase()}`;
};

/** Who a result is about, and whom they are compared with where it says so. */
export const subjectsOf = (result: Result): { readonly exposure: Subject; readonly reference?: Subject } => {
  if (result.kind === 'group') return { exposure: result.subject };
  const exposure = result.kind === 'comparison' ? result.exposure : result.subject;
  return { exposure, ...(result.reference !== NOT_STATED && { reference: result.reference.value }) };
};

const plainKey = (result: Result): string => {
  const { exposure, reference } = subjectsOf(result);
  const estimate = result.kind === 'comparison' ? stated(result.estimate)?.type : undefined;
  return [
    result.kind,
    result.outcome,
    timeKey(stated(result.timePoint)),
    subjectKey(exposure),
    subjectKey(reference),
    estimate ?? '',
  ].join('\n');
};

/** All of a thing but its places in the source. */
export const valuesOf = (thing: unknown): string =>
  JSON.stringify(thing, (name, value: unknown) => (name === 'spans' || name === 'path' ? undefined : value));

/** The paper by its DOI, else by its title. */
export const sourceName = ({ doi, title }: Publication): SourceName | undefined => {
  if (doi !== NOT_STATED) return { system: DOI_SYSTEM, value: doi.value.toLowerCase() };
  return title === NOT_STATED ? undefined : { system: TITLE_SYSTEM, value: slug(title.value) };
};

/** Looks a trial over once; `id` is the study's where it is stored under one. */
export const createContext = (trial: Trial, document: SourceDocument, id: string | undefined): Context => {
  const { title, doi } = trial.publication;
  const study = id ?? studyId(trial.registrations, stated(doi), sha256(document.bytes));
  const resultKeys = distinctKeys(trial.results, [plainKey, (result) => result.sentence.words, valuesOf]);
  return {
    ...createStudyContext(document, study, stated(title), sourceName(trial.publication)),
    trial,
    arm: finder('arm', trial.arms),
    outcome: finder('outcome', trial.outcomes),
    resultKey: (result) => resultKeys.get(result) ?? plainKey(result),
  };
};

/** The one profile a resource claims: https://hl7.org/fhir/R5/resource-definitions.html#Meta.profile */
export const claims = (profile: string): { meta: Meta } => ({
  meta: { profile: [structureDefinition(profile)] },
});
