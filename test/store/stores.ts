import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a PostgreSQL server that `npm run test:postgresql` has started. */
    postgresql?: string;
  }
}

/** A database of a test's own. */
export interface Database {
  readonly url: string;
  remove(): Promise<void>;
}

/** A kind of database that stores can be opened on. */
export interface DatabaseKind {
  readonly name: string;
  /** Whether what was stored is there when it is opened again. */
  readonly durable: boolean;
  create(): Promise<Database>;
}

const SQLITE: readonly DatabaseKind[] = [
  {
    name: 'SQLite in memory',
    durable: false,
    create: async () => ({ url: 'sqlite::memory:', remove: async () => undefined }),
  },
  {
    name: 'SQLite in a file',
    durable: true,
    create: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
      return {
        url: `sqlite:${join(folder, 'store.sqlite')}`,
        remove: async () => rmSync(folder, { recursive: true }),
      };
    },
  },
];

let schemas = 0;

const asked = async (server: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
};

/** Databases on one server, each a schema of its own. */
export const postgresql = (server: string): DatabaseKind => ({
  name: 'PostgreSQL',
  durable: true,
  create: async () => {
    schemas += 1;
    const schema = `test_${process.pid}_${schemas}`;
    await asked(server, `CREATE SCHEMA ${schema}`);
    return {
      url: `${server}?options=${encodeURIComponent(`-c search_path=${schema}`)}`,
      remove: () => asked(server, `DROP SCHEMA ${schema} CASCADE`),
    };
  },
});

const server = inject('postgresql');

/** The databases that are there to be tested: always SQLite, and PostgreSQL where a server runs. */
export const DATABASES: readonly DatabaseKind[] = [
  ...SQLITE,
  ...(server === undefined ? [] : [postgresql(server)]),
];
