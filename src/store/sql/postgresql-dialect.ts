import { StoreUnavailable } from '../store.ts';
import { currentIn } from './current.ts';
import type { Dialect, Turn } from './engine.ts';
import { notify } from './postgresql-listener.ts';
import { row, rows, run } from './work.ts';

/** What PostgreSQL can hold of a text: no NUL and no half of a surrogate pair. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

/** A list as JSON that PostgreSQL reads; `undefined` keys cannot occur. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_, part) => {
    if (typeof part === 'string') return storable(part);
    // JSON has no infinity; PostgreSQL takes the word.
    return typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
  });

/** Any numbers, as long as no other program that uses the database takes the same. */
const TURNS: Record<Turn, number> = {
  migration: 0x7472_6961_6c_01,
  guard: 0x7472_6961_6c_02,
  'search-parameters': 0x7472_6961_6c_03,
  reindexing: 0x7472_6961_6c_04,
  'bulk-exports': 0x7472_6961_6c_05,
  subscriptions: 0x7472_6961_6c_06,
};

/** Writers overlap, so what a snapshot sees is told by transactions, and rows are locked. */
export const dialect: Dialect = {
  name: 'postgresql',
  few: 0,
  indexedBy: () => '',
  // https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-STATEMENT-TIMEOUT
  inTime: () => [],
  *snapshot() {
    const found = yield* row('SELECT pg_current_snapshot()::text AS snapshot');
    return String(found?.snapshot);
  },
  visible: (event, snapshot) => ({
    // The first half is in the second; it tells the planner that nearly all is older than the snapshot.
    sql: `(v.${event} < pg_snapshot_xmin(?::pg_snapshot) OR pg_visible_in_snapshot(v.${event}, ?::pg_snapshot))`,
    values: [snapshot, snapshot],
  }),
  since: (snapshot) => ({
    sql: '(v.born >= pg_snapshot_xmin(?::pg_snapshot) AND NOT pg_visible_in_snapshot(v.born, ?::pg_snapshot))',
    values: [snapshot, snapshot],
  }),
  inSnapshot: (snapshot) => currentIn(dialect.visible, snapshot),
  // https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY
  matches: (column, { words, prefix }) => ({
    sql: `to_tsvector('simple', t.${column}) @@ to_tsquery('simple', ?)`,
    values: [words.map((word) => `'${word.replaceAll(/['\\]/g, ' ')}'`).join(' <-> ') + (prefix ? ':*' : '')],
  }),
  hasWords: (column, words) => ({
    sql: `string_to_array(t.${column}, ' ') @> string_to_array(?, ' ')`,
    values: [words.join(' ')],
  }),
  *forgetWords() {},
  // What reads every page is `pg_amcheck`.
  *faults() {
    const found = yield* rows(
      `SELECT c.relname AS name FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
       WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace`,
    );
    return found.map(({ name }) => `its index ${name} is not complete`);
  },
  isOneOf: (column, values) => ({
    sql: `${column} = ANY (ARRAY(SELECT json_array_elements_text(?::json)))`,
    values: [json(values)],
  }),
  isFound: (column, query, tuples) => ({
    sql: `${column} = ANY (ARRAY(SELECT (${query}) FROM json_array_elements(?::json) AS j))`,
    values: [json(tuples)],
  }),
  *turn(what, how = 'alone') {
    yield* run(`SELECT pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(?)`, TURNS[what]);
  },
  locked: (how) => (how === 'shared' ? ' FOR SHARE OF v' : ' FOR UPDATE OF v'),
  *seqs(count) {
    const found = yield* rows("SELECT nextval('version_seq') AS seq FROM generate_series(1, ?::int)", count);
    return found.map(({ seq }) => Number(seq));
  },
  endedBy: () => ({ sql: 'pg_current_xact_id()', values: [] }),
  notify,
  *settle() {
    const found = yield* row("SELECT current_setting('server_encoding') AS encoding");
    if (found?.encoding !== 'UTF8')
      throw new StoreUnavailable(`the database's encoding is ${found?.encoding}; it must be UTF8`);
    // The server numbers transactions: those of a restored copy may be ahead of it, and would never be visible.
    yield* run(
      `UPDATE version SET born = '3', ended = CASE WHEN ended IS NOT NULL THEN '3'::xid8 END
       WHERE (SELECT born >= pg_snapshot_xmax(pg_current_snapshot()) FROM version ORDER BY seq DESC LIMIT 1)`,
    );
  },
};
