import { INDEX_TABLES } from '../index/index-table.ts';
import { AT_MOST } from '../search/condition.ts';
import type { Dialect } from '../sql/engine.ts';
import { type Row, rows, type Work } from '../sql/work.ts';
import type { Disagreement } from '../store.ts';

/** How many rows that belong to nothing are told of each table. */
const MOST = 100;

const stray = (name: string, { seq }: Row): Disagreement => ({
  place: `version ${seq}`,
  text: `in the index (${name}), but no version that is to be found`,
});

/** What belongs to no version that is in the index, and what the database finds wrong with itself. */
export function* strays(dialect: Dialect): Work<readonly Disagreement[]> {
  const found = (yield* dialect.faults()).map((text) => ({ place: 'the database', text }));
  const tables = [...INDEX_TABLES.map(({ name }) => [name, 'version']), ['full_text', 'rowid']];
  for (const [name = '', column] of tables) {
    const all = yield* rows(
      `SELECT DISTINCT t.${column} AS seq FROM ${name} AS t
       WHERE NOT EXISTS (SELECT 1 FROM version AS v WHERE v.seq = t.${column} AND v.indexed = 1) ${AT_MOST}`,
      MOST,
    );
    found.push(...all.map((one) => stray(name, one)));
  }
  return found;
}
