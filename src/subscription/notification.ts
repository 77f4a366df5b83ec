import { randomUUID } from 'node:crypto';
import type { SubscriptionStatus } from 'fhir/r5.js';
import { type NotificationEntry, notificationBundle } from '../fhir/bundle.ts';
import { type Include, searchOf } from '../fhir/search/search-request.ts';
import type { Deletion, Store, Version } from '../store/store.ts';
import type { SubscriptionEvent, SubscriptionState } from '../store/subscription/subscription-types.ts';
import type { PayloadContent } from './channel.ts';
import type { FollowedSubscription } from './followed.ts';

/** What a notification is of: https://hl7.org/fhir/R5/valueset-subscription-notification-type.html */
type NotificationType = SubscriptionStatus['type'];

/** An event with what its subscriber may see of what it is about, and what is told beside it. */
interface ToldEvent {
  readonly event: SubscriptionEvent;
  readonly focus?: Version | Deletion;
  readonly context: readonly Version[];
}

/** Where the resources told are found, and how they are seen by who is told. */
export interface View {
  readonly base: string;
  readonly store: Pick<Store, 'vread' | 'read' | 'search'>;
}

const contextOf = async (
  { type, id }: Version,
  include: readonly Include[],
  { store }: View,
): Promise<readonly Version[]> => {
  const request = { ...searchOf([type], { kind: 'id', anyOf: [id] }, 1), total: 'none', include } as const;
  return (await store.search(request)).included;
};

const toldEvent = async (
  event: SubscriptionEvent,
  content: PayloadContent,
  shapes: FollowedSubscription['topic']['shapes'] | undefined,
  view: View,
): Promise<ToldEvent> => {
  if (content === 'empty') return { event, context: [] };
  const { type, id, versionId } = event;
  // Of whom not everything is visible to, only what is current can be told whether it is.
  const focus = (await view.store.vread(type, id, versionId)) ?? (await view.store.read(type, id));
  const include = shapes?.get(type) ?? [];
  const isShown = focus !== undefined && !focus.deleted && include.length > 0 && content === 'full-resource';
  return { event, ...(focus && { focus }), context: isShown ? await contextOf(focus, include, view) : [] };
};

const urlOf = (base: string, { type, id }: { readonly type: string; readonly id: string }): string =>
  `${base}/${type}/${id}`;

const METHODS = { POST: 'POST', PUT: 'PUT', PATCH: 'PUT', DELETE: 'DELETE' } as const;

/** An entry about a resource; `text` where it is shown, of a version that is no deletion. */
const entryOf = (base: string, version: Version | Deletion, isShown: boolean): NotificationEntry => {
  const { type, id, method, deleted } = version;
  return {
    fullUrl: urlOf(base, version),
    ...(isShown && !deleted && { text: version.text }),
    request: { method: METHODS[method], url: method === 'POST' ? type : `${type}/${id}` },
  };
};

/** One entry for each version that is shown, or for each resource that is named: https://hl7.org/fhir/R5/bundle.html#invs (bdl-7) */
const entriesOf = (
  base: string,
  told: readonly ToldEvent[],
  isShown: boolean,
): readonly NotificationEntry[] => {
  const versions = told.flatMap(({ focus, context }) => [...(focus ? [focus] : []), ...context]);
  const keyOf = (one: Version | Deletion) =>
    `${one.type}/${one.id}${isShown && !one.deleted ? `/${one.versionId}` : ''}`;
  const distinct = new Map(versions.map((one) => [keyOf(one), one]));
  return [...distinct.values()].map((one) => entryOf(base, one, isShown));
};

/** The status of a subscription as it is told: https://hl7.org/fhir/R5/subscriptionstatus.html */
export const statusOf = (
  { id, status, failure, events }: Pick<SubscriptionState, 'id' | 'status' | 'failure' | 'events'>,
  topic: string,
  type: NotificationType,
  base: string,
): SubscriptionStatus => ({
  resourceType: 'SubscriptionStatus',
  status: status as NonNullable<SubscriptionStatus['status']>,
  type,
  eventsSinceSubscriptionStart: String(events),
  subscription: { reference: `${base}/Subscription/${id}` },
  topic,
  ...(failure !== undefined && { error: [{ text: failure }] }),
});

/** How large a notification may become, in characters: the next event waits for the next one. */
const LARGE = 4_000_000;

const notificationEvent = (
  base: string,
  { event, focus, context }: ToldEvent,
): NonNullable<SubscriptionStatus['notificationEvent']>[number] => ({
  eventNumber: String(event.number),
  timestamp: event.made,
  ...(focus && { focus: { reference: urlOf(base, focus) } }),
  ...(context.length > 0 && {
    additionalContext: context.map((one) => ({ reference: urlOf(base, one) })),
  }),
});

/** A notification as text, and the number of the last event in it. */
export interface Notification {
  readonly text: string;
  readonly last: number;
}

/**
 * A notification of events in their order, as many as there is room for; without any it is a handshake or heartbeat:
 * https://hl7.org/fhir/R5/subscriptions.html#notifications
 */
export const notification = async (
  type: NotificationType,
  state: Pick<SubscriptionState, 'id' | 'status' | 'events'>,
  {
    subscription,
    topic,
  }: Pick<FollowedSubscription, 'subscription'> & Partial<Pick<FollowedSubscription, 'topic'>>,
  content: PayloadContent,
  events: readonly SubscriptionEvent[],
  view: View,
  now: string,
): Promise<Notification> => {
  const told: ToldEvent[] = [];
  let size = 0;
  for (const event of events) {
    const one = await toldEvent(event, content, topic?.shapes, view);
    for (const version of [...(one.focus ? [one.focus] : []), ...one.context])
      size += version.deleted || content !== 'full-resource' ? 0 : version.text.length;
    if (told.length > 0 && size > LARGE) break;
    told.push(one);
  }
  const last = told.at(-1)?.event.number ?? state.events;
  const { base } = view;
  const status: SubscriptionStatus = {
    ...statusOf(
      { ...state, events: type === 'query-event' ? state.events : last },
      subscription.topic,
      type,
      base,
    ),
    ...(told.length > 0 && { notificationEvent: told.map((one) => notificationEvent(base, one)) }),
  };
  const entries = entriesOf(base, told, content === 'full-resource');
  const first = { fullUrl: `urn:uuid:${randomUUID()}`, text: JSON.stringify(status) };
  return { text: notificationBundle(now, [first, ...entries]), last };
};
