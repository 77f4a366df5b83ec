import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { StoreUnavailable } from '../store/store.ts';
import { createLogFollower } from './follow-log.ts';
import { createHooks } from './hooks.ts';
import { createRegistry } from './registry.ts';
import { createSubscriptionSockets } from './sockets.ts';
import type { Surroundings } from './surroundings.ts';

/** How often it is looked whether something is due, in milliseconds. */
const LOOK = 500;

/** How long a process leads on its word, and how long before that ends it gives it anew, in milliseconds. */
const LEADS = 10_000;
const RENEWS = 5000;

/** How long events are kept that were delivered, in milliseconds: seven days. How often others are forgotten. */
const KEPT = 7 * 86_400_000;
const FORGETS = 600_000;

/**
 * Follows what is written and tells subscribers of it. Of several processes on a database one at a time does, while all
 * look after the web sockets that were opened on their server. Gives what ends it.
 */
export const startSubscriptions = (server: Server, surroundings: Surroundings): (() => Promise<void>) => {
  const { store, now, logError } = surroundings;
  const { subscriptions } = store;
  const registry = createRegistry(surroundings);
  const followLog = createLogFollower(surroundings, registry);
  const stopping = new AbortController();
  const { signal } = stopping;
  const hooks = createHooks(surroundings, registry, signal);
  const sockets = createSubscriptionSockets(server, surroundings, registry);
  const process = randomUUID();
  let leadsUntil = 0;
  let forgot = 0;
  const time = (): number => Date.parse(now());

  const isLeading = (): boolean => !signal.aborted && time() < leadsUntil;

  const lead = async (): Promise<boolean> => {
    if (leadsUntil - time() > LEADS - RENEWS) return true;
    const until = time() + LEADS;
    const leads = await subscriptions.leads(process, time(), until);
    leadsUntil = leads ? until : 0;
    return leads;
  };

  const work = async (): Promise<void> => {
    if (!(await lead())) return;
    await followLog();
    await hooks.call(isLeading);
    if (time() - forgot < FORGETS) return;
    forgot = time();
    await subscriptions.forgetEvents(time() - KEPT);
  };

  let working: Promise<void> | undefined;
  let again = false;
  /** Works now, and once more where something happens meanwhile. */
  const wake = (): void => {
    again = true;
    working ??= (async () => {
      while (again && !signal.aborted) {
        again = false;
        try {
          await work();
        } catch (error) {
          // Where the database is away, all requests say so.
          if (!(error instanceof StoreUnavailable)) logError(error, 'subscriptions');
        }
        sockets.tell();
      }
      working = undefined;
    })();
  };

  const unlisten = subscriptions.listen(wake);
  const timer = setInterval(wake, LOOK).unref();
  wake();

  return async () => {
    stopping.abort();
    clearInterval(timer);
    sockets.stop();
    await unlisten();
    await working;
    await hooks.settled();
    if (leadsUntil > 0) await subscriptions.leads(process, time(), 0).catch(() => undefined);
  };
};
