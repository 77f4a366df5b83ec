import { type Content, content } from '../fhir/content.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import { type MappedTrial, referenceTo } from '../fhir/mapped-trial.ts';
import { isSameResource } from '../fhir/same-resource.ts';
import { digest } from '../store/digest.ts';
import type { Deletion, Store, Version } from '../store/store.ts';
import type { Conflict } from './conflict.ts';
import { joinStudies } from './join-studies.ts';
import { keepCorrections } from './keep-corrections.ts';
import type { Reading } from './reading.ts';
import { said } from './said.ts';

/** What is to be stored of a resource: what its source says, and what stands there in the end. */
export interface Telling {
  readonly place: string;
  readonly current: Version | undefined;
  readonly currentVersion: number;
  readonly told: Content;
  /** The version that says it, where that is looked for and there is one. */
  readonly toldIn: number | undefined;
  readonly final: Content;
  readonly conflicts: readonly Conflict[];
}

const treeOf = (text: string): Tree => exactTree(text) as Tree;

/** A resource without what the server sets in it. */
const sent = ({ text }: { readonly text: string }): Tree => {
  const { meta, ...resource } = treeOf(text);
  const { versionId, lastUpdated, ...kept } = (meta ?? {}) as Tree;
  return { ...resource, ...(Object.keys(kept).length > 0 && { meta: kept }) };
};

const contentOf = (tree: Tree): Content => content(tree as never);

/** Whether a version says just what a content does. */
export const isSame = (version: Version, { text }: Content): boolean =>
  version.digest === digest(text) || isSameResource(version.text, text);

/** Where the version stands that holds what a source said of a resource. */
const versionTold = async (
  store: Store,
  place: string,
  reading: Reading | undefined,
): Promise<Version | undefined> => {
  const version = reading?.told.get(place);
  const [type = '', id = ''] = place.split('/');
  const found = version === undefined ? undefined : await store.vread(type, id, version);
  return found === undefined || found.deleted ? undefined : found;
};

/** The source that gives the study its id is heard first, the others by their names. */
const inOrder = (
  study: string,
  told: readonly { readonly source: string; readonly tree: Tree }[],
): readonly Tree[] => {
  const rank = (source: string): string => (source.endsWith(`|${study}`) ? '' : source);
  return told.toSorted((a, b) => (rank(a.source) < rank(b.source) ? -1 : 1)).map(({ tree }) => tree);
};

/** What is known of a resource before its source is heard again, and after; a study is what all its sources tell. */
interface Heard {
  readonly before: Tree | undefined;
  readonly now: Tree;
  readonly conflicts: readonly Conflict[];
}

const heardOfStudy = async (
  store: Store,
  trial: MappedTrial,
  source: string,
  readings: readonly Reading[],
  told: Content,
): Promise<Heard> => {
  const earlier = await Promise.all(
    readings.map(async (reading) => {
      const version = await versionTold(store, referenceTo(told), reading);
      return version === undefined ? [] : [{ source: reading.source, tree: sent(version) }];
    }),
  );
  const before = earlier.flat();
  const now = [...before.filter((one) => one.source !== source), { source, tree: treeOf(told.text) }];
  const { study, conflicts } = joinStudies(inOrder(trial.study, now));
  return {
    before: before.length === 0 ? undefined : joinStudies(inOrder(trial.study, before)).study,
    now: study,
    conflicts,
  };
};

/** Compares what a document says of a resource with what is `stored` of it; what a person corrected stays. */
export const telling = async (
  store: Store,
  trial: MappedTrial,
  source: string,
  readings: readonly Reading[],
  told: Content,
  stored: Version | Deletion | undefined,
): Promise<Telling> => {
  const place = referenceTo(told);
  const mine = readings.find((reading) => reading.source === source);
  const before = await versionTold(store, place, mine);
  const current = stored === undefined || stored.deleted ? undefined : stored;
  const found = { place, current, currentVersion: stored?.versionId ?? 0, told };
  const isJoined = place === `ResearchStudy/${trial.study}` && readings.length > 0;
  if (!isJoined && (current === undefined || before === undefined || before.versionId === current.versionId))
    return { ...found, toldIn: undefined, final: told, conflicts: [] };
  const base = { ...found, toldIn: before && isSame(before, told) ? before.versionId : undefined };
  const heard: Heard = isJoined
    ? await heardOfStudy(store, trial, source, readings, told)
    : { before: before && sent(before), now: treeOf(told.text), conflicts: [] };
  // As the source had it, so nobody corrected it.
  const present = current && sent(current);
  if (present === undefined || heard.before === undefined || said(present) === said(heard.before))
    return { ...base, final: contentOf(heard.now), conflicts: heard.conflicts };
  const { resource, conflicts } = keepCorrections(told.value.resourceType, heard.before, present, heard.now);
  return { ...base, final: contentOf(resource), conflicts: [...heard.conflicts, ...conflicts] };
};
