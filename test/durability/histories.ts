// Has clients change and read the same resources at once, and proves from what they recorded that each saw what it may,
// and that a backup made meanwhile is whole:
// node test/durability/histories.ts [--engine sqlite|postgresql] [--seconds 20] [--seed TEXT]
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { backupDatabase, restoreDatabase } from '../../src/store/backup/database.ts';
import { startServer } from '../running-server.ts';
import { auditOf } from './audit-of.ts';
import { checkHistory, checkVersions } from './check-history.ts';
import { startClients } from './clients.ts';
import { DURABLE, isEngineName, SERVERS } from './databases.ts';
import type { Change } from './recorded.ts';
import { storedVersions } from './stored-versions.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: new Date().toISOString() },
  },
});
const { engine, seed } = values;
if (!isEngineName(engine)) throw new Error(`--engine is sqlite or postgresql, not ${engine}`);
console.log(`${values.seconds} seconds on ${engine}, ${SERVERS[engine]} servers, seed ${seed}`);

/** What is wrong with what a backup restores, whatever engine it is from. */
const wrongInBackup = async (lines: readonly string[], since: string, changes: readonly Change[]) => {
  const restored = await DURABLE.sqlite();
  try {
    const count = await restoreDatabase(restored.url, () => lines);
    console.log(`${count} versions in the backup`);
    const disagreements = await auditOf(restored.url);
    const server = await startServer('--database', restored.url);
    const versions = await storedVersions(server.base, since);
    await server.stop();
    return [...disagreements, ...checkVersions(changes, versions)];
  } finally {
    await restored.remove();
  }
};

const database = await DURABLE[engine]();
const starting = Array.from({ length: SERVERS[engine] }, () => startServer('--database', database.url));
const servers = await Promise.all(starting);
try {
  const bases = servers.map(({ base }) => base);
  const begun = new Date().toISOString();
  const { record, end } = startClients(bases, 'h', seed);
  await delay(Number(values.seconds) * 500);
  const lines: string[] = [];
  await backupDatabase(database.url, () => (line) => lines.push(line));
  await delay(Number(values.seconds) * 500);
  await end();
  const versions = await storedVersions(bases[0] ?? '', begun);
  const problems = [
    ...checkHistory(record, versions),
    ...(await wrongInBackup(lines, begun, record.changes)),
  ];
  for (const one of problems) console.log(one);
  const count = (outcome: string) => record.changes.filter((one) => one.outcome === outcome).length;
  console.log(
    `${count('made')} changes made, ${count('refused')} refused, ${record.readings.length} reads, ` +
      `${versions.length} versions, ${problems.length} problems`,
  );
  process.exitCode = problems.length > 0 || count('made') === 0 ? 1 : 0;
} finally {
  await Promise.all(servers.map(({ stop }) => stop()));
  await database.remove();
}
