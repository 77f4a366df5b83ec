// Has clients change and read the same resources at once, and proves from what they recorded that each saw what it may:
// node test/durability/histories.ts [--engine sqlite|postgresql] [--seconds 20] [--seed TEXT]
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startServer } from '../running-server.ts';
import { checkHistory } from './check-history.ts';
import { startClients } from './clients.ts';
import { DURABLE, isEngineName, SERVERS } from './databases.ts';
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

const database = await DURABLE[engine]();
const starting = Array.from({ length: SERVERS[engine] }, () => startServer('--database', database.url));
const servers = await Promise.all(starting);
try {
  const bases = servers.map(({ base }) => base);
  const begun = new Date().toISOString();
  const { record, end } = startClients(bases, 'h', seed);
  await delay(Number(values.seconds) * 1000);
  await end();
  const versions = await storedVersions(bases[0] ?? '', begun);
  const problems = checkHistory(record, versions);
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
