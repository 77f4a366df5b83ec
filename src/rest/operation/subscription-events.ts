import type { Subscription } from 'fhir/r5.js';
import { CONTENTS } from '../../subscription/channel.ts';
import { notification } from '../../subscription/notification.ts';
import { READER } from '../access.ts';
import { fail } from '../error.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';

/** How many events are told at once; who wants more asks again, from the next number on. */
const MOST = 1000;

/** Events of a subscription that were found: https://hl7.org/fhir/R5/subscription-operation-events.html */
export const subscriptionEvents = operation({
  code: 'events',
  definition: 'http://hl7.org/fhir/OperationDefinition/Subscription-events',
  summary: 'Events that there were',
  levels: { instance: READER },
  byGet: ['instance'],
  types: ['Subscription'],
  output: 'Bundle',
  failures: ['not-found', 'gone'],
  inputs: {
    eventsSinceNumber: { type: 'integer64', description: 'The number of the first event' },
    eventsUntilNumber: { type: 'integer64', description: 'The number of the last event' },
    content: {
      type: 'code',
      description: 'How much is told; as the subscription wants it if nothing is said',
      choices: CONTENTS,
    },
  },
  run: async ({ eventsSinceNumber = '1', eventsUntilNumber, content }, request, service) => {
    const current = await storedVersion(request, service);
    if ('failure' in current) return current;
    const [since, until] = [Number(eventsSinceNumber), Number(eventsUntilNumber ?? Number.MAX_SAFE_INTEGER)];
    if (!(since <= until))
      return fail('malformed', 'value', 'The last event is before the first', {
        expression: 'http.eventsUntilNumber',
      });
    const { store, now } = service;
    const { id, base } = request;
    const subscription = JSON.parse(current.text) as Subscription;
    const events = await store.subscriptions.eventsFrom(id, since, Math.min(MOST, until - since + 1));
    const state = { events: 0, ...(await store.subscriptions.state(id)), id, status: subscription.status };
    const { text } = await notification(
      // A query for events has to have some: sst-1.
      events.length > 0 ? 'query-event' : 'query-status',
      state,
      { subscription },
      content ?? subscription.content ?? 'empty',
      events.filter(({ number }) => number <= until),
      { base, store },
      now(),
    );
    return { status: 200, body: text };
  },
});
