import type { DocumentReference } from 'fhir/r5.js';
import { type Content, content } from '../fhir/content.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import { type Issue, isError } from '../fhir/issue.ts';
import { type MappedTrial, referenceTo } from '../fhir/mapped-trial.ts';
import { type Changes, changesTo } from '../store/changes.ts';
import { type Deletion, type Store, type Version, VersionConflict, type Write } from '../store/store.ts';
import { conflictIssue } from './conflict.ts';
import { noLongerTold } from './no-longer-told.ts';
import { planned } from './puts.ts';
import { type Reading, readingsOf, sourceOf } from './reading.ts';
import { succeeding } from './succeeding.ts';
import { telling } from './telling.ts';

/** What storing a trial did. */
export type Stored =
  | {
      readonly kind: 'written' | 'unchanged';
      readonly study: string;
      readonly versions: readonly Version[];
      readonly issues: readonly Issue[];
    }
  /** What sources and persons say together is not valid. */
  | { readonly kind: 'conflict'; readonly issues: readonly Issue[] };

/** What storing needs. */
export interface Parts {
  readonly store: Store;
  readonly validate: (resource: Content) => readonly Issue[];
  readonly now: () => string;
}

const isVersion = (version: Version | Deletion): version is Version => !version.deleted;

const versionsIn = ({ writes, unchanged }: Changes): readonly string[] => [
  ...writes.map(({ type, id, replaces }) => `${type}/${id}/_history/${replaces + 1}`),
  ...unchanged.map(({ type, id, versionId }) => `${type}/${id}/_history/${versionId}`),
];

/** An older copy of the same, which says so from now on. */
const superseded = async (store: Store, older: Reading | undefined): Promise<readonly Write[]> => {
  const found = older && (await store.read('DocumentReference', older.document));
  if (found === undefined || found.deleted) return [];
  const { type, id, versionId } = found;
  const tree = { ...(exactTree(found.text) as Tree), status: 'superseded' };
  return [{ type, id, method: 'PUT', content: content(tree as never), replaces: versionId }];
};

const olderCopy = (document: string): Issue => ({
  severity: 'warning',
  code: 'conflict',
  rule: 'newer-copy-is-stored',
  text: `A newer copy of DocumentReference/${document} has been read since; nothing was changed`,
});

/**
 * Stores a mapped trial, all or nothing. What is stored already stays as it is; what several sources say of a study is
 * joined, what a person corrected survives, and both are told where they disagree.
 */
export const storeTrial = async (parts: Parts, trial: MappedTrial): Promise<Stored> => {
  const { store, validate, now } = parts;
  const { study } = trial;
  const isDocument = ({ value }: Content): boolean =>
    value.resourceType === 'DocumentReference' && value.id === trial.document;
  const document = trial.facts.find(isDocument);
  const source = document ? sourceOf(document.value as DocumentReference) : trial.document;
  const all = await readingsOf(store, study);
  if (all.some((one) => one.document === trial.document && one.superseded))
    return { kind: 'unchanged', study, versions: [], issues: [...trial.issues, olderCopy(trial.document)] };
  const readings = all.filter(({ superseded }) => !superseded);
  const older = readings.find((one) => one.source === source && one.document !== trial.document);
  const facts = await Promise.all(
    trial.facts.map((fact) => (isDocument(fact) ? succeeding(store, fact, older?.document) : fact)),
  );
  const stored = await store.readAll(
    facts.map(({ value: { resourceType: type, id = '' } }) => ({ type, id })),
  );
  const tellings = await Promise.all(
    facts.map((fact) => telling(store, trial, source, readings, fact, stored.get(referenceTo(fact)))),
  );
  const issues = [
    ...trial.issues,
    ...tellings.flatMap(({ conflicts }) => conflicts.map((one) => conflictIssue('sources-disagree', one))),
  ];
  const invalid = tellings.flatMap(({ told, final }) => (told.text === final.text ? [] : validate(final)));
  if (invalid.some(isError)) return { kind: 'conflict', issues: [...invalid, ...issues] };
  const plans = tellings.map((one) => ({ ...one, ...planned(one) }));
  const versioned = new Map(
    plans.map(({ place, toldVersion }) => [place, `${place}/_history/${toldVersion}`]),
  );
  const referenceOf = (fact: Content): string => versioned.get(referenceTo(fact)) ?? referenceTo(fact);
  const assessments = await changesTo(store, trial.assessments(referenceOf));
  const targets = [...versioned.values(), ...versionsIn(assessments)];
  const provenance = await changesTo(store, [trial.provenance(targets)]);
  const told = new Set(targets.map((target) => target.split('/_history/')[0] ?? ''));
  const gone = await noLongerTold(
    store,
    readings.find((one) => one.source === source),
    told,
  );
  const writes = [
    ...plans.flatMap(({ puts }) => puts),
    ...assessments.writes,
    ...provenance.writes,
    ...gone,
    ...(await superseded(store, older)),
  ];
  const unchanged = [
    ...plans.flatMap(({ puts, current }) => (puts.length === 0 && current ? [current] : [])),
    ...assessments.unchanged,
  ];
  if (writes.length === 0) return { kind: 'unchanged', study, versions: unchanged, issues };
  try {
    const versions = await store.write({ writes }, now());
    return { kind: 'written', study, versions: versions.filter(isVersion), issues };
  } catch (error) {
    // Another writer was first; seen from what it left, there may be nothing left to write.
    if (error instanceof VersionConflict) return storeTrial(parts, trial);
    throw error;
  }
};
