import type { Subscription } from 'fhir/r5.js';
import { searchOf } from '../fhir/search/search-request.ts';
import type {
  Followed,
  Logged,
  LogPage,
  SubscriptionState,
} from '../store/subscription/subscription-types.ts';
import { eventsOf, type Seeing } from './matching.ts';
import { isFound } from './reading.ts';
import type { Registry } from './registry.ts';
import { setStatus } from './status.ts';
import { subscriberNote } from './subscriber.ts';
import type { Surroundings } from './surroundings.ts';

/** The statuses in which events are looked for; in error they wait until the subscriber is there again. */
const LOOKED_FOR = ['requested', 'active', 'error'];

/** How long nothing new has to be remembered as such, in milliseconds. */
const IDLE = 10_000;

/** How many subscriptions there may be when the log is read for the first time. */
const MOST = 100_000;

const identity = (states: readonly SubscriptionState[]): string =>
  JSON.stringify(states.map(({ id, version, status }) => [id, version, status]));

/** A Subscription as it was written, without a text where it was deleted. */
type Written = Pick<Logged, 'id' | 'versionId' | 'text'>;

const changeOf = ({ id, versionId, text }: Written): Followed['changed'] => {
  if (text === undefined) return [];
  const { status } = JSON.parse(text) as Subscription;
  return [{ id, version: versionId, status }];
};

/** Follows what is written: finds the events of all subscriptions, and keeps them with the place in the log. */
export const createLogFollower = (surroundings: Surroundings, registry: Registry): (() => Promise<void>) => {
  const { store, now } = surroundings;
  let remembered = 0;

  const inError = async (state: SubscriptionState, failure: string): Promise<void> => {
    if (state.status === 'error') return;
    await store.subscriptions.failed(state.id, { failures: 1, next: 0, failure });
    await setStatus(state, 'error', surroundings);
  };

  /** Those that can be followed; the others are in error. */
  const followedOf = async (states: readonly SubscriptionState[]): Promise<readonly Seeing[]> => {
    const all: Seeing[] = [];
    for (const state of states) {
      if (!LOOKED_FOR.includes(state.status)) continue;
      const found = await registry.find(state);
      if (isFound(found)) all.push(found);
      else await inError(state, found.map(({ text }) => text).join('; '));
    }
    return all;
  };

  /** What changes in the subscriptions themselves; all there are where the log has not been read before. */
  const changesIn = async ({ place, versions }: LogPage): Promise<readonly Written[]> => {
    if (place === undefined) return (await store.search(searchOf(['Subscription'], undefined, MOST))).matches;
    return versions.filter(({ type }) => type === 'Subscription');
  };

  const follow = async (page: LogPage, subscriptions: readonly Seeing[]): Promise<void> => {
    const { versions, place, more } = page;
    const time = Date.parse(now());
    if (place !== undefined && !more && time - remembered < IDLE) return;
    remembered = time;
    const changes = await changesIn(page);
    const ended = changes.filter(({ text }) => text === undefined).map(({ id }) => id);
    const { events, tooLong } = await eventsOf(versions, subscriptions, store.subscriptions);
    for (const state of page.states)
      if (tooLong.includes(state.id)) await inError(state, 'It takes too long to tell what it asks for');
    await store.subscriptions.followed(page, {
      events,
      changed: changes.flatMap(changeOf),
      ended,
    });
    for (const id of ended) await store.setNote(subscriberNote(id), undefined);
    if (versions.some(({ type }) => type === 'SubscriptionTopic')) registry.forget();
  };

  return async () => {
    let states = await store.subscriptions.states();
    for (let more = true; more; ) {
      const subscriptions = await followedOf(states);
      const types = subscriptions.flatMap(({ topic }) => topic.triggers.map(({ type }) => type));
      const page = await store.subscriptions.next(types);
      const isSame = identity(page.states) === identity(states);
      states = page.states;
      if (isSame) await follow(page, subscriptions);
      more = !isSame || page.more || page.place === undefined;
      // Requests come first.
      await new Promise(setImmediate);
    }
  };
};
