import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Binding, bind } from './binding.ts';
import { boundBy } from './binding-token.ts';
import type { Registry } from './registry.ts';
import type { Surroundings } from './surroundings.ts';

/** Where web sockets are opened, under the FHIR interface. */
export const SOCKET_PATH = '/_websocket';

/** How many may be open, and how many subscriptions one may be bound to. */
const MOST_SOCKETS = 1000;
const MOST_BINDINGS = 100;

/** The longest message, in bytes: it holds a token. */
const LONGEST = 65_536;

/** How often it is seen whether a client is still there, in milliseconds; also how long it may stay unbound. */
const LOOK = 30_000;

/** The token in a message that binds: `bind-with-token TOKEN`, or the same as JSON. */
const tokenIn = (message: string): string | undefined => {
  const plain = /^bind-with-token:? +(\S+)\s*$/.exec(message)?.[1];
  if (plain !== undefined) return plain;
  try {
    const { type, payload } = JSON.parse(message);
    return type === 'bind-with-token' && typeof payload?.token === 'string' ? payload.token : undefined;
  } catch {
    return undefined;
  }
};

/** Web sockets by which subscribers are told: https://hl7.org/fhir/R5/subscriptions.html#websockets */
export interface SubscriptionSockets {
  /** Tells all who are bound what is new. */
  tell(): void;
  stop(): void;
}

/** Opens web sockets on a server. */
export const createSubscriptionSockets = (
  server: Server,
  surroundings: Surroundings,
  registry: Registry,
): SubscriptionSockets => {
  const { store, now, logError } = surroundings;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST });
  const bindings = new Map<WebSocket, Map<string, Binding>>();
  const answering = new WeakSet<WebSocket>();

  const tell = (socket: WebSocket, binding: Binding): void =>
    void binding.tell().catch((error) => {
      logError(error, 'a web socket');
      socket.terminate();
    });

  const bound = async (socket: WebSocket, message: string): Promise<void> => {
    const token = tokenIn(message);
    const ids = token === undefined ? undefined : await boundBy(store, token, Date.parse(now()));
    if (ids === undefined) return socket.close(1008, 'send bind-with-token and a token that is valid');
    const own = bindings.get(socket);
    for (const id of ids) {
      if (own === undefined || own.has(id) || own.size >= MOST_BINDINGS) continue;
      const binding = await bind(socket, id, registry, surroundings);
      if (binding === undefined) continue;
      own.set(id, binding);
      tell(socket, binding);
    }
    if (own?.size === 0) socket.close(1008, 'there is no such subscription any more');
  };

  const opened = (socket: WebSocket): void => {
    bindings.set(socket, new Map());
    answering.add(socket);
    let last: Promise<void> = Promise.resolve();
    socket.on('message', (data: RawData) => {
      const message = data.toString();
      last = last
        .then(() => bound(socket, message))
        .catch((error) => {
          logError(error, 'a web socket');
          socket.close(1011, 'the server failed');
        });
    });
    socket.on('pong', () => answering.add(socket));
    socket.on('close', () => bindings.delete(socket));
    socket.on('error', () => socket.terminate());
  };

  server.on('upgrade', (request, stream, head) => {
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname;
    if (path !== `/fhir${SOCKET_PATH}` || bindings.size >= MOST_SOCKETS) {
      stream.end(
        `HTTP/1.1 ${path === `/fhir${SOCKET_PATH}` ? '503 Service Unavailable' : '404 Not Found'}\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, stream, head, opened);
  });

  const look = setInterval(() => {
    for (const [socket, own] of bindings) {
      if (!answering.has(socket) || own.size === 0) socket.terminate();
      answering.delete(socket);
      socket.ping();
    }
  }, LOOK).unref();

  return {
    tell: () => {
      for (const [socket, own] of bindings) for (const binding of own.values()) tell(socket, binding);
    },
    stop: () => {
      clearInterval(look);
      for (const socket of bindings.keys()) socket.close(1001, 'the server stops');
    },
  };
};
