import type { WebSocket } from 'ws';
import type { SubscriptionState } from '../store/subscription/subscription-types.ts';
import { type MessageType, message } from './message.ts';
import { isFound } from './reading.ts';
import type { Registered, Registry } from './registry.ts';
import type { Surroundings } from './surroundings.ts';

/** A web socket bound to a subscription. */
export interface Binding {
  /** Sends what is new, or a heartbeat where one is due. */
  tell(): Promise<void>;
}

const sent = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((done, failed) => socket.send(text, (error) => (error ? failed(error) : done())));

/**
 * Binds a socket to a subscription, whose handshake it sends; it goes on after what was delivered before. Resolves to
 * undefined where there is no subscription that can be told so.
 */
export const bind = async (
  socket: WebSocket,
  id: string,
  registry: Registry,
  surroundings: Surroundings,
): Promise<Binding | undefined> => {
  const { store, now } = surroundings;
  const { subscriptions } = store;
  let last = 0;

  const told = async (type: MessageType, state: SubscriptionState, one: Registered): Promise<number> => {
    const made = await message(type, state, one, position, surroundings);
    await sent(socket, made.text);
    last = Date.parse(now());
    return made.last;
  };

  const known = async (): Promise<readonly [SubscriptionState, Registered] | undefined> => {
    const state = await subscriptions.state(id);
    if (state === undefined || !['requested', 'active'].includes(state.status)) return undefined;
    const one = await registry.find(state);
    return isFound(one) && one.channel.kind === 'websocket' ? [state, one] : undefined;
  };

  const first = await known();
  if (first === undefined) return undefined;
  let position = first[0].delivered;
  await told('handshake', ...first);

  let telling = false;
  return {
    tell: async () => {
      if (telling) return;
      telling = true;
      try {
        for (let found = await known(); found !== undefined && socket.readyState === socket.OPEN; ) {
          const [state, one] = found;
          if (state.events <= position) {
            const { heartbeatPeriod = Number.POSITIVE_INFINITY } = one.channel;
            if (Date.parse(now()) - last >= heartbeatPeriod) await told('heartbeat', state, one);
            return;
          }
          position = await told('event-notification', state, one);
          await subscriptions.delivered(id, position);
          found = await known();
        }
      } finally {
        telling = false;
      }
    },
  };
};
