import { containedOf } from './contained.ts';
import { deleteIndex } from './index/index-table.ts';
import { AT_ONCE } from './index-version.ts';
import type { Place } from './place.ts';
import { AT_MOST, all, type Condition, condition, isNumberOf, isOneOf } from './search/condition.ts';
import { PURGED_TO, set, setting } from './setting.ts';
import type { Dialect } from './sql/engine.ts';
import { type Row, row, rows, run, type Work } from './sql/work.ts';

/** Removes versions with all that they are found by, as if they had never been. */
function* remove(dialect: Dialect, versions: readonly Row[]): Work<void> {
  if (versions.length === 0) return;
  const seqs = versions.map(({ seq }) => Number(seq));
  const contained = [...(yield* containedOf(seqs)).values()].flat().map(({ seq }) => seq);
  const both = [...seqs, ...contained];
  const newest = yield* row('SELECT max(seq) AS seq FROM version');
  yield* set(PURGED_TO, String(Math.max(Number(newest?.seq), Number(yield* setting(PURGED_TO)) || 0)));
  yield* deleteIndex(both);
  for (let at = 0; at < both.length; at += AT_ONCE) {
    const { sql, values } = isNumberOf('seq', both.slice(at, at + AT_ONCE));
    yield* run(`DELETE FROM version WHERE ${sql}`, ...values);
  }
  yield* dialect.forgetWords();
}

/** Versions of resources, all of them or those that meet another condition. */
function* versionsOf(wanted: readonly Condition[]): Work<readonly Row[]> {
  const { sql, values } = all([condition('v.container IS NULL'), ...wanted]);
  return yield* rows(`SELECT v.seq FROM version AS v WHERE ${sql}`, ...values);
}

/**
 * Removes some of the deleted resources of a type, or one, with all their versions. Resolves to how many resources and
 * versions it are.
 */
export function* purge(
  dialect: Dialect,
  type: string,
  id?: string,
): Work<{ readonly resources: number; readonly versions: number }> {
  yield* dialect.turn('reindexing');
  const { sql, values } = all([
    condition('v.type = ? AND v.container IS NULL AND v.ended IS NULL AND v.text IS NULL', type),
    ...(id === undefined ? [] : [condition('v.id = ?', id)]),
  ]);
  // Whoever wants to bring one back waits for us, and finds nothing.
  const deleted = yield* rows(
    `SELECT v.id FROM version AS v WHERE ${sql} ORDER BY v.id ${AT_MOST}${dialect.locked('alone')}`,
    ...values,
    AT_ONCE,
  );
  const ids = deleted.map((one) => String(one.id));
  const versions = yield* versionsOf([condition('v.type = ?', type), isOneOf(dialect, 'v.id', ids)]);
  yield* remove(dialect, versions);
  return { resources: ids.length, versions: versions.length };
}

/** Removes the versions of a resource that were replaced, or one of them. Resolves to how many it are. */
export function* forgetHistory(dialect: Dialect, { type, id }: Place, versionId?: number): Work<number> {
  yield* dialect.turn('reindexing');
  const versions = yield* versionsOf([
    condition('v.type = ? AND v.id = ? AND v.ended IS NOT NULL', type, id),
    ...(versionId === undefined ? [] : [condition('v.version = ?', versionId)]),
  ]);
  yield* remove(dialect, versions);
  return versions.length;
}
