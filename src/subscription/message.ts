import { toXml } from '../fhir/xml/write.ts';
import type { SubscriptionState } from '../store/subscription/subscription-types.ts';
import { type Notification, notification } from './notification.ts';
import type { Registered } from './registry.ts';
import type { Surroundings } from './surroundings.ts';

/** What is told by a channel of its own accord. */
export type MessageType = 'handshake' | 'heartbeat' | 'event-notification';

/** What a channel is told next, in its media type: of events those that come after the number `delivered`. */
export const message = async (
  type: MessageType,
  state: SubscriptionState,
  registered: Registered,
  delivered: number,
  { store, now }: Surroundings,
): Promise<Notification> => {
  const { content, maxCount, mediaType } = registered.channel;
  const events =
    type === 'event-notification'
      ? await store.subscriptions.eventsFrom(state.id, delivered + 1, maxCount)
      : [];
  const made = await notification(type, state, registered, content, events, registered.view, now());
  return mediaType === 'application/fhir+xml' ? { ...made, text: toXml(made.text, false) } : made;
};
