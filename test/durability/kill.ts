// Kills a server at random moments while clients write, starts it again, and looks for what is lost or half-written:
// node test/durability/kill.ts [--rounds 200] [--engine sqlite|postgresql] [--seed TEXT]
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { random } from '../random.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { auditOf } from './audit-of.ts';
import { checkHistory } from './check-history.ts';
import { startClients } from './clients.ts';
import { DURABLE, isEngineName } from './databases.ts';
import type { Recorded } from './recorded.ts';
import { notDurable } from './settings.ts';
import { storedVersions } from './stored-versions.ts';

/** Clients write for up to so many milliseconds after their first answer until the server is killed. */
const WRITING = 1000;

/** In each so many rounds the database's own server crashes, too, and clients go on when it is back. */
const CRASH_EVERY = 5;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: new Date().toISOString() },
  },
});
const { engine, seed } = values;
if (!isEngineName(engine)) throw new Error(`--engine is sqlite or postgresql, not ${engine}`);
const rounds = Number(values.rounds);
const { below } = random(seed);
console.log(`${rounds} rounds on ${engine}, seed ${seed}`);

const database = await DURABLE[engine]();
const start = (): Promise<RunningServer> => startServer('--database', database.url);
let server: RunningServer | undefined;

const all: Recorded[] = [];
const problems: string[] = [];
const tell = (round: number, found: readonly string[]): void => {
  for (const one of found) console.log(`round ${round}: ${one}`);
  problems.push(...found);
};

const begun = new Date().toISOString();
try {
  tell(0, await notDurable(engine, database.url));
  server = await start();
  for (let round = 1; round <= rounds; round += 1) {
    const since = new Date().toISOString();
    const { record, answered, end } = startClients([server.base], `r${round}`, seed);
    await answered;
    await delay(below(WRITING));
    record.expectsLoss = true;
    if (database.crash !== undefined && round % CRASH_EVERY === 0) {
      await database.crash();
      await delay(below(WRITING));
    }
    await server.kill();
    await end();

    tell(round, await auditOf(database.url));
    server = await start();
    tell(round, checkHistory(record, await storedVersions(server.base, since)));
    all.push(record);
    const made = record.changes.filter(({ outcome }) => outcome === 'made').length;
    const unknown = record.changes.filter(({ outcome }) => outcome === 'unknown').length;
    console.log(
      `[${round}/${rounds}] ${made} changes acknowledged, ${unknown} not, ${record.readings.length} reads`,
    );
  }
  // What was acknowledged in the first round is there after the last.
  const everything: Recorded = {
    changes: all.flatMap(({ changes }) => changes),
    readings: all.flatMap(({ readings }) => readings),
    faults: [],
  };
  tell(rounds, checkHistory(everything, await storedVersions(server.base, begun)));
  console.log(`${everything.changes.length} changes in ${rounds} rounds, ${problems.length} problems`);
} finally {
  await server?.kill();
  await database.remove();
}
process.exitCode = problems.length > 0 ? 1 : 0;
