import { CONTAINED_VERSIONS, containedIn, containedRow, numbered } from './contained.ts';
import { currentVersions, type Replaced } from './current-versions.ts';
import { checkDemands } from './demand.ts';
import { digest } from './digest.ts';
import { guarded } from './guard.ts';
import { gather } from './index/gather.ts';
import { index } from './index-version.ts';
import { checkReferences } from './integrity.ts';
import { placeOf } from './place.ts';
import { beginJob } from './reindexing.ts';
import { noteName, set } from './setting.ts';
import { splice } from './splice.ts';
import type { Dialect } from './sql/engine.ts';
import { insert, run, type Work } from './sql/work.ts';
import type { Batch, Deletion, Version, Write } from './store.ts';
import { changedBy, type StoredParameters, storedParameters } from './stored-parameters.ts';
import { VERSIONS } from './version-row.ts';

/** A version to be written; `time` is its `lastUpdated` in milliseconds since 1970. */
interface Made {
  readonly seq: number;
  readonly time: number;
  readonly version: Version | Deletion;
}

/** The version a write makes. Within a resource time does not go back, whatever the clock does. */
const made = (
  { type, id, method, content, replaces }: Write,
  seq: number,
  replaced: Replaced | undefined,
  now: string,
): Made => {
  const time = Date.parse(now);
  const last = replaced && replaced.time > time ? replaced : { lastUpdated: now, time };
  const place = { type, id, versionId: replaces + 1, lastUpdated: last.lastUpdated, method };
  const version: Version | Deletion = content
    ? { ...place, deleted: false, text: splice(content, place), digest: digest(content.text) }
    : { ...place, deleted: true };
  return { seq, time: last.time, version };
};

const rowOf = ({ seq, time, version }: Made) => [
  seq,
  version.type,
  version.id,
  version.versionId,
  time,
  version.lastUpdated,
  version.method,
  version.deleted ? null : version.digest,
  version.deleted ? null : version.text,
  version.deleted ? 0 : 1,
];

/** Says of a version, and of what it contains, what replaced it and when. */
function* end(dialect: Dialect, replaced: Replaced, { seq, time }: Made): Work<void> {
  const { sql, values } = dialect.endedBy(seq);
  yield* run(
    `UPDATE version SET ended = ${sql}, ended_ms = ? WHERE seq = ? OR container = ?`,
    ...values,
    time,
    replaced.seq,
    replaced.seq,
  );
}

/** Stored search parameters as a batch makes them; what else is written in it is indexed by them. */
function* parametersAfter(
  dialect: Dialect,
  known: StoredParameters,
  writes: readonly Write[],
  seqs: readonly number[],
): Work<StoredParameters> {
  const written = writes.flatMap(({ type, id, content }, at) =>
    type === 'SearchParameter' ? [{ id, seq: seqs[at] as number, resource: content?.value }] : [],
  );
  if (written.length === 0) return known;
  const { parameters, types } = yield* changedBy(known, written);
  if (types.length > 0) {
    yield* beginJob(dialect, types);
    yield* dialect.notify('search-parameters');
  }
  return parameters;
}

/** What was written: the versions, and the parameters by which they are found. */
interface Written {
  readonly versions: readonly (Version | Deletion)[];
  readonly parameters: StoredParameters;
}

/** The writes in their order, divided where one replaces the version that another makes. */
const waves = (writes: readonly Write[]): readonly (readonly Write[])[] => {
  const depth = new Map<string, number>();
  const numbered = writes.map((write) => {
    const place = placeOf(write);
    const wave = depth.get(place) ?? 0;
    depth.set(place, wave + 1);
    return { wave, write };
  });
  const divided = Map.groupBy(numbered, ({ wave }) => wave);
  return [...divided.values()].map((wave) => wave.map(({ write }) => write));
};

function* writeWave(
  dialect: Dialect,
  writes: readonly Write[],
  lastUpdated: string,
  known: StoredParameters,
  referentialIntegrity: boolean,
): Work<Written> {
  const replaced = yield* currentVersions(dialect, writes);
  const gathered = writes.map(({ content }) => content && gather(content.value));
  if (referentialIntegrity) yield* checkReferences(dialect, writes, gathered);

  const within = writes.map(({ content }) => (content ? containedIn(content) : []));
  const seqs = yield* dialect.seqs(writes.length + within.flat().length);
  const contained = numbered(within, seqs.slice(writes.length));
  const parameters = yield* parametersAfter(dialect, yield* storedParameters(known), writes, seqs);
  const all = writes.map((one, at) => made(one, seqs[at] as number, replaced.get(placeOf(one)), lastUpdated));
  for (const one of all) {
    const before = replaced.get(placeOf(one.version));
    if (before) yield* end(dialect, before, one);
  }
  yield* insert(VERSIONS, all.map(rowOf));
  yield* insert(
    CONTAINED_VERSIONS,
    all.flatMap(({ seq, time, version }, at) =>
      (contained[at] ?? []).map((one) => containedRow(one, seq, time, version)),
    ),
  );
  for (const [at, { type, id, content }] of writes.entries()) {
    const found = gathered[at];
    if (content === undefined || found === undefined) continue;
    const version = { seq: seqs[at] as number, type, id, resource: content.value };
    yield* index({ ...version, gathered: found, contained: contained[at] ?? [] }, parameters.indexed);
  }
  return { versions: all.map(({ version }) => version), parameters };
}

/**
 * Makes a new version for each write, and what it is found by; a write may replace the version that one before it
 * makes. Throws VersionConflict, BrokenReferences, DemandUnmet.
 */
export function* write(
  dialect: Dialect,
  { writes, guards = [], demands = [], notes = {} }: Batch,
  lastUpdated: string,
  known: StoredParameters,
  referentialIntegrity: boolean,
): Work<Written> {
  const defines = writes.some(({ type }) => type === 'SearchParameter');
  yield* dialect.turn('search-parameters', defines ? 'alone' : 'shared');
  yield* guarded(dialect, guards);
  yield* checkDemands(dialect, demands, 'before');
  const versions: (Version | Deletion)[] = [];
  let parameters = known;
  for (const wave of waves(writes)) {
    const written = yield* writeWave(dialect, wave, lastUpdated, parameters, referentialIntegrity);
    versions.push(...written.versions);
    parameters = written.parameters;
  }
  yield* checkDemands(dialect, demands, 'after');
  for (const [name, note] of Object.entries(notes)) yield* set(noteName(name), note);
  return { versions, parameters };
}
