import type { Subscription } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import type { SubscriptionState } from '../store/subscription/subscription-types.ts';
import { followedSubscription } from './followed.ts';
import type { Seeing } from './matching.ts';
import type { View } from './notification.ts';
import { isFound, wrongAt } from './reading.ts';
import { subscriberOf, withSecrets } from './subscriber.ts';
import type { Surroundings } from './surroundings.ts';

/** A subscription that is followed, with the store as its subscriber sees it. */
export interface Registered extends Seeing {
  readonly view: View;
}

/** The subscriptions as they are followed, each read once. */
export interface Registry {
  /** What is needed to follow one, or why it cannot be followed. */
  find(state: SubscriptionState): Promise<Registered | readonly Issue[]>;
  /** Forgets what was read, as topics have changed. */
  forget(): void;
}

/** A registry of the subscriptions of a store. */
export const createRegistry = (surroundings: Surroundings): Registry => {
  const { store, base, viewOf } = surroundings;
  const known = new Map<string, { version: number; found: Promise<Registered | readonly Issue[]> }>();

  const read = async ({ id, version }: SubscriptionState): Promise<Registered | readonly Issue[]> => {
    const stored = await store.vread('Subscription', id, version);
    if (stored === undefined || stored.deleted) return [wrongAt('Subscription', 'It is not stored any more')];
    const subscriber = await subscriberOf(store, id);
    const subscription = withSecrets(JSON.parse(stored.text) as Subscription, subscriber);
    const followed = await followedSubscription(subscription, surroundings);
    if (!isFound(followed)) return followed;
    const { visible, store: seen } = await viewOf(subscriber.principal);
    return { ...followed, visible, view: { base, store: seen } };
  };

  return {
    find: (state) => {
      const before = known.get(state.id);
      if (before?.version === state.version) return before.found;
      const found = read(state);
      known.set(state.id, { version: state.version, found });
      // What could not be read now may be later.
      found.catch(() => known.delete(state.id));
      return found;
    },
    forget: () => known.clear(),
  };
};
