import { approach } from '../search/approach.ts';
import { AT_MOST, all, type Condition, condition, isOneOf } from '../search/condition.ts';
import { FREE, type Scope } from '../search/scope.ts';
import { seen } from '../search/search.ts';
import type { Dialect } from '../sql/engine.ts';
import { row, rows, run, type Work } from '../sql/work.ts';
import { type BulkRequest, DELETED } from './bulk-export.ts';

/** The most versions in a file. */
const FILE = 10_000;

/** Where resources of some types were deleted, as far as a snapshot knows. */
const isDeletion = (
  dialect: Dialect,
  { types, since, until }: NonNullable<BulkRequest['deletions']>,
  snapshot: string,
): Condition => {
  const ended = dialect.visible('ended', snapshot);
  return all([
    condition('v.container IS NULL AND v.text IS NULL'),
    condition('v.last_updated_ms > ? AND v.last_updated_ms < ?', since, until),
    isOneOf(dialect, 'v.type', types),
    dialect.visible('born', snapshot),
    condition(`v.ended IS NULL OR NOT ${ended.sql}`, ...ended.values),
  ]);
};

/** Which versions belong to a part of a request; the last part is what was deleted. */
function* wanted(
  dialect: Dialect,
  { parts, deletions, visible }: BulkRequest,
  snapshot: string,
  at: number,
): Work<{ readonly type: string; readonly from: string; readonly where: Condition }> {
  const part = parts[at];
  if (part !== undefined) {
    const current = seen(dialect, dialect.inSnapshot(snapshot), visible);
    const scope: Scope = { dialect, current, types: [part.type], ...FREE };
    return { type: part.type, ...(yield* approach(scope, part.where)) };
  }
  const where = deletions ? isDeletion(dialect, deletions, snapshot) : condition('FALSE');
  return { type: DELETED, from: 'version AS v', where };
}

/** How many parts a request has. */
export const partsOf = ({ parts, deletions }: BulkRequest): number => parts.length + (deletions ? 1 : 0);

/** How far an export is planned: as far as a version of a part. */
interface Position {
  readonly part: number;
  /** `seq`. */
  readonly after: number;
}

/** A file to be. */
interface PlannedFile {
  readonly type: string;
  /** The `seq`s of its versions. */
  readonly versions: readonly number[];
}

/** Some more of an export, about as much as fills a file. */
export interface Plan {
  readonly id: string;
  readonly from: Position;
  readonly files: readonly PlannedFile[];
  /** Absent where nothing is left. */
  readonly to?: Position;
}

/** Finds what an export has next. */
export function* planned(dialect: Dialect, id: string): Work<Plan | undefined> {
  const begun = yield* row(
    'SELECT request, snapshot, part, after FROM bulk_export WHERE id = ? AND part IS NOT NULL',
    id,
  );
  if (begun === undefined) return undefined;
  const request: BulkRequest = JSON.parse(String(begun.request));
  const parts = partsOf(request);
  const from = { part: Number(begun.part), after: Number(begun.after) };
  const files: PlannedFile[] = [];
  let at = from;
  for (let count = 0; at.part < parts && count < FILE; ) {
    const { type, from: read, where } = yield* wanted(dialect, request, String(begun.snapshot), at.part);
    const { sql, values } = all([where, condition('v.seq > ?', at.after)]);
    const found = yield* rows(
      `SELECT v.seq FROM ${read} WHERE ${sql} ORDER BY v.seq ${AT_MOST}`,
      ...values,
      FILE,
    );
    const versions = found.map(({ seq }) => Number(seq));
    if (versions.length > 0) files.push({ type, versions });
    count += versions.length;
    at =
      versions.length < FILE ? { part: at.part + 1, after: 0 } : { part: at.part, after: versions.at(-1)! };
  }
  return { id, from, files, ...(at.part < parts && { to: at }) };
}

/** Keeps what was planned, unless it is kept already or the export is forgotten. */
export function* keep(dialect: Dialect, { id, from, files, to }: Plan): Work<void> {
  yield* dialect.turn('bulk-exports');
  const kept = yield* row(
    `SELECT (SELECT count(*) FROM bulk_file WHERE export = bulk_export.id) AS files
     FROM bulk_export WHERE id = ? AND part = ? AND after = ?`,
    ...[id, from.part, from.after],
  );
  if (kept === undefined) return;
  for (const [at, { type, versions }] of files.entries())
    yield* run(
      'INSERT INTO bulk_file (export, number, type, count, versions) VALUES (?, ?, ?, ?, ?)',
      ...[id, Number(kept.files) + at + 1, type, versions.length, JSON.stringify(versions)],
    );
  yield* run(
    'UPDATE bulk_export SET part = ?, after = ? WHERE id = ?',
    ...[to?.part ?? null, to?.after ?? 0, id],
  );
}

/** The export that is to be planned next; undefined where nothing is left to plan. */
export function* nextToPlan(now: number): Work<string | undefined> {
  const found = yield* row(
    `SELECT id FROM bulk_export WHERE part IS NOT NULL AND failure IS NULL AND until_ms > ?
     ORDER BY until_ms, id LIMIT 1`,
    now,
  );
  return found && String(found.id);
}
