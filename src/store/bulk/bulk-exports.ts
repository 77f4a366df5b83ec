import { randomBytes } from 'node:crypto';
import { createBackground } from '../background.ts';
import { type Condition, condition, isNumberOf } from '../search/condition.ts';
import type { Dialect, Engine } from '../sql/engine.ts';
import { type Row, row, rows, run, type Work } from '../sql/work.ts';
import { SearchTooLong, StoreUnavailable } from '../store.ts';
import {
  type BulkExport,
  type BulkExports,
  type BulkRequest,
  type BulkVersion,
  TOO_LONG,
} from './bulk-export.ts';
import { keep, nextToPlan, partsOf, planned } from './plan.ts';

/** How many versions are read at once. */
const AT_ONCE = 64;

const exportOf = (found: Row, files: readonly Row[]): BulkExport => {
  const request: BulkRequest = JSON.parse(String(found.request));
  const done = Number(found.part) + Number(found.after) / Math.max(Number(found.newest), 1);
  return {
    id: String(found.id),
    owner: String(found.owner),
    until: Number(found.until_ms),
    secret: String(found.secret),
    request,
    transactionTime: String(found.transaction_time),
    progress: found.part === null ? 1 : done / partsOf(request),
    ...(found.failure !== null && { failure: String(found.failure) }),
    files: files.map(({ number, type, count }) => ({
      number: Number(number),
      type: String(type),
      count: Number(count),
    })),
  };
};

const versionOf = ({ type, id, text }: Row): BulkVersion => ({
  type: String(type),
  id: String(id),
  ...(text !== null && { text: String(text) }),
});

/** Forgets exports, which nobody plans meanwhile. */
function* forgetAll(dialect: Dialect, { sql, values }: Condition): Work<void> {
  yield* dialect.turn('bulk-exports');
  yield* run(`DELETE FROM bulk_file WHERE export IN (SELECT id FROM bulk_export WHERE ${sql})`, ...values);
  yield* run(`DELETE FROM bulk_export WHERE ${sql}`, ...values);
}

/** Keeps exports in the database, and plans them beside the requests; those that a process left undone, too. */
export const createBulkExports = (
  engine: Engine,
  now: () => number,
): BulkExports & { readonly close: () => Promise<void> } => {
  const { dialect } = engine;
  const background = createBackground();

  const step = async (): Promise<boolean> => {
    const id = await engine.read(() => nextToPlan(now()));
    if (id === undefined) return false;
    try {
      const plan = await engine.read(() => planned(dialect, id));
      if (plan) await engine.write(() => keep(dialect, plan));
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      const failure = error instanceof SearchTooLong ? TOO_LONG : (error as Error).message;
      await engine.write(() => run('UPDATE bulk_export SET failure = ? WHERE id = ?', failure, id));
    }
    return true;
  };
  let queued = false;
  const plan = (): void => {
    if (queued) return;
    queued = true;
    void background.run(() => {
      queued = false;
      return step();
    });
  };
  plan();

  return {
    begin: async ({ id, owner, until, request }) => {
      const secret = randomBytes(32).toString('base64url');
      const time = now();
      await engine.write(function* () {
        yield* forgetAll(dialect, condition('until_ms <= ?', time));
        // Those who are writing are waited for: what they write may say that it is older than the export.
        yield* dialect.turn('search-parameters');
        const newest = yield* row('SELECT max(seq) AS seq FROM version');
        const snapshot = yield* dialect.snapshot();
        yield* run(
          `INSERT INTO bulk_export
             (id, owner, until_ms, secret, request, snapshot, newest, transaction_time, part, after)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
          ...[id, owner, until, secret, JSON.stringify(request), snapshot],
          ...[Number(newest?.seq ?? 0), new Date(time).toISOString()],
        );
      });
      plan();
    },
    find: async (id) => {
      const [found, files] = await engine.read(function* () {
        return [
          yield* row('SELECT * FROM bulk_export WHERE id = ? AND until_ms > ?', id, now()),
          yield* rows('SELECT number, type, count FROM bulk_file WHERE export = ? ORDER BY number', id),
        ] as const;
      });
      if (found === undefined) return undefined;
      // Who began it may have ended since.
      if (found.part !== null) plan();
      return exportOf(found, files);
    },
    planning: async (owner) => {
      const sql = `SELECT count(*) AS total FROM bulk_export
        WHERE owner = ? AND part IS NOT NULL AND failure IS NULL AND until_ms > ?`;
      const [counted] = await engine.ask({ sql, values: [owner, now()] });
      return Number(counted?.total);
    },
    versions: async function* ({ id }, { number }) {
      const sql = 'SELECT versions FROM bulk_file WHERE export = ? AND number = ?';
      const [file] = await engine.ask({ sql, values: [id, number] });
      const seqs: readonly number[] = JSON.parse(String(file?.versions ?? '[]'));
      for (let at = 0; at < seqs.length; at += AT_ONCE) {
        const { sql: isAmong, values } = isNumberOf('v.seq', seqs.slice(at, at + AT_ONCE));
        const found = await engine.ask({
          sql: `SELECT v.type, v.id, v.text FROM version AS v WHERE ${isAmong} ORDER BY v.seq`,
          values,
        });
        yield found.map(versionOf);
      }
    },
    forget: (id) => engine.write(() => forgetAll(dialect, condition('id = ?', id))),
    close: () => background.close(),
  };
};
