import { CONTAINED_VERSIONS, containedIn, containedRow, numbered } from '../contained.ts';
import { beginJob } from '../reindexing.ts';
import { set } from '../setting.ts';
import type { Dialect } from '../sql/engine.ts';
import { insert, row, type Table, type Work } from '../sql/work.ts';
import { changedBy, noStoredParameters, type WrittenParameter } from '../stored-parameters.ts';
import { VERSIONS } from '../version-row.ts';
import { checkedLines } from './checked-lines.ts';
import { BrokenBackup, type VersionLine } from './line.ts';

/** The same with what ended a version. */
const ENDED_VERSIONS: Table = { ...VERSIONS, columns: [...VERSIONS.columns, 'ended', 'ended_ms'] };

/** What ended a version that was replaced before it was restored: something that every snapshot sees. */
const ENDED = 1;

/** How many versions are written together. */
const AT_ONCE = 200;

function* batches<T>(all: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const rowOf = (line: VersionLine, seq: number) => [
  seq,
  line.type,
  line.id,
  line.version,
  Date.parse(line.lastUpdated),
  line.lastUpdated,
  line.method,
  line.digest,
  line.text,
  line.ended === null && line.text !== null ? 1 : 0,
  line.ended === null ? null : ENDED,
  line.ended,
];

/** Stores versions as they are, and beside the current ones what they contain; tells of search parameters. */
function* restoreVersions(
  dialect: Dialect,
  versions: readonly VersionLine[],
): Work<readonly WrittenParameter[]> {
  const contents = versions.map(({ text, ended }) =>
    text === null || ended !== null ? undefined : { text, value: JSON.parse(text) },
  );
  const within = contents.map((one) => (one ? containedIn(one) : []));
  const seqs = yield* dialect.seqs(versions.length + within.flat().length);
  const contained = numbered(within, seqs.slice(versions.length));
  const seqOf = (at: number): number => seqs[at] as number;
  yield* insert(
    ENDED_VERSIONS,
    versions.map((one, at) => rowOf(one, seqOf(at))),
  );
  yield* insert(
    CONTAINED_VERSIONS,
    versions.flatMap(({ version: versionId, lastUpdated, method }, at) =>
      (contained[at] ?? []).map((one) =>
        containedRow(one, seqOf(at), Date.parse(lastUpdated), { versionId, lastUpdated, method }),
      ),
    ),
  );
  return versions.flatMap(({ type, id }, at) =>
    type === 'SearchParameter' && contents[at] ? [{ id, seq: seqOf(at), resource: contents[at].value }] : [],
  );
}

/**
 * Stores what the lines of a backup say in an empty database, all of it or nothing; what it is found by is made when the
 * database is opened next. Resolves to how many versions it are. Throws BrokenBackup.
 */
export function* restore(dialect: Dialect, lines: Iterable<string>): Work<number> {
  yield* dialect.turn('search-parameters');
  if ((yield* row('SELECT seq FROM version LIMIT 1')) !== undefined)
    throw new BrokenBackup('the database is not empty');
  const parameters: WrittenParameter[] = [];
  let count = 0;
  for (const batch of batches(checkedLines(lines))) {
    for (const one of batch) if ('note' in one) yield* set(one.note, one.value);
    const versions = batch.filter((one) => 'version' in one);
    parameters.push(...(yield* restoreVersions(dialect, versions)));
    count += versions.length;
  }
  yield* changedBy(noStoredParameters(), parameters);
  yield* beginJob(dialect, ['Resource']);
  return count;
}
