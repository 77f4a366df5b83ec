import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { digest } from './digest.ts';
import { index, reindexIfNeeded } from './index-table.ts';
import { lock, type Release } from './lock.ts';
import { migrate } from './migrations/migrate.ts';
import { type Row, VERSION, versionOf } from './row.ts';
import { search } from './search.ts';
import { splice } from './splice.ts';
import { createStatements, type Statements } from './statements.ts';
import { type Store, StoreUnavailable, type Version, VersionConflict, type Write } from './store.ts';

const writeOne = (statements: Statements, write: Write, lastUpdated: string): Version => {
  const { type, id, content, replaces } = write;
  const known = statements.of('SELECT seq, version FROM resource WHERE type = ? AND id = ?').get(type, id);
  if (Number(known?.version ?? 0) !== replaces) throw new VersionConflict(type, id);
  const versionId = replaces + 1;
  const { seq } = statements
    .of(
      `INSERT INTO resource (type, id, version) VALUES (?, ?, ?)
       ON CONFLICT (type, id) DO UPDATE SET version = excluded.version RETURNING seq`,
    )
    .get(type, id, versionId) as { seq: number };
  const place = { type, id, versionId, lastUpdated };
  const version = { ...place, text: splice(content.text, place), digest: digest(content.text) };
  statements
    .of('INSERT INTO version (resource, version, last_updated, digest, text) VALUES (?, ?, ?, ?, ?)')
    .run(seq, versionId, lastUpdated, version.digest, version.text);
  index(statements, seq, content.value);
  return version;
};

/** A secret of the database's own, so that a page's token outlives the process. */
const secretOf = (statements: Statements): string => {
  statements
    .of("INSERT OR IGNORE INTO setting (name, value) VALUES ('page-secret', ?)")
    .run(randomBytes(32).toString('hex'));
  return String(statements.of("SELECT value FROM setting WHERE name = 'page-secret'").get()?.value);
};

const open = (path: string): { database: DatabaseSync; statements: Statements; release: Release } => {
  let release: Release = () => undefined;
  try {
    if (path !== ':memory:') release = lock(path);
    const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrate(database);
    const statements = createStatements(database);
    reindexIfNeeded(statements);
    return { database, statements, release };
  } catch (error) {
    release();
    if (error instanceof StoreUnavailable) throw error;
    throw new StoreUnavailable(`${path} cannot be used as a database: ${(error as Error).message}`);
  }
};

/** A store in a SQLite file, or in memory for `:memory:`. Throws StoreUnavailable. */
export const createSqliteStore = (path: string): Store => {
  const { database, statements, release } = open(path);
  const secret = secretOf(statements);
  const version = (row: Row | undefined) => (row === undefined ? undefined : versionOf(row));
  return {
    read: async (type, id) =>
      version(
        statements
          .of(
            `SELECT ${VERSION} FROM resource r JOIN version v ON v.resource = r.seq AND v.version = r.version
             WHERE r.type = ? AND r.id = ?`,
          )
          .get(type, id),
      ),
    vread: async (type, id, versionId) =>
      version(
        statements
          .of(
            `SELECT ${VERSION} FROM resource r JOIN version v ON v.resource = r.seq
             WHERE r.type = ? AND r.id = ? AND v.version = ?`,
          )
          .get(type, id, versionId),
      ),
    write: async (batch, lastUpdated) =>
      statements.transaction(() => batch.map((write) => writeOne(statements, write, lastUpdated))),
    search: async (request) => search(statements, secret, request),
    close: async () => {
      database.close();
      release();
    },
  };
};
