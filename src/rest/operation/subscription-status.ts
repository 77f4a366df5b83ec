import { randomUUID } from 'node:crypto';
import type { Subscription } from 'fhir/r5.js';
import { searchset } from '../../fhir/bundle.ts';
import { searchOf } from '../../fhir/search/search-request.ts';
import { statusOf } from '../../subscription/notification.ts';
import { READER } from '../access.ts';
import { link } from '../interaction/search.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';

/** Of how many subscriptions the status is told at once. */
const MOST = 1000;

/** How subscriptions are: https://hl7.org/fhir/R5/subscription-operation-status.html */
export const subscriptionStatus = operation({
  code: 'status',
  definition: 'http://hl7.org/fhir/OperationDefinition/Subscription-status',
  summary: 'The status of subscriptions, and how many events there were',
  levels: { type: { permissions: ['s'] }, instance: READER },
  byGet: ['type', 'instance'],
  types: ['Subscription'],
  output: 'Bundle',
  failures: ['not-found', 'gone'],
  inputs: {
    id: { type: 'id', description: 'Only these subscriptions', repeats: true, levels: ['type'] },
    status: { type: 'code', description: 'Only in one of these statuses', repeats: true, levels: ['type'] },
  },
  run: async ({ id, status }, request, service) => {
    const { base, query } = request;
    const one = request.id === '' ? undefined : await storedVersion(request, service);
    if (one !== undefined && 'failure' in one) return one;
    const where = id && ({ kind: 'id', anyOf: id } as const);
    const all = one ? [one] : (await service.store.search(searchOf(['Subscription'], where, MOST))).matches;
    const matches: { fullUrl: string; text: string }[] = [];
    for (const version of all) {
      const subscription = JSON.parse(version.text) as Subscription;
      if (status !== undefined && !status.includes(subscription.status)) continue;
      const state = await service.store.subscriptions.state(version.id);
      const known = { events: 0, ...state, id: version.id, status: subscription.status };
      const told = statusOf(known, subscription.topic, 'query-status', base);
      matches.push({ fullUrl: `urn:uuid:${randomUUID()}`, text: JSON.stringify(told) });
    }
    const at = request.id === '' ? 'Subscription' : `Subscription/${request.id}`;
    const links = { self: link(`${base}/${at}/$status`, query) };
    return {
      status: 200,
      body: searchset({ links, total: matches.length, matches, included: [], issues: [] }),
    };
  },
});
