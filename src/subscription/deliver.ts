import type { SubscriptionState } from '../store/subscription/subscription-types.ts';
import type { Channel } from './channel.ts';
import { type MessageType, message } from './message.ts';
import { post } from './post.ts';
import type { Registered } from './registry.ts';
import { setStatus } from './status.ts';
import type { Surroundings } from './surroundings.ts';

/** After so many failures in a row a subscription is in error, until it is set to active again. */
const MOST_FAILURES = 12;

/** How long after a first failure it is tried again, and at most after any, in milliseconds. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 600_000;

/** Twice as long after each failure, and never at the same time as others. */
const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE) * (0.5 + Math.random() / 2);

/** A subscription whose subscriber is called. */
export type Hook = Registered & { readonly channel: Channel & { readonly endpoint: URL } };

/** What is to be told now; undefined if nothing is. */
const typeDue = (
  { status, events, delivered }: SubscriptionState,
  heartbeat: boolean,
): MessageType | undefined => {
  if (status === 'requested') return 'handshake';
  if (status !== 'active') return undefined;
  if (events > delivered) return 'event-notification';
  return heartbeat ? 'heartbeat' : undefined;
};

/** What came of an attempt: it told something, or that it will, or there was nothing to tell, or it failed. */
type Outcome = 'told' | 'shaken' | 'nothing' | 'failed';

/** Tells a subscriber what is next, and remembers that it was told, or when to try again. */
export const deliver = async (
  state: SubscriptionState,
  hook: Hook,
  heartbeat: boolean,
  surroundings: Surroundings,
  stopping: AbortSignal,
): Promise<Outcome> => {
  const { store, now, targets } = surroundings;
  const { subscriptions } = store;
  const { id, delivered, failures } = state;
  const type = typeDue(state, heartbeat);
  if (type === undefined) return 'nothing';
  const { text, last } = await message(type, state, hook, delivered, surroundings);
  const failure = await post(hook.channel, text, targets, stopping);
  if (stopping.aborted && failure !== undefined) return 'failed';
  if (failure === undefined) {
    if (type === 'handshake') await setStatus(state, 'active', surroundings);
    else await subscriptions.delivered(id, type === 'event-notification' ? last : delivered);
    return type === 'handshake' ? 'shaken' : 'told';
  }
  const next = Date.parse(now()) + pauseAfter(failures + 1);
  await subscriptions.failed(id, { failures: failures + 1, next: Math.ceil(next), failure });
  if (failures + 1 >= MOST_FAILURES) await setStatus(state, 'error', surroundings);
  return 'failed';
};
