import type { Subscription } from 'fhir/r5.js';
import { keyOf } from '../../security/principal.ts';
import type { Write } from '../../store/store.ts';
import { followedSubscription } from '../../subscription/followed.ts';
import { isFound } from '../../subscription/reading.ts';
import {
  type Subscriber,
  shownSubscription,
  subscriberNote,
  subscriberOf,
  withSecrets,
} from '../../subscription/subscriber.ts';
import type { Change, Plan } from '../change.ts';
import type { Failure } from '../error.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { subscriptionSurroundings } from './surroundings.ts';

/** What a client makes active is so when the subscriber has been reached: https://hl7.org/fhir/R5/subscription-definitions.html#Subscription.status */
const statusOf = ({ status }: Subscription): Subscription['status'] =>
  status === 'active' ? 'requested' : status;

/** A subscription as it is stored, with what is kept of its subscriber; or why it cannot be followed. */
const checked = async (
  write: Required<Write>,
  { principal }: Request,
  service: Service,
): Promise<(Pick<Change, 'notes'> & { readonly write: Write }) | Failure> => {
  const { id, content } = write;
  const sent = content.value as Subscription;
  const before = await subscriberOf(service.store, id);
  // What one client hid is not sent where another one wants it.
  const isOwn = keyOf(before.principal) === keyOf(principal);
  const subscription = withSecrets(sent, isOwn ? before : { parameter: [] });
  const status = statusOf(sent);
  if (status === 'requested' || status === 'error') {
    const found = await followedSubscription(subscription, subscriptionSurroundings(service));
    if (!isFound(found)) return { failure: 'invalid', issues: found };
  }
  const subscriber: Subscriber = {
    ...(principal && { principal }),
    parameter: subscription.parameter ?? [],
  };
  return {
    write: { ...write, content: shownSubscription(content, status) },
    notes: { [subscriberNote(id)]: JSON.stringify(subscriber) },
  };
};

const isSubscription = (write: Write): write is Required<Write> =>
  write.type === 'Subscription' && write.content !== undefined;

/** A plan that stores subscriptions only if they can be followed, and keeps who made them. */
export const withSubscriptions =
  (plan: Plan): Plan =>
  async (request, service) => {
    const planned = await plan(request, service);
    if (!('writes' in planned) || !planned.writes.some(isSubscription)) return planned;
    const writes: Write[] = [];
    let { notes } = planned;
    for (const write of planned.writes) {
      const done = isSubscription(write) ? await checked(write, request, service) : { write };
      if ('failure' in done) return done;
      writes.push(done.write);
      notes = { ...notes, ...('notes' in done ? done.notes : {}) };
    }
    return { ...planned, writes, ...(notes && { notes }) };
  };
