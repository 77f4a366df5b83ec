import { once } from 'node:events';
import type { Parameters, Subscription } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { send } from '../case.ts';
import { ORIGIN, SERVED } from '../server.ts';
import { numbersIn, type Received, receivedIn } from './receiver.ts';
import { hook, inStatus, type Subscribing, subscribing, topicOf, until } from './subscribing.ts';

const socketed = (id: string, more: Partial<Subscription> = {}): Subscription => {
  const { endpoint: _, ...subscription } = hook(id, 'https://topics.example/places', '');
  return { ...subscription, channelType: { code: 'websocket' }, ...more };
};

describe.each(SERVED)('A subscription by web socket, on $name,', (database) => {
  let server: Subscribing;
  const sockets: WebSocket[] = [];

  beforeAll(async () => {
    server = await subscribing({ database });
    await server.stored(topicOf('places', [{ resource: 'Location' }]));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.terminate();
    expect(server.logged).toEqual([]);
    await server.close();
  });

  const connected = async (message: (token: string) => string, token: string) => {
    const socket = new WebSocket(server.socketUrl);
    sockets.push(socket);
    const received: Received[] = [];
    socket.on('message', (data) => received.push(receivedIn(data.toString())));
    await once(socket, 'open');
    socket.send(message(token));
    return { socket, received };
  };

  const plain = (token: string): string => `bind-with-token ${token}`;

  const tokenFor = async (path: string): Promise<string> => {
    const { status, text } = await send(server, {
      method: 'post',
      path: `/fhir/Subscription${path}/$get-ws-binding-token`,
    });
    expect(status, text).toBe(200);
    const { parameter = [] } = JSON.parse(text) as Parameters;
    const names = parameter.map(({ name }) => name);
    expect(names).toEqual(['token', 'expiration', 'subscription', 'websocket-url']);
    expect(parameter[3]?.valueUrl).toBe(`${ORIGIN.replace('http', 'ws')}/fhir/_websocket`);
    return parameter[0]?.valueString ?? '';
  };

  const place = (id: string, name: string) => server.stored({ resourceType: 'Location', id, name });

  test('is told what happens, also what did before somebody listened, and each only once', async () => {
    await server.stored(socketed('listening', { content: 'full-resource' }));
    await inStatus(server, 'listening', 'active');
    await place('a', 'Before');
    await until(async () => (await server.service.store.subscriptions.state('listening'))?.events === 1);
    const first = await connected(plain, await tokenFor('/listening'));
    await place('a', 'After');
    await until(() => first.received.flatMap(numbersIn).length === 2);
    expect(first.received[0]?.status).toMatchObject({ type: 'handshake', status: 'active' });
    expect(first.received.flatMap(numbersIn)).toEqual([1, 2]);
    expect(first.received.at(-1)?.bundle.entry?.at(-1)?.resource).toMatchObject({ name: 'After' });
    first.socket.close();
    await once(first.socket, 'close');
    await place('a', 'Meanwhile');
    const json = (token: string) => JSON.stringify({ type: 'bind-with-token', payload: { token } });
    const second = await connected(json, await tokenFor(''));
    await until(() => second.received.flatMap(numbersIn).length > 0);
    expect(second.received.flatMap(numbersIn)).toEqual([3]);
  });

  test('has heartbeats', async () => {
    await server.stored(socketed('beating', { heartbeatPeriod: 1 }));
    await inStatus(server, 'beating', 'active');
    const { received } = await connected(plain, await tokenFor('/beating'));
    await until(() => received.some(({ status }) => status.type === 'heartbeat'));
  });

  test('is told nothing without a token that is valid', async () => {
    for (const message of ['bind-with-token eyJhbGciOiJub25lIn0.e30.', 'hello', '{"type":"ping"}', '']) {
      const { socket } = await connected(() => message, '');
      const [code] = await once(socket, 'close');
      expect(code, message).toBe(1008);
    }
    expect(
      (await send(server, { method: 'post', path: '/fhir/Subscription/none/$get-ws-binding-token' })).status,
    ).toBe(404);
    const elsewhere = new WebSocket(server.socketUrl.replace('_websocket', 'Location'));
    const [error] = await once(elsewhere, 'error');
    expect(String(error)).toContain('404');
  });
});
