import type { SubscriptionState } from '../store/subscription/subscription-types.ts';
import { deliver, type Hook } from './deliver.ts';
import { isFound } from './reading.ts';
import type { Registered, Registry } from './registry.ts';
import { setStatus } from './status.ts';
import type { Surroundings } from './surroundings.ts';

/** How many subscribers are called at once. */
const MOST_AT_ONCE = 16;

/** Calls the subscribers that have something to be told. */
export interface Hooks {
  /** Begins with all that are due. */
  call(isLeading: () => boolean): Promise<void>;
  /** Resolves when all that was begun has ended. */
  settled(): Promise<void>;
}

const isHook = (one: Registered): one is Registered & Hook => one.channel.kind === 'rest-hook';

/** The subscribers of a store; each is told one thing after the other, until that is to stop. */
export const createHooks = (surroundings: Surroundings, registry: Registry, stopping: AbortSignal): Hooks => {
  const { store, now, logError } = surroundings;
  const busy = new Map<string, Promise<void>>();
  /** When each was told something last, in milliseconds since 1970. */
  const lastTold = new Map<string, number>();
  /** The version with which each had its handshake: that it is active is followed a moment later. */
  const shaken = new Map<string, number>();
  const time = (): number => Date.parse(now());

  const isHeartbeatDue = ({ id, channel: { heartbeatPeriod } }: Registered): boolean => {
    if (heartbeatPeriod === undefined) return false;
    const last = lastTold.get(id);
    if (last === undefined) lastTold.set(id, time());
    return last !== undefined && time() - last >= heartbeatPeriod;
  };

  const isDue = (state: SubscriptionState, one: Registered): boolean =>
    state.next <= time() &&
    ((state.status === 'requested' && shaken.get(state.id) !== state.version) ||
      (state.status === 'active' && (state.events > state.delivered || isHeartbeatDue(one))));

  /** Tells one thing after the other as long as there is something and it arrives. */
  const callOne = async (first: SubscriptionState, hook: Hook, isLeading: () => boolean): Promise<void> => {
    let state: SubscriptionState | undefined = first;
    while (state?.version === first.version && isLeading()) {
      const outcome = await deliver(state, hook, isHeartbeatDue(hook), surroundings, stopping);
      if (outcome === 'shaken') shaken.set(state.id, state.version);
      if (outcome !== 'told') return;
      lastTold.set(state.id, time());
      state = await store.subscriptions.state(state.id);
    }
  };

  const begin = async (state: SubscriptionState, isLeading: () => boolean): Promise<void> => {
    if (busy.has(state.id) || (state.status !== 'requested' && state.status !== 'active')) return;
    const one = await registry.find(state);
    if (!isFound(one)) return;
    const { end } = one.subscription;
    if (end !== undefined && Date.parse(end) <= time()) return setStatus(state, 'off', surroundings);
    // A web socket is opened by its subscriber.
    if (!isHook(one))
      return state.status === 'requested' ? setStatus(state, 'active', surroundings) : undefined;
    if (busy.size >= MOST_AT_ONCE || !isDue(state, one)) return;
    const called = callOne(state, one, isLeading)
      .catch((error) => logError(error, `Subscription/${state.id}`))
      .finally(() => busy.delete(state.id));
    busy.set(state.id, called);
  };

  return {
    call: async (isLeading) => {
      for (const state of await store.subscriptions.states()) await begin(state, isLeading);
    },
    settled: async () => {
      await Promise.all(busy.values());
    },
  };
};
