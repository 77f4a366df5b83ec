import { set, setting } from '../setting.ts';
import type { Engine } from '../sql/engine.ts';
import type { Work } from '../sql/work.ts';
import type { StoredParameters } from '../stored-parameters.ts';
import { followedTypes, indexForgotten, LOG_PLACE, meeting, type Nothing, nextVersions } from './log.ts';
import {
  addEvents,
  eventsFrom,
  follow,
  forgetEvents,
  forgetSubscription,
  setDelivered,
  setFailed,
  state,
  states,
} from './state.ts';
import type { Followed, LogPage, Subscriptions } from './subscription-types.ts';

const LEADER = 'subscription-leader';

function* leads(engine: Engine, process: string, now: number, until: number): Work<boolean> {
  yield* engine.dialect.turn('subscriptions');
  const known = yield* setting(LEADER);
  const leader: { process: string; until: number } | undefined = known && JSON.parse(known);
  // No other process has a SQLite file open.
  const isFree = leader === undefined || leader.until < now || engine.dialect.name === 'sqlite';
  if (!isFree && leader.process !== process) return false;
  yield* set(LEADER, JSON.stringify({ process, until }));
  return true;
}

function* keep(engine: Engine, { place, next }: LogPage, what: Followed): Work<void> {
  yield* engine.dialect.turn('subscriptions');
  if ((yield* setting(LOG_PLACE)) !== place) return;
  for (const [id, events] of what.events) yield* addEvents(id, events);
  for (const { id, version, status } of what.changed) yield* follow(id, version, status);
  for (const id of what.ended) yield* forgetSubscription(id);
  yield* set(LOG_PLACE, next);
  if (what.events.size > 0 || what.changed.length > 0) yield* engine.dialect.notify('subscriptions');
}

/** How long it is waited for more, in milliseconds, before others are told that something was written. */
const GATHERED = 20;

/** Keeps them in the database; `written` is to be called after a write, with the types of what was written. */
export const createSubscriptions = (
  engine: Engine,
  parameters: () => StoredParameters,
): { readonly subscriptions: Subscriptions; readonly written: (types: readonly string[]) => void } => {
  const { dialect } = engine;
  const hearing = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let nothing: Nothing | undefined;
  /** The types that this process, which leads, looks for; undefined where another may look for any. */
  let followed: readonly string[] | undefined;
  const tell = (): void => {
    timer = undefined;
    for (const heard of hearing) heard();
    // Where others cannot be told they look by themselves.
    engine.write(() => dialect.notify('subscriptions')).catch(() => undefined);
  };
  return {
    written: (types) => {
      if (hearing.size === 0) return;
      if (followed !== undefined && !types.some((type) => followed?.includes(type))) return;
      timer ??= setTimeout(tell, GATHERED).unref();
    },
    subscriptions: {
      next: async (wanted) => {
        const types = followedTypes(wanted);
        followed = types;
        const page = await engine.read(() => nextVersions(dialect, types, nothing));
        const { place, next, more } = page;
        nothing = more || place === undefined ? undefined : { types, place, next };
        const forgotten = page.versions.filter(({ isForgotten }) => isForgotten);
        const seqs = forgotten.flatMap(({ seq, previous }) => (previous ? [seq, previous.seq] : [seq]));
        if (seqs.length > 0) await engine.write(() => indexForgotten(dialect, seqs, parameters()));
        return page;
      },
      meeting: async (seqs, where) => {
        if (seqs.length === 0) return new Set();
        return engine.read(() => meeting(dialect, seqs, where));
      },
      followed: (page, what) => engine.write(() => keep(engine, page, what)),
      states: () => engine.read(states),
      state: (id) => engine.read(() => state(id)),
      eventsFrom: (id, number, most) => engine.read(() => eventsFrom(id, number, most)),
      delivered: (id, number) => engine.write(() => setDelivered(id, number)),
      failed: (id, what) => engine.write(() => setFailed(id, what)),
      forgetEvents: (before) => engine.write(() => forgetEvents(before)),
      leads: async (process, now, until) => {
        const isLeading = await engine.write(() => leads(engine, process, now, until));
        if (!isLeading) followed = undefined;
        return isLeading;
      },
      listen: (heard) => {
        hearing.add(heard);
        const unlisten = engine.listen('subscriptions', heard);
        return () => {
          hearing.delete(heard);
          clearTimeout(timer);
          return unlisten();
        };
      },
    },
  };
};
