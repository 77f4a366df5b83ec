import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FhirResource, Subscription, SubscriptionTopic } from 'fhir/r5.js';
import { expect } from 'vitest';
import { subscriptionSurroundings } from '../../../src/rest/subscription/surroundings.ts';
import { conformanceResources, storeConformance } from '../../../src/store/conformance.ts';
import { startSubscriptions } from '../../../src/subscription/manager.ts';
import { put, send } from '../case.ts';
import { createServer, NOW, type Server, type Setup } from '../server.ts';

/** A server that tells subscribers what happens. */
export interface Subscribing extends Server {
  /** Where its web sockets are opened. */
  readonly socketUrl: string;
  /** Stops following and telling, as a process that ends. */
  readonly stop: () => Promise<void>;
  /** Stores a resource, which has to be taken. */
  readonly stored: (resource: FhirResource, headers?: Record<string, string>) => Promise<void>;
  readonly read: <R extends FhirResource>(place: string) => Promise<R>;
}

/** Waits until something is so, for ten seconds. */
export const until = async <T>(
  what: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> => {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await what();
    if (found) return found;
    await delay(20);
  }
  throw new Error(`it did not happen: ${what}`);
};

/** A server that works in real time, with the topics of trials; loopback is not refused. */
export const subscribing = async (setup: Setup): Promise<Subscribing> => {
  const server = await createServer({
    now: () => new Date().toISOString(),
    subscriptionTargets: new Set(['127.0.0.1']),
    ...setup,
  });
  const { service } = server;
  const topics = conformanceResources().filter(({ value }) => value.resourceType === 'SubscriptionTopic');
  await storeConformance(service.store, topics, NOW);
  const http = createHttpServer(server.app).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const end = startSubscriptions(http, subscriptionSurroundings(service));
  let ended: Promise<void> | undefined;
  const stop = () => {
    ended ??= end();
    return ended;
  };
  return {
    ...server,
    socketUrl: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/fhir/_websocket`,
    stop,
    stored: async (resource, headers) => {
      const { status, text } = await send(server, put(resource, headers));
      expect([200, 201], text).toContain(status);
    },
    read: async (place) => {
      const { status, text } = await send(server, { path: `/fhir/${place}` });
      expect(status, text).toBe(200);
      return JSON.parse(text);
    },
    close: async () => {
      await stop();
      http.close();
      await server.close();
    },
  };
};

/** A subscription by rest-hook. */
export const hook = (
  id: string,
  topic: string,
  endpoint: string,
  more: Partial<Subscription> = {},
): Subscription => ({
  resourceType: 'Subscription',
  id,
  status: 'requested',
  topic,
  channelType: {
    system: 'http://terminology.hl7.org/CodeSystem/subscription-channel-type',
    code: 'rest-hook',
  },
  endpoint,
  content: 'id-only',
  ...more,
});

/** The canonical URL of one of our topics. */
export const ours = (name: string): string => `https://w3id.org/trialbridge/fhir/SubscriptionTopic/${name}`;

/** A topic of what these triggers tell of. */
export const topicOf = (
  id: string,
  resourceTrigger: SubscriptionTopic['resourceTrigger'],
  more: Partial<SubscriptionTopic> = {},
): SubscriptionTopic => ({
  resourceType: 'SubscriptionTopic',
  id,
  url: `https://topics.example/${id}`,
  status: 'active',
  resourceTrigger: resourceTrigger ?? [],
  ...more,
});

/** Resolves once a subscription has a status. */
export const inStatus = (
  server: Subscribing,
  id: string,
  status: Subscription['status'],
): Promise<Subscription> =>
  until(async () => {
    const found = await server.read<Subscription>(`Subscription/${id}`);
    return found.status === status && found;
  });
