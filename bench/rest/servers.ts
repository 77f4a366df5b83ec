import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { javaLibrary } from '../../test/java.ts';
import { freePort, type PostgresqlServer, startPostgresql } from '../../test/postgresql/server.ts';
import { type Server, started } from './server.ts';

const MAIN = join(import.meta.dirname, '../../bin/trialbridge.js');
const PROBE = join(import.meta.dirname, 'probe.ts');

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

/** What PostgreSQL answers to a statement that asks for one value. */
const askOne = async (url: string, sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  return rows[0]?.[0];
};

/** A program that serves FHIR at a port, with its data in a folder. */
type Program = (
  port: number,
  folder: string,
) => { readonly command: readonly string[]; readonly path: string };

const inFolder = async (name: string, program: Program): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-bench-'));
  const port = await freePort();
  const { command, path } = program(port, folder);
  const base = `http://127.0.0.1:${port}${path}`;
  let running = await started(command, base);
  const { software, start } = running;
  return {
    name,
    base,
    processes: () => [running.process],
    software: [software],
    start,
    restart: async () => {
      await running.stop();
      running = await started(command, base);
      return running.start;
    },
    disk: () => sizeOf(folder),
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The same with its data in a PostgreSQL server of its own, which keeps what it commits. */
const onPostgresql = async (
  name: string,
  program: (port: number, postgresql: PostgresqlServer) => ReturnType<Program>,
): Promise<Server> => {
  const postgresql = await startPostgresql('on');
  const server = await inFolder(name, (port) => program(port, postgresql));
  const version = await askOne(postgresql.url, "SELECT current_setting('server_version')");
  return {
    ...server,
    software: [...server.software, `PostgreSQL ${version}`],
    processes: () => [...server.processes(), postgresql.process()],
    disk: async () => Number(await askOne(postgresql.url, 'SELECT pg_database_size(current_database())')),
    stop: async () => {
      await server.stop();
      await postgresql.stop();
    },
  };
};

/** HAPI FHIR's JPA server: https://hapifhir.io/hapi-fhir/docs/server_jpa/introduction.html */
const HAPI = javaLibrary(join(import.meta.dirname, 'hapi/pom.xml'), "HAPI FHIR's server");

const hapi = (port: number, database: string, user: string): ReturnType<Program> => ({
  command: [
    'java',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
    '-cp',
    HAPI.classPath(),
    join(import.meta.dirname, 'hapi/HapiServer.java'),
    ...[String(port), database, user],
  ],
  path: '/fhir',
});

const trialbridge = (port: number, database: string): ReturnType<Program> => ({
  command: [
    process.execPath,
    MAIN,
    'serve',
    '--port',
    String(port),
    '--database',
    database,
    '--log-level',
    'error',
  ],
  path: '/fhir',
});

/** What can be measured, by name. */
export const servers: Readonly<Record<string, () => Promise<Server>>> = {
  sqlite: () =>
    inFolder('Trialbridge on SQLite', (port, folder) => trialbridge(port, `sqlite:${folder}/store`)),
  postgresql: () => onPostgresql('Trialbridge on PostgreSQL', (port, { url }) => trialbridge(port, url)),
  'hapi-h2': () =>
    inFolder('HAPI FHIR on H2', (port, folder) => hapi(port, `jdbc:h2:file:${folder}/store`, 'sa')),
  'hapi-postgresql': () =>
    onPostgresql('HAPI FHIR on PostgreSQL', (port, { url }) => {
      const { host, pathname, username } = new URL(url);
      return hapi(port, `jdbc:postgresql://${host}${pathname}`, username);
    }),
  probe: async () => ({
    ...(await inFolder('Express and SQLite alone', (port, folder) => ({
      command: [process.execPath, PROBE, String(port), `${folder}/store`],
      path: '/fhir',
    }))),
    knows: ['read', 'sort by date, page of 20', 'transaction of six'],
  }),
};
