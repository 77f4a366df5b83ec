// Kills the primary of two PostgreSQL servers under load, as often as told: node test/failover/run.ts --rounds 2
import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type RunningServer, startServer } from '../running-server.ts';
import { type Seen, work } from './clients.ts';
import { missingForCluster, startCluster } from './cluster.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '2' }, inside: { type: 'boolean', default: false } },
});
const ROUNDS = Number(values.rounds);
const SERVERS = 2;
const CLIENTS = 8;
/** Milliseconds before and after each kill. */
const BEFORE = 5000;
const AFTER = 40_000;

const log = (text: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
};

/** Ids that were acknowledged and are not stored. */
const lost = async (base: string, { acknowledged }: Seen): Promise<string[]> => {
  const missing: string[] = [];
  for (const id of acknowledged) {
    const { status } = await fetch(`${base}/Organization/${id}`);
    if (status !== 200) missing.push(`${id} (${status})`);
  }
  return missing;
};

const round = async (): Promise<string[]> => {
  const cluster = await startCluster();
  const database = `${cluster.url}?target_session_attrs=prefer-standby`;
  const servers: RunningServer[] = [];
  try {
    for (let n = 0; n < SERVERS; n += 1) servers.push(await startServer('--database', database));
    const bases = servers.map(({ base }) => base);
    const stopping = new AbortController();
    const working = work(bases, CLIENTS, stopping.signal);
    await delay(BEFORE);
    await cluster.killPrimary();
    log('the primary was killed');
    await delay(AFTER);
    stopping.abort();
    const seen = await working;
    const missing = await lost(bases[0] as string, seen);
    log(
      `${seen.acknowledged.length} writes acknowledged, ${missing.length} of them lost, ${seen.missed.length} not seen at once; ` +
        `${seen.unavailable} answers of 503, ${seen.strange.length} others; no write for ${(seen.outage / 1000).toFixed(1)} s`,
    );
    return [
      ...missing.map((text) => `lost: ${text}`),
      ...seen.missed.map((text) => `not seen at once: ${text}`),
      ...seen.strange.map((text) => `strange: ${text}`),
      ...(Date.now() - seen.last > AFTER ? ['the service did not go on'] : []),
    ];
  } finally {
    for (const server of servers) await server.stop();
    await cluster.stop();
  }
};

const missing = missingForCluster();
if (missing !== undefined) {
  process.stderr.write(`${missing}\n`);
  process.exitCode = 2;
} else if (!values.inside) {
  // In a network of its own, which has nothing but the loopback address, as the monitor listens everywhere; and with
  // processes of its own, all of which end with it.
  const again = [process.execPath, ...process.argv.slice(1), '--inside'];
  const inside = [
    '--net',
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
    'sh',
    '-c',
    'ip link set lo up && exec "$@"',
    'sh',
    ...again,
  ];
  process.exitCode = spawnSync('unshare', inside, { stdio: 'inherit' }).status ?? 1;
} else {
  let passed = 0;
  const faults: string[] = [];
  for (let n = 1; n <= ROUNDS; n += 1) {
    log(`round ${n} of ${ROUNDS}`);
    const found = await round();
    if (found.length === 0) passed += 1;
    faults.push(...found);
  }
  for (const fault of faults.slice(0, 20)) log(fault);
  process.stdout.write(`${passed} passed, ${ROUNDS - passed} failed\n`);
  process.exitCode = passed === ROUNDS ? 0 : 1;
}
