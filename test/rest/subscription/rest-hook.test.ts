import type { Bundle, OperationOutcome, ResearchStudy, Subscription, SubscriptionStatus } from 'fhir/r5.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { content } from '../../../src/fhir/content.ts';
import { isError } from '../../../src/fhir/issue.ts';
import { put, send } from '../case.ts';
import { BASE, SERVED, validate } from '../server.ts';
import { numbersIn, type Receiver, startReceiver } from './receiver.ts';
import { hook, inStatus, ours, type Subscribing, subscribing, topicOf, until } from './subscribing.ts';

const study = (id: string, state: string, more: Partial<ResearchStudy> = {}): ResearchStudy => ({
  resourceType: 'ResearchStudy',
  id,
  status: 'active',
  progressStatus: [
    { state: { coding: [{ system: 'http://hl7.org/fhir/research-study-status', code: state }] } },
  ],
  ...more,
});

describe.each(SERVED)('A subscription by rest-hook, on $name,', (database) => {
  let server: Subscribing;
  let receiver: Receiver;

  beforeAll(async () => {
    server = await subscribing({ database });
  });
  afterAll(async () => {
    expect(server.logged).toEqual([]);
    await server.close();
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  const subscribed = async (id: string, topic: string, more: Partial<Subscription> = {}): Promise<void> => {
    await server.stored(hook(id, topic, receiver.url, more));
    await inStatus(server, id, 'active');
    receiver.received.splice(0);
  };

  /** The notifications of so many events. */
  const told = (events: number) =>
    until(() => receiver.received.flatMap(numbersIn).length >= events && receiver.received);

  const refused = async (subscription: Subscription): Promise<OperationOutcome> => {
    const { status, text } = await send(server, put(subscription));
    expect(status, text).toBe(422);
    return JSON.parse(text);
  };

  test('becomes active by a handshake, and is told what its topic tells of', async () => {
    await server.stored(study('one', 'in-review'));
    await server.stored(
      hook('first', ours('trial-status-changed'), receiver.url, {
        parameter: [{ name: 'X-Key', value: 'swordfish' }],
      }),
    );
    const active = await inStatus(server, 'first', 'active');
    expect(receiver.received.map(({ status }) => status.type)).toEqual(['handshake']);
    await server.stored(study('one', 'in-review', { title: 'Another title' }));
    await server.stored(study('one', 'recruiting'));
    const [, event] = await told(1);
    expect(validate(content(event!.bundle)).filter(isError)).toEqual([]);
    expect(event?.bundle.type).toBe('subscription-notification');
    expect(event?.status).toMatchObject({
      type: 'event-notification',
      eventsSinceSubscriptionStart: '1',
      subscription: { reference: `${BASE}/Subscription/first` },
      topic: ours('trial-status-changed'),
      notificationEvent: [{ eventNumber: '1', focus: { reference: `${BASE}/ResearchStudy/one` } }],
    });
    expect(event?.bundle.entry?.[1]).toEqual({
      fullUrl: `${BASE}/ResearchStudy/one`,
      request: { method: 'PUT', url: 'ResearchStudy/one' },
    });
    expect(event?.headers).toMatchObject({
      'x-key': 'swordfish',
      'content-type': expect.stringContaining('application/fhir+json'),
    });
    // What the endpoint is sent is shown to nobody.
    expect(active.parameter).toEqual([{ name: 'X-Key', value: '(hidden)' }]);
    const history = await send(server, { path: '/fhir/Subscription/first/_history' });
    expect(history.text).not.toContain('swordfish');
    // What is not shown can be sent back as it is.
    await server.stored({ ...active, status: 'requested' });
    await until(() => receiver.received.length === 3);
    expect(receiver.received[2]?.headers['x-key']).toBe('swordfish');
  });

  test('has what it asks for: filters, content, format, and how many at once', async () => {
    const filterBy = [{ filterParameter: 'title', modifier: 'contains' as const, value: 'asthma' }];
    await subscribed('filtered', ours('trial-status-changed'), {
      filterBy,
      content: 'full-resource',
      contentType: 'application/fhir+xml',
      maxCount: 1,
    });
    const titled = (id: string, state: string, title: string) => server.stored(study(id, state, { title }));
    await titled('asthma', 'in-review', 'Severe asthma');
    await titled('gout', 'in-review', 'Gout');
    await titled('gout', 'recruiting', 'Gout');
    await titled('asthma', 'recruiting', 'Severe asthma');
    await titled('asthma', 'completed', 'Severe asthma');
    const received = await told(2);
    expect(received.map(numbersIn)).toEqual([[1], [2]]);
    expect(received[0]?.text).toContain('<Bundle ');
    expect(received.map(({ bundle }) => bundle.entry?.[1]?.resource)).toMatchObject([
      { id: 'asthma', meta: { versionId: '2' } },
      { id: 'asthma', meta: { versionId: '3' } },
    ]);
    await subscribed('empty', ours('trial-status-changed'), { content: 'empty' });
    await titled('gout', 'completed', 'Gout');
    const [empty] = await told(1);
    expect(empty?.bundle.entry).toHaveLength(1);
    expect(empty?.status.notificationEvent?.[0]?.focus).toBeUndefined();
  });

  test('is told by criteria on both states, of creation and deletion', async () => {
    await server.stored(
      topicOf('criteria', [
        {
          resource: 'http://hl7.org/fhir/StructureDefinition/Organization',
          queryCriteria: {
            previous: 'active=true',
            resultForCreate: 'test-fails',
            current: 'Organization?active=false',
            resultForDelete: 'test-passes',
            requireBoth: true,
          },
        },
        { resource: 'Location', supportedInteraction: ['create', 'delete'] },
      ]),
    );
    await subscribed('criteria', 'https://topics.example/criteria');
    const ward = (active: boolean) =>
      server.stored({ resourceType: 'Organization', id: 'ward', name: 'Ward', active });
    await ward(false); // created: the previous state counts as failed
    await ward(true);
    await ward(false); // 1
    await ward(true);
    await send(server, { method: 'delete', path: '/fhir/Organization/ward' }); // 2
    await server.stored({ resourceType: 'Location', id: 'room' }); // 3
    await server.stored({ resourceType: 'Location', id: 'room', name: 'Room' });
    await send(server, { method: 'delete', path: '/fhir/Location/room' }); // 4
    const received = await told(4);
    const events = received.flatMap(({ status }) => status.notificationEvent ?? []);
    expect(
      events.map(({ eventNumber, focus }) => [eventNumber, focus?.reference?.split('/').at(-2)]),
    ).toEqual([
      ['1', 'Organization'],
      ['2', 'Organization'],
      ['3', 'Location'],
      ['4', 'Location'],
    ]);
    const { text } = await send(server, {
      path: '/fhir/Subscription/criteria/$events?eventsSinceNumber=2&eventsUntilNumber=3&content=full-resource',
    });
    const bundle = JSON.parse(text) as Bundle;
    expect(validate(content(bundle)).filter(isError)).toEqual([]);
    expect(bundle.entry?.[0]?.resource).toMatchObject({
      type: 'query-event',
      eventsSinceSubscriptionStart: '4',
      notificationEvent: [{ eventNumber: '2' }, { eventNumber: '3' }],
    });
    expect(bundle.entry?.slice(1)).toMatchObject([
      { fullUrl: `${BASE}/Organization/ward`, request: { method: 'DELETE' } },
      { resource: { resourceType: 'Location', id: 'room', meta: { versionId: '1' } } },
    ]);
  });

  test('is told with what the topic includes', async () => {
    await subscribed('results', ours('results-posted'), { content: 'full-resource' });
    await server.stored({
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      code: { text: 'Results' },
    });
    await server.stored(study('plain', 'completed'));
    await server.stored(study('plain', 'completed', { result: [{ reference: 'DiagnosticReport/report' }] }));
    await server.stored(
      study('plain', 'completed', { title: 'Once more', result: [{ reference: 'DiagnosticReport/report' }] }),
    );
    const [event] = await told(1);
    expect(event?.bundle.entry?.map(({ fullUrl }) => fullUrl).slice(1)).toEqual([
      `${BASE}/ResearchStudy/plain`,
      `${BASE}/DiagnosticReport/report`,
    ]);
    expect(event?.status.notificationEvent?.[0]?.additionalContext).toEqual([
      { reference: `${BASE}/DiagnosticReport/report` },
    ]);
    const { events } = (await server.service.store.subscriptions.state('results'))!;
    expect(events).toBe(1);
  });

  test('is tried again, is in error when nobody answers, and goes on when it is made active', async () => {
    receiver.status = 500;
    await server.stored(hook('away', ours('trial-status-changed'), receiver.url));
    const { subscriptions } = server.service.store;
    const failing = await until(async () => {
      const state = await subscriptions.state('away');
      return state && state.failures >= 2 && state;
    });
    expect(failing).toMatchObject({ status: 'requested', failure: 'the endpoint answers with 500' });
    receiver.status = 200;
    await inStatus(server, 'away', 'active');

    await server.stored(study('away', 'in-review'));
    receiver.status = 302;
    // One before the last that is allowed.
    await server.stored(study('away', 'recruiting'));
    await until(async () => ((await subscriptions.state('away'))?.failures ?? 0) > 0);
    const failure = 'the endpoint answers with 302';
    await until(async () => {
      if ((await subscriptions.state('away'))?.status === 'error') return true;
      // An attempt that is under way writes its own number after this one.
      await subscriptions.failed('away', { failures: 11, next: 0, failure });
      return false;
    });
    const { text } = await send(server, { path: '/fhir/Subscription/$status?id=away&status=error' });
    const [status] = (JSON.parse(text) as Bundle<SubscriptionStatus>).entry ?? [];
    expect(status?.resource).toMatchObject({
      status: 'error',
      type: 'query-status',
      eventsSinceSubscriptionStart: '1',
      error: [{ text: failure }],
    });
    await server.stored(study('away', 'completed'));

    receiver.status = 200;
    receiver.received.splice(0);
    await server.stored({ ...(await server.read<Subscription>('Subscription/away')), status: 'active' });
    const received = await told(2);
    expect(received.map(({ status: { type } }) => type)[0]).toBe('handshake');
    expect(received.flatMap(numbersIn)).toEqual([1, 2]);
  });

  test('has heartbeats and ends', async () => {
    const end = new Date(Date.now() + 3000).toISOString();
    await subscribed('beating', ours('trial-status-changed'), { heartbeatPeriod: 1, end });
    await until(() => receiver.received.length > 0);
    expect(receiver.received[0]?.status).toMatchObject({
      type: 'heartbeat',
      eventsSinceSubscriptionStart: '0',
    });
    await inStatus(server, 'beating', 'off');
  });

  test('is told no more when it is off or deleted', async () => {
    await subscribed('off', ours('trial-status-changed'));
    await server.stored(study('off', 'in-review'));
    await server.stored({ ...(await server.read<Subscription>('Subscription/off')), status: 'off' });
    await server.stored(study('off', 'recruiting'));
    await server.stored({ ...(await server.read<Subscription>('Subscription/off')), status: 'requested' });
    await inStatus(server, 'off', 'active');
    await server.stored(study('off', 'completed'));
    expect((await told(1)).flatMap(numbersIn)).toEqual([1]);
    await send(server, { method: 'delete', path: '/fhir/Subscription/off' });
    await until(async () => (await server.service.store.subscriptions.state('off')) === undefined);
  });

  test('is refused where it cannot be followed, with the reason', async () => {
    const good = hook('bad', ours('results-posted'), receiver.url);
    const reasons: [Partial<Subscription>, string][] = [
      [{ topic: 'https://topics.example/none' }, 'Subscription.topic'],
      [{ channelType: { code: 'email' } }, 'Subscription.channelType'],
      [{ endpoint: 'ftp://example.org/' }, 'Subscription.endpoint'],
      [{ endpoint: 'http://localhost:8080/' }, 'Subscription.endpoint'],
      [{ endpoint: 'http://169.254.169.254/latest/meta-data' }, 'Subscription.endpoint'],
      [{ endpoint: 'http://[::ffff:10.0.0.1]/' }, 'Subscription.endpoint'],
      [{ endpoint: 'http://0x7f000002/' }, 'Subscription.endpoint'],
      [{ endpoint: 'https://me:secret@example.org/' }, 'Subscription.endpoint'],
      [{ contentType: 'text/plain' }, 'Subscription.contentType'],
      [{ parameter: [{ name: 'Host', value: 'example.org' }] }, 'Subscription.parameter[0]'],
      [{ parameter: [{ name: 'X-Key', value: 'a\r\nX-Other: b' }] }, 'Subscription.parameter[0]'],
      [
        { filterBy: [{ filterParameter: 'verdict', value: 'x' }] },
        'Subscription.filterBy[0].filterParameter',
      ],
      [
        { filterBy: [{ filterParameter: 'phase', modifier: 'not', value: 'x' }] },
        'Subscription.filterBy[0].filterParameter',
      ],
      [
        { filterBy: [{ filterParameter: 'title', comparator: 'ge', value: 'x' }] },
        'Subscription.filterBy[0].filterParameter',
      ],
      [
        { filterBy: [{ resourceType: 'Patient', filterParameter: '_id', value: 'x' }] },
        'Subscription.filterBy[0].resourceType',
      ],
    ];
    for (const [more, expression] of reasons) {
      const { issue } = await refused({ ...good, ...more });
      expect(issue.map((one) => one.expression?.[0])).toContain(expression);
    }
    await server.stored(
      topicOf('broken', [{ resource: 'ResearchStudy', queryCriteria: { current: 'no-such=1' } }]),
    );
    const { issue } = await refused({ ...good, topic: 'https://topics.example/broken' });
    expect(issue[0]?.expression).toEqual(['SubscriptionTopic.resourceTrigger[0].queryCriteria.current']);
    expect((await send(server, { path: '/fhir/Subscription/bad' })).status).toBe(404);
  });
});
