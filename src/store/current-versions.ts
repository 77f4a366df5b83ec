import { isCurrentAt, placeOf } from './place.ts';
import type { Dialect } from './sql/engine.ts';
import { type Row, rows, type Work } from './sql/work.ts';
import { VersionConflict, type Write } from './store.ts';

/** The current version that a write replaces. */
export interface Replaced {
  readonly seq: number;
  readonly versionId: number;
  readonly lastUpdated: string;
  readonly time: number;
}

const replacedOf = (row: Row): Replaced => ({
  seq: Number(row.seq),
  versionId: Number(row.version),
  lastUpdated: String(row.last_updated),
  time: Number(row.last_updated_ms),
});

/**
 * What writes replace, by place; nobody else changes it before the end of the transaction. Throws VersionConflict
 * if a write replaces another version than the current one, or the same as another write.
 */
export function* currentVersions(
  dialect: Dialect,
  writes: readonly Write[],
): Work<ReadonlyMap<string, Replaced>> {
  const { sql, values } = isCurrentAt(dialect, writes);
  // In the order of places, so that writers of the same rows do not wait for each other.
  const found = yield* rows(
    `SELECT v.seq, v.type, v.id, v.version, v.last_updated, v.last_updated_ms FROM version AS v
     WHERE ${sql} ORDER BY v.type, v.id${dialect.locked('alone')}`,
    ...values,
  );
  const current = new Map(
    found.map((row) => [placeOf({ type: String(row.type), id: String(row.id) }), replacedOf(row)]),
  );
  const seen = new Set<string>();
  for (const write of writes) {
    const place = placeOf(write);
    if ((current.get(place)?.versionId ?? 0) !== write.replaces || seen.has(place))
      throw new VersionConflict(write.type, write.id);
    seen.add(place);
  }
  return current;
}
