import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BundleEntry, SubscriptionStatus } from 'fhir/r5.js';

/** What a subscriber was told that fails a third of the time, and what is wrong with the order of it. */
export interface FlakyReceiver {
  readonly url: string;
  /** The number of the last event. */
  readonly last: () => number;
  /** How often it took a notification, how often it failed, and how many events it was told more than once. */
  readonly counts: { taken: number; failed: number; repeated: number };
  readonly problems: readonly string[];
  readonly close: () => void;
}

/** Starts one on a free loopback port; `below` chooses when it fails. */
export const startFlakyReceiver = async (below: (limit: number) => number): Promise<FlakyReceiver> => {
  const counts = { taken: 0, failed: 0, repeated: 0 };
  const problems: string[] = [];
  /** The version of each resource that was told last. */
  const versions = new Map<string, number>();
  let last = 0;

  // Each event is told with the version that it is about, in the same order.
  const take = ([first, ...entries]: readonly BundleEntry[]): void => {
    counts.taken += 1;
    const { notificationEvent = [] } = (first?.resource ?? {}) as Partial<SubscriptionStatus>;
    for (const [at, { eventNumber }] of notificationEvent.entries()) {
      const number = Number(eventNumber);
      if (number <= last) {
        counts.repeated += 1;
        continue;
      }
      if (number > last + 1) problems.push(`event ${number} came after ${last}`);
      last = number;
      const { resource } = entries[at] ?? {};
      // Not by its address: a server that was killed comes back on another port.
      const place = `${resource?.resourceType}/${resource?.id}`;
      const version = Number(resource?.meta?.versionId);
      const before = versions.get(place) ?? 0;
      if (version !== before + 1) problems.push(`${place} came in version ${version} after ${before}`);
      versions.set(place, version);
    }
  };

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const chance = below(6);
    if (chance < 2) counts.failed += 1;
    else take(JSON.parse(Buffer.concat(parts).toString()).entry);
    // Of those that fail, one says so and one says nothing.
    if (chance === 0) response.destroy();
    else response.writeHead(chance === 1 ? 503 : 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    last: () => last,
    counts,
    problems,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
