import type { Issue } from '../fhir/issue.ts';
import { type MappedTrial, referenceTo } from '../fhir/mapped-trial.ts';
import { type Changes, changesTo, type Put } from './changes.ts';
import { type Deletion, type Store, type Version, VersionConflict } from './store.ts';

/** What storing a trial did. `conflict`: its study is stored from another source. */
export type Stored =
  | {
      readonly kind: 'written' | 'unchanged';
      readonly study: string;
      readonly versions: readonly Version[];
      readonly issues: readonly Issue[];
    }
  | { readonly kind: 'conflict'; readonly issues: readonly Issue[] };

const otherSource = (study: string): Issue => ({
  severity: 'error',
  code: 'conflict',
  rule: 'study-has-another-source',
  text: `ResearchStudy/${study} is stored from another source; nothing was changed`,
});

const newReference = ({ content, replaces }: Put): string =>
  `${referenceTo(content)}/_history/${replaces + 1}`;

/** The version-specific references of what is stored once the writes are made, by those without version. */
const versionedReferences = ({ writes, unchanged }: Changes): ReadonlyMap<string, string> =>
  new Map([
    ...writes.map((write) => [referenceTo(write.content), newReference(write)] as const),
    ...unchanged.map(
      ({ type, id, versionId }) => [`${type}/${id}`, `${type}/${id}/_history/${versionId}`] as const,
    ),
  ]);

const isStored = async (store: Store, type: string, id: string): Promise<boolean> => {
  const current = await store.read(type, id);
  return current !== undefined && !current.deleted;
};

const isVersion = (version: Version | Deletion): version is Version => !version.deleted;

/** Stores a mapped trial, all or nothing; what is stored already stays as it is. */
export const storeTrial = async (store: Store, trial: MappedTrial, now: () => string): Promise<Stored> => {
  const { study, document, issues } = trial;
  if (
    !(await isStored(store, 'DocumentReference', document)) &&
    (await isStored(store, 'ResearchStudy', study))
  )
    return { kind: 'conflict', issues: [otherSource(study)] };
  const facts = await changesTo(store, trial.facts);
  const versioned = versionedReferences(facts);
  const assessments = await changesTo(
    store,
    trial.assessments((fact) => versioned.get(referenceTo(fact)) ?? referenceTo(fact)),
  );
  const writes = [...facts.writes, ...assessments.writes];
  if (writes.length === 0)
    return { kind: 'unchanged', study, versions: [...facts.unchanged, ...assessments.unchanged], issues };
  const targets = writes.map(newReference);
  const provenance = await changesTo(store, [trial.provenance(targets)]);
  try {
    const versions = await store.write({ writes: [...writes, ...provenance.writes] }, now());
    return { kind: 'written', study, versions: versions.filter(isVersion), issues };
  } catch (error) {
    // Another writer was first; seen from what it left, this may be a conflict or no change at all.
    if (error instanceof VersionConflict) return storeTrial(store, trial, now);
    throw error;
  }
};
