import type { Issue } from '../fhir/issue.ts';
import { type MappedTrial, referenceTo } from '../fhir/mapped-trial.ts';
import { changesTo } from './changes.ts';
import { type Store, type Version, VersionConflict } from './store.ts';

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

/** Stores a mapped trial, all or nothing; what is stored already stays as it is. */
export const storeTrial = async (store: Store, trial: MappedTrial, now: () => string): Promise<Stored> => {
  const { study, document, facts, issues } = trial;
  if (!(await store.read('DocumentReference', document)) && (await store.read('ResearchStudy', study)))
    return { kind: 'conflict', issues: [otherSource(study)] };
  const { writes, unchanged } = await changesTo(store, facts);
  if (writes.length === 0) return { kind: 'unchanged', study, versions: unchanged, issues };
  const targets = writes.map(({ content, replaces }) => `${referenceTo(content)}/_history/${replaces + 1}`);
  const provenance = await changesTo(store, [trial.provenance(targets)]);
  try {
    const versions = await store.write([...writes, ...provenance.writes], now());
    return { kind: 'written', study, versions, issues };
  } catch (error) {
    // Another writer was first; seen from what it left, this may be a conflict or no change at all.
    if (error instanceof VersionConflict) return storeTrial(store, trial, now);
    throw error;
  }
};
