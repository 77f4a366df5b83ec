import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { lock, type Release } from '../lock.ts';
import { PURGED_TO } from '../setting.ts';
import { SearchTooLong, StoreUnavailable } from '../store.ts';
import { currentIn } from './current.ts';
import type { Dialect, Engine, EngineOptions } from './engine.ts';
import { createThreads } from './sqlite-threads.ts';
import { createTime, inTime } from './sqlite-time.ts';
import { gatheredTransactions, groupedTransactions } from './sqlite-transactions.ts';
import {
  type Command,
  type Insert,
  type Row,
  row,
  rows,
  run,
  type Statement,
  type Table,
  type Work,
} from './work.ts';

/** The last number given, also where what had it has been purged since. */
const newest = function* (): Work<number> {
  const found = yield* row(
    `SELECT max(coalesce((SELECT max(seq) FROM version), 0),
       coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = '${PURGED_TO}'), 0)) AS seq`,
  );
  return Number(found?.seq);
};

/** One connection writes, one batch after the other, so that `seq` is the order of the versions. */
const dialect: Dialect = {
  name: 'sqlite',
  few: 256,
  indexedBy: (index) => `INDEXED BY ${index}`,
  inTime: (seq) => [{ sql: inTime(seq), values: [] }],
  *snapshot() {
    return String(yield* newest());
  },
  visible: (event, snapshot) => ({
    // Nearly all were born before: the plus keeps this from being what versions are looked up by.
    sql: event === 'born' ? '+v.seq <= ?' : 'v.ended <= ?',
    values: [Number(snapshot)],
  }),
  since: (snapshot) => ({ sql: 'v.seq > ?', values: [Number(snapshot)] }),
  inSnapshot: (snapshot) => currentIn(dialect.visible, snapshot),
  // https://sqlite.org/fts5.html#full_text_query_syntax
  matches: (column, { words, prefix }) => ({
    sql: 't.full_text MATCH ?',
    values: [`${column} : "${words.join(' ').replaceAll(/["\0]/g, ' ')}"${prefix ? ' *' : ''}`],
  }),
  hasWords: (column, words) => {
    // Of other letters the index may have a mind of its own.
    const plain = words.filter((word) => /^[a-z0-9]+$/.test(word)).map((word) => `"${word}"`);
    return plain.length === 0
      ? { sql: 'TRUE', values: [] }
      : { sql: 't.full_text MATCH ?', values: [`${column} : (${plain.join(' AND ')})`] };
  },
  *forgetWords() {
    // Else they stay, marked as deleted: https://sqlite.org/fts5.html#the_optimize_command
    yield* run("INSERT INTO full_text (full_text) VALUES ('optimize')");
  },
  *faults() {
    const found = yield* rows('PRAGMA integrity_check');
    return found.map(({ integrity_check: text }) => String(text)).filter((text) => text !== 'ok');
  },
  isOneOf: (column, values) => ({
    sql: `${column} IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(values)],
  }),
  isFound: (column, query, tuples) => ({
    sql: `${column} IN (SELECT (${query}) FROM json_each(?) AS j)`,
    values: [JSON.stringify(tuples)],
  }),
  *turn() {},
  locked: () => '',
  *seqs(count) {
    const first = (yield* newest()) + 1;
    return Array.from({ length: count }, (_, n) => first + n);
  },
  endedBy: (seq) => ({ sql: '?', values: [seq] }),
  // No other process has it open.
  *notify() {},
  *settle() {},
};

/** How many statements are kept prepared; searches can take any number of shapes. */
const LIMIT = 500;

/** A database's statements, each prepared once. */
const createStatements = (database: DatabaseSync): ((sql: string) => StatementSync) => {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= LIMIT) prepared.clear();
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
};

/** A step whose rows nobody asks for. */
type Change = Command | Insert;

const insertion = ({ name, columns }: Table): string =>
  `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

/**
 * A commit is on the disk when it is answered. What many commits change is kept in memory, and written from the log to
 * its place once: 64 MB of each. https://sqlite.org/pragma.html
 */
const PRAGMAS = `PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192`;

const open = (path: string): { database: DatabaseSync; release: Release } => {
  let release: Release = () => undefined;
  try {
    if (path !== ':memory:') release = lock(path);
    const database = new DatabaseSync(path, { timeout: 5000 });
    database.exec(PRAGMAS);
    return { database, release };
  } catch (error) {
    release();
    if (error instanceof StoreUnavailable) throw error;
    throw new StoreUnavailable(`${path} cannot be used as a database: ${(error as Error).message}`);
  }
};

/** How long a search keeps all others waiting, in milliseconds, before it is begun anew in a thread of its own. */
const HERE = 25;

/** How long, in milliseconds, what a batch has to find may keep all others waiting: nobody else may write meanwhile. */
const IN_WRITE = 1000;

/**
 * A SQLite file, or one in memory for `:memory:`, written by this process alone; it commits the writes that come
 * at one time together, or gathers them until they are flushed. Throws StoreUnavailable, SearchTooLong.
 */
export const createSqliteEngine = (
  path: string,
  { gathersWrites = false, searchTime }: EngineOptions = {},
): Engine => {
  const { database, release } = open(path);
  const statement = createStatements(database);
  const transactions = gathersWrites ? gatheredTransactions(database) : groupedTransactions(database);
  const setTime = createTime(database);
  const longest = searchTime ?? Number.POSITIVE_INFINITY;
  // What is in memory, or not written yet, is seen by this connection alone.
  const isShared = path !== ':memory:' && !gathersWrites;
  const threads = searchTime !== undefined && isShared ? createThreads(path, searchTime) : undefined;

  const execute = ({ sql, values }: Statement): readonly Row[] => statement(sql).all(...values) as Row[];
  /** Table by table: what is in one place of the file is changed at one time. */
  const insertAll = (inserts: readonly Insert[]): void => {
    for (const [table, all] of Map.groupBy(inserts, ({ into }) => into)) {
      const inserting = statement(insertion(table));
      for (const { rows } of all) for (const values of rows) inserting.run(...values);
    }
  };
  const changeAll = (changes: readonly Change[]): void => {
    const inserts: Insert[] = [];
    for (const change of changes) {
      if ('into' in change) inserts.push(change);
      else {
        insertAll(inserts.splice(0));
        statement(change.sql).run(...change.values);
      }
    }
    insertAll(inserts);
  };
  /**
   * Runs all steps but the changes at the end, which it gives. Changes whose rows nobody asks for are gathered until
   * something else is asked; `changing` is called before a change that something follows.
   */
  const run = <T>(work: Work<T>, changing = (): void => undefined): { value: T; changes: Change[] } => {
    const changes: Change[] = [];
    let step = work.next();
    while (!step.done) {
      const { value } = step;
      if ('into' in value || 'silent' in value) {
        changes.push(value);
        step = work.next([]);
      } else {
        if (changes.length > 0 || !value.sql.startsWith('SELECT')) changing();
        changeAll(changes.splice(0));
        step = work.next(execute(value));
      }
    }
    return { value: step.value, changes };
  };

  return {
    dialect,
    ask: async (statement) => execute(statement),
    read: async (work) => {
      setTime(threads ? HERE : longest);
      try {
        return run(work()).value;
      } catch (error) {
        if (!threads || !(error instanceof SearchTooLong)) throw error;
        return threads.read(work);
      }
    },
    write: (work) =>
      transactions.write((changing) => {
        setTime(Math.min(IN_WRITE, longest));
        const { value, changes } = run(work(), changing);
        return { value, finish: () => changeAll(changes) };
      }),
    listen: () => async () => undefined,
    flush: async () => transactions.flush(),
    close: async () => {
      await threads?.close();
      transactions.end();
      database.close();
      release();
    },
  };
};
