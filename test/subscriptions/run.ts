// Changes resources while a subscriber fails a third of the time and the server is killed twice, and looks whether each
// change was told, and in order: node test/subscriptions/run.ts [--changes 10000] [--engine sqlite|postgresql] [--seed TEXT]
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Bundle, FhirResource, Subscription } from 'fhir/r5.js';
import { DURABLE, isEngineName } from '../durability/databases.ts';
import { random } from '../random.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { startFlakyReceiver } from './flaky-receiver.ts';

/** How many clients write at once, each its own resources. */
const CLIENTS = 8;

/** How long all may take, in milliseconds. */
const LONGEST = 9 * 60_000;

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '10000' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: new Date().toISOString() },
  },
});
const { engine, seed } = values;
if (!isEngineName(engine)) throw new Error(`--engine is sqlite or postgresql, not ${engine}`);
const changes = Number(values.changes);
const { below } = random(seed);
console.log(`${changes} changes on ${engine}, seed ${seed}`);

const until = Date.now() + LONGEST;
const database = await DURABLE[engine]();
const receiver = await startFlakyReceiver(below);
const options = ['--database', database.url, '--subscription-target', '127.0.0.1'];
let server = await startServer(...options);

/** Stores a resource, however often that takes while the server is away. */
const stored = async (resource: FhirResource): Promise<void> => {
  while (Date.now() < until) {
    try {
      const response = await fetch(`${server.base}/${resource.resourceType}/${resource.id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/fhir+json', Prefer: 'return=minimal' },
        body: JSON.stringify(resource),
        signal: AbortSignal.timeout(20_000),
      });
      await response.arrayBuffer();
      if (response.ok) return;
      if (response.status < 500) throw new TypeError(`${resource.resourceType}: ${response.status}`);
    } catch (error) {
      if (error instanceof TypeError && !('cause' in error)) throw error;
    }
    await delay(50);
  }
};

const read = async <R>(path: string): Promise<R> =>
  (await fetch(`${server.base}/${path}`)).json() as Promise<R>;

/** Makes the subscription active, also again where the subscriber failed too often. */
const active = async (): Promise<void> => {
  while (Date.now() < until) {
    const subscription = await read<Subscription>('Subscription/flaky');
    if (subscription.status === 'active') return;
    if (subscription.status === 'error') await stored({ ...subscription, status: 'active' });
    await delay(100);
  }
};

const restarted = async (): Promise<RunningServer> => {
  await server.kill();
  console.log(`killed; ${receiver.last()} events had been told`);
  return startServer(...options);
};

const TOPIC = 'https://topics.example/organizations';

let failed = false;
try {
  await stored({
    resourceType: 'SubscriptionTopic',
    id: 'organizations',
    url: TOPIC,
    status: 'active',
    resourceTrigger: [{ resource: 'Organization', supportedInteraction: ['create', 'update'] }],
  });
  await stored({
    resourceType: 'Subscription',
    id: 'flaky',
    status: 'requested',
    topic: TOPIC,
    channelType: { code: 'rest-hook' },
    endpoint: receiver.url,
    content: 'full-resource',
    maxCount: 20,
  });
  await active();
  const begun = Date.now();
  let made = 0;
  const client = async (name: number): Promise<void> => {
    while (made < changes) {
      made += 1;
      await stored({
        resourceType: 'Organization',
        id: `client-${name}-${made % 5}`,
        name: `Change ${made}`,
      });
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, at) => client(at));
  for (const part of [1, 2]) {
    while (made < (changes * part) / 3 && Date.now() < until) await delay(10);
    server = await restarted();
  }
  await Promise.all(clients);
  // A change that was not acknowledged may have been made, too, and was made again.
  const { total = 0 } = await read<Bundle>('Organization/_history?_count=1');
  while (receiver.last() < total && Date.now() < until) {
    await active();
    await delay(100);
  }
  // Nothing comes that did not happen.
  await delay(1000);
  const seconds = (Date.now() - begun) / 1000;
  const { taken, failed: refused, repeated } = receiver.counts;
  for (const problem of receiver.problems) console.log(problem);
  console.log(
    `${receiver.last()} of ${total} events told in ${seconds.toFixed(1)} s (${Math.round(total / seconds)}/s): ` +
      `${taken} notifications taken, ${refused} failed, ${repeated} events told again, ${receiver.problems.length} problems`,
  );
  failed = receiver.last() !== total || total < changes || receiver.problems.length > 0;
} finally {
  await server.kill();
  receiver.close();
  await database.remove();
}
process.exitCode = failed ? 1 : 0;
