import type { Dialect } from '../sql/engine.ts';
import { COLUMN_TYPES } from './column-types.ts';

/** PostgreSQL tells by transactions what is new in the log of versions; in SQLite `seq` tells it. */
const LOG: Record<Dialect['name'], readonly string[]> = {
  sqlite: [],
  postgresql: ['CREATE INDEX version_by_born ON version (born)'],
};

/**
 * What is known of each subscription, and the events found for it. `version` is the version of the Subscription that
 * is followed, `events` how many were found, `delivered` the number of the last that was delivered, `next_ms` when to
 * try again after `failures` in a row.
 */
export const subscriptions = (engine: Dialect['name']): readonly string[] => {
  const { integer, text, strict, clustered } = COLUMN_TYPES[engine];
  return [
    `CREATE TABLE subscription (
      id ${text} PRIMARY KEY,
      version ${integer} NOT NULL,
      status ${text} NOT NULL,
      events ${integer} NOT NULL,
      delivered ${integer} NOT NULL,
      failures ${integer} NOT NULL,
      next_ms ${integer} NOT NULL,
      failure ${text}
    )${strict}`,
    `CREATE TABLE subscription_event (
      subscription ${text} NOT NULL,
      number ${integer} NOT NULL,
      type ${text} NOT NULL,
      id ${text} NOT NULL,
      version ${integer} NOT NULL,
      made ${text} NOT NULL,
      made_ms ${integer} NOT NULL,
      PRIMARY KEY (subscription, number)
    )${clustered}`,
    'CREATE INDEX subscription_event_by_time ON subscription_event (made_ms)',
    ...LOG[engine],
  ];
};
