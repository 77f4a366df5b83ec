import { AT_MOST } from '../search/condition.ts';
import { type Row, row, rows, run, type Work } from '../sql/work.ts';
import type { SubscriptionEvent, SubscriptionState } from './subscription-types.ts';

const stateOf = (found: Row): SubscriptionState => ({
  id: String(found.id),
  version: Number(found.version),
  status: String(found.status),
  events: Number(found.events),
  delivered: Number(found.delivered),
  failures: Number(found.failures),
  next: Number(found.next_ms),
  ...(found.failure !== null && { failure: String(found.failure) }),
});

/** All that is known of subscriptions. */
export function* states(): Work<readonly SubscriptionState[]> {
  return (yield* rows('SELECT * FROM subscription ORDER BY id')).map(stateOf);
}

/** What is known of one. */
export function* state(id: string): Work<SubscriptionState | undefined> {
  const found = yield* row('SELECT * FROM subscription WHERE id = ?', id);
  return found && stateOf(found);
}

/** Follows a version of a Subscription, whose failures are forgotten unless it is in error. */
export function* follow(id: string, version: number, status: string): Work<void> {
  yield* run(
    `INSERT INTO subscription (id, version, status, events, delivered, failures, next_ms)
     VALUES (?, ?, ?, 0, 0, 0, 0)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status`,
    id,
    version,
    status,
  );
  if (status !== 'error')
    yield* run('UPDATE subscription SET failures = 0, next_ms = 0, failure = NULL WHERE id = ?', id);
}

/** Forgets a subscription that is deleted, with its events. */
export function* forgetSubscription(id: string): Work<void> {
  yield* run('DELETE FROM subscription WHERE id = ?', id);
  yield* run('DELETE FROM subscription_event WHERE subscription = ?', id);
}

const EVENTS = {
  name: 'subscription_event',
  columns: ['subscription', 'number', 'type', 'id', 'version', 'made', 'made_ms'],
};

/** Adds events of a subscription, which are numbered after those found before. */
export function* addEvents(id: string, found: readonly Omit<SubscriptionEvent, 'number'>[]): Work<void> {
  const counted = yield* row(
    'UPDATE subscription SET events = events + ? WHERE id = ? RETURNING events',
    found.length,
    id,
  );
  if (counted === undefined) return;
  const before = Number(counted.events) - found.length;
  yield {
    into: EVENTS,
    rows: found.map(({ type, id: of, versionId, made }, at) => [
      ...[id, before + at + 1, type, of, versionId, made],
      Date.parse(made),
    ]),
  };
}

/** Events of a subscription from a number on, some at most. */
export function* eventsFrom(id: string, number: number, most: number): Work<readonly SubscriptionEvent[]> {
  const found = yield* rows(
    `SELECT number, type, id, version, made FROM subscription_event
     WHERE subscription = ? AND number >= ? ORDER BY number ${AT_MOST}`,
    id,
    number,
    most,
  );
  return found.map((one) => ({
    number: Number(one.number),
    type: String(one.type),
    id: String(one.id),
    versionId: Number(one.version),
    made: String(one.made),
  }));
}

/** Remembers that all events up to a number are delivered. */
export function* setDelivered(id: string, number: number): Work<void> {
  yield* run(
    `UPDATE subscription SET delivered = ?, failures = 0, next_ms = 0, failure = NULL
     WHERE id = ? AND delivered <= ?`,
    number,
    id,
    number,
  );
}

/** Remembers that an attempt failed, and when to try again. */
export function* setFailed(
  id: string,
  { failures, next, failure }: Required<Pick<SubscriptionState, 'failures' | 'next' | 'failure'>>,
): Work<void> {
  yield* run(
    'UPDATE subscription SET failures = ?, next_ms = ?, failure = ? WHERE id = ?',
    failures,
    next,
    failure,
    id,
  );
}

/** Forgets events that were delivered, of what was made before a time (in milliseconds since 1970). */
export function* forgetEvents(before: number): Work<void> {
  yield* run(
    `DELETE FROM subscription_event WHERE made_ms < ? AND number <=
       (SELECT s.delivered FROM subscription AS s WHERE s.id = subscription_event.subscription)`,
    before,
  );
}
