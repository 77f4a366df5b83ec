import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { put, send } from '../case.ts';
import { type Issuer, startIssuer } from '../security/issuer.ts';
import { SERVED } from '../server.ts';
import { numbersIn, type Receiver, startReceiver } from './receiver.ts';
import { hook, type Subscribing, subscribing, topicOf, until } from './subscribing.ts';

describe.each(SERVED)('A subscription of one who may not see everything, on $name,', (database) => {
  let issuer: Issuer;
  let server: Subscribing;
  let receiver: Receiver;
  let writer: Record<string, string>;

  beforeAll(async () => {
    issuer = await startIssuer();
    receiver = await startReceiver();
    server = await subscribing({ database, security: issuer.security });
    writer = await tokenOf('system/*.cruds', 'writer');
    const triggers = [{ resource: 'Organization' }, { resource: 'Location' }];
    await server.stored(topicOf('places', triggers), writer);
  });
  afterAll(async () => {
    expect(server.logged).toEqual([]);
    await server.close();
    receiver.close();
    issuer.close();
  });

  const tokenOf = async (scope: string, sub: string) => ({
    Authorization: `Bearer ${await issuer.token(scope, { claims: { sub } })}`,
  });

  const places = (id: string, more = {}) =>
    hook(id, 'https://topics.example/places', receiver.url, { content: 'full-resource', ...more });

  test('tells only what that one may read, as scopes with searches say', async () => {
    const reader = await tokenOf(
      'system/Subscription.cruds system/SubscriptionTopic.rs system/Organization.rs?active=true',
      'reader',
    );
    await server.stored(places('part', { parameter: [{ name: 'X-Key', value: 'swordfish' }] }), reader);
    await until(() => receiver.received.length === 1);
    const organization = (id: string, active: boolean) =>
      server.stored({ resourceType: 'Organization', id, name: id, active }, writer);
    await organization('hidden', false);
    await server.stored({ resourceType: 'Location', id: 'hidden' }, writer);
    await organization('seen', true);
    await until(() => receiver.received.length === 2);
    expect(receiver.received[1]?.bundle.entry?.slice(1)).toMatchObject([{ resource: { id: 'seen' } }]);
    expect(receiver.received.flatMap(numbersIn)).toEqual([1]);
    expect(receiver.received[1]?.text).not.toContain('hidden');

    // Those who may see the subscription see neither its secrets nor by it what they may not see.
    const other = await tokenOf('system/Subscription.rus system/SubscriptionTopic.rs', 'other');
    const { text } = await send(server, { path: '/fhir/Subscription/part', headers: other });
    expect(text).not.toContain('swordfish');
    const events = '/fhir/Subscription/part/$events?content=full-resource';
    expect((await send(server, { path: events, headers: other })).text).not.toContain('seen');
    expect((await send(server, { path: events, headers: reader })).text).toContain('Organization/seen');
    const none = await tokenOf('system/Organization.rs', 'none');
    expect((await send(server, { path: events, headers: none })).status).toBe(403);
    expect((await send(server, { path: '/fhir/Subscription/$status', headers: none })).status).toBe(403);

    // Who takes it over gets no secret of the one before, and is told what it may read itself: nothing.
    const taken = { ...JSON.parse(text), status: 'requested' };
    await send(server, put(taken, other));
    await until(() => receiver.received.length === 3);
    expect(receiver.received[2]?.headers['x-key']).toBe('(hidden)');
    await organization('seen', true);
    await server.stored({ resourceType: 'Organization', id: 'seen', name: 'Again', active: true }, writer);
    const followed = await until(async () => {
      const state = await server.service.store.subscriptions.state('part');
      return state?.status === 'active' && state;
    });
    expect(followed.events).toBe(1);
  });

  test('gives a token for a web socket to nobody else', async () => {
    const [own, other] = [
      await tokenOf('system/Subscription.cruds system/SubscriptionTopic.rs system/Location.rs', 'own'),
      await tokenOf('system/Subscription.cruds system/SubscriptionTopic.rs system/Location.rs', 'other'),
    ];
    const { endpoint: _, ...subscription } = places('socket', { channelType: { code: 'websocket' } });
    await server.stored(subscription, own);
    const path = '/fhir/Subscription/socket/$get-ws-binding-token';
    expect((await send(server, { method: 'post', path, headers: other })).status).toBe(404);
    expect((await send(server, { method: 'post', path })).status).toBe(401);
    expect((await send(server, { method: 'post', path, headers: own })).status).toBe(200);
  });
});
