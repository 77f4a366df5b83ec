import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

const AUTOCTL = '/usr/bin/pg_autoctl';
const BINARIES = '/usr/lib/postgresql/15/bin';

/** What is missing to run PostgreSQL with pg_auto_failover. */
export const missingForCluster = (): string | undefined => {
  if (!existsSync(AUTOCTL) || !existsSync(join(BINARIES, 'postgres')))
    return 'pg_auto_failover for PostgreSQL 15 is missing: apt-get install pg-auto-failover-cli postgresql-15-auto-failover';
  return process.getuid?.() === 0 ? undefined : 'only root can start it in a network of its own';
};

/** A primary and a standby, and a monitor that makes the standby the primary: https://pg-auto-failover.readthedocs.io */
export interface Cluster {
  /** Names both servers. */
  readonly url: string;
  /** Ends the primary and what keeps it running, as a power failure would. */
  killPrimary(): Promise<void>;
  stop(): Promise<void>;
}

const MONITOR = 6100;
const NODES = [6101, 6102];

/** Seconds within which the monitor notices and acts. */
const MONITOR_SETTINGS = [
  "pgautofailover.health_check_period = '1s'",
  "pgautofailover.health_check_timeout = '2s'",
  "pgautofailover.node_considered_unhealthy_timeout = '5s'",
  "pgautofailover.primary_demote_timeout = '5s'",
];

const [uid, gid] = ['-u', '-g'].map((flag) => () => Number(execFileSync('id', [flag, 'postgres'])));

const ask = async (port: number, sql: string, database = 'trials'): Promise<Record<string, unknown>[]> => {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database, query_timeout: 5000 });
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Starts them on the loopback address; whoever calls has seen to it that there is no other. */
export const startCluster = async (): Promise<Cluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-failover-'));
  const owner = { uid: uid?.() as number, gid: gid?.() as number };
  chownSync(folder, owner.uid, owner.gid);
  const places = { XDG_CONFIG_HOME: 'config', XDG_DATA_HOME: 'share', XDG_RUNTIME_DIR: 'run' };
  for (const name of Object.values(places)) {
    mkdirSync(join(folder, name));
    chownSync(join(folder, name), owner.uid, owner.gid);
  }
  const env = {
    HOME: folder,
    LC_ALL: 'C.UTF-8',
    PATH: `${BINARIES}:/usr/bin:/bin`,
    ...Object.fromEntries(Object.entries(places).map(([key, name]) => [key, join(folder, name)])),
  };
  const how = { ...owner, env, cwd: folder, stdio: 'ignore' } as const;
  const data = (port: number): string => join(folder, String(port));
  const shared = (port: number) => ['--pgdata', data(port), '--pgport', String(port)];
  const trusting = ['--auth', 'trust', '--no-ssl', '--hostname', '127.0.0.1'];
  const keepers = new Map<number, ChildProcess>();
  const keep = (port: number): void => {
    keepers.set(port, spawn(AUTOCTL, ['run', '--pgdata', data(port)], { ...how, detached: true }));
  };
  const pidFile = (port: number): string => join(data(port), 'postmaster.pid');
  /** Ends a server and what keeps it running. */
  const kill = async (port: number): Promise<void> => {
    const keeper = keepers.get(port);
    if (keeper?.pid === undefined) return;
    keepers.delete(port);
    const exit = once(keeper, 'exit');
    // With all that it started, but for PostgreSQL, which is in a group of its own.
    process.kill(-keeper.pid, 'SIGKILL');
    if (existsSync(pidFile(port)))
      process.kill(Number.parseInt(readFileSync(pidFile(port), 'utf8'), 10), 'SIGKILL');
    await exit;
  };
  const primary = async (): Promise<number> => {
    for (const port of NODES) {
      const [found] = await ask(port, 'SELECT pg_is_in_recovery() AS standby').catch(() => []);
      if (found?.standby === false) return port;
    }
    throw new Error('there is no primary');
  };
  const followers = async (): Promise<number> => {
    const [found] = await ask(
      await primary(),
      "SELECT count(*)::int AS n FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')",
    );
    return Number(found?.n);
  };
  const stop = async (): Promise<void> => {
    for (const port of [...NODES, MONITOR]) await kill(port);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    execFileSync(AUTOCTL, ['create', 'monitor', ...shared(MONITOR), ...trusting], how);
    keep(MONITOR);
    await delay(2000);
    for (const setting of MONITOR_SETTINGS) await ask(MONITOR, `ALTER SYSTEM SET ${setting}`, 'postgres');
    await ask(MONITOR, 'SELECT pg_reload_conf()', 'postgres');
    const monitor = `postgres://autoctl_node@127.0.0.1:${MONITOR}/pg_auto_failover`;
    for (const port of NODES) {
      const own = [
        '--name',
        `node${port}`,
        '--monitor',
        monitor,
        '--dbname',
        'trials',
        '--listen',
        '127.0.0.1',
      ];
      execFileSync(AUTOCTL, ['create', 'postgres', ...shared(port), ...trusting, ...own], how);
      keep(port);
    }
    for (let tries = 0; (await followers().catch(() => 0)) === 0; tries += 1) {
      if (tries === 60) throw new Error('the standby does not follow the primary');
      await delay(1000);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgresql://postgres@${NODES.map((port) => `127.0.0.1:${port}`).join()}/trials`,
    killPrimary: async () => kill(await primary()),
    stop,
  };
};
