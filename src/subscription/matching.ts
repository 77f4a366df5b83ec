import type { Criterion, Visible } from '../fhir/search/search-request.ts';
import { SearchTooLong } from '../store/store.ts';
import type { Logged, SubscriptionEvent, Subscriptions } from '../store/subscription/subscription-types.ts';
import type { FollowedSubscription } from './followed.ts';
import type { Topic } from './topic.ts';
import { triggering } from './trigger.ts';

/** A subscription with what its subscriber may see, everything where it is undefined. */
export interface Seeing extends FollowedSubscription {
  readonly visible: Visible | undefined;
}

/** The version by which it is seen what an event is about. */
const focusOf = ({ seq, text, previous }: Logged): number | undefined =>
  text === undefined ? previous?.seq : seq;

/** What a focus of a type has to meet to be told; undefined where all are told. */
const criterionOf = (type: string, { filters, visible }: Seeing): Criterion | undefined => {
  const filter = filters.get(type);
  const seen: Criterion | undefined =
    visible === undefined || visible.types.includes(type) ? undefined : visible.some;
  const both = [filter, seen].filter((one) => one !== undefined);
  return both.length === 0 ? undefined : { kind: 'and', of: both };
};

/** Those of these versions that a subscription is told of. */
const told = async (
  found: readonly Logged[],
  subscription: Seeing,
  store: Subscriptions,
): Promise<ReadonlySet<Logged>> => {
  const all = new Set<Logged>();
  for (const [type, of] of Map.groupBy(found, ({ type }) => type)) {
    const where = criterionOf(type, subscription);
    const seqs =
      where &&
      (await store.meeting(
        of.flatMap((one) => focusOf(one) ?? []),
        where,
      ));
    for (const one of of) if (seqs === undefined || seqs.has(focusOf(one) ?? 0)) all.add(one);
  }
  return all;
};

const endsBefore = ({ subscription: { end } }: Seeing, { lastUpdated }: Logged): boolean =>
  end !== undefined && Date.parse(end) < Date.parse(lastUpdated);

const eventOf = ({ type, id, versionId, lastUpdated }: Logged) => ({
  ...{ type, id, versionId },
  made: lastUpdated,
});

/** What topics tell of some versions; subscriptions may have a topic in common. */
const topicTelling = (versions: readonly Logged[], store: Subscriptions) => {
  const known = new Map<string, Promise<readonly Logged[]>>();
  const found = async ({ triggers }: Topic): Promise<readonly Logged[]> => {
    const all = await Promise.all(triggers.map((one) => triggering(one, versions, store)));
    return [...new Set(all.flat())];
  };
  return ({ subscription, topic }: FollowedSubscription): Promise<readonly Logged[]> => {
    const telling = known.get(subscription.topic) ?? found(topic);
    known.set(subscription.topic, telling);
    return telling;
  };
};

/** What versions of the log are to subscriptions. */
interface Found {
  /** Events by the ids of the subscriptions, in the order of the log. */
  readonly events: ReadonlyMap<string, readonly Omit<SubscriptionEvent, 'number'>[]>;
  /** The ids of those of whom it takes too long to tell. */
  readonly tooLong: readonly string[];
}

/** Finds the events that versions of the log are to subscriptions. */
export const eventsOf = async (
  versions: readonly Logged[],
  subscriptions: readonly Seeing[],
  store: Subscriptions,
): Promise<Found> => {
  const events = new Map<string, readonly Omit<SubscriptionEvent, 'number'>[]>();
  const tooLong: string[] = [];
  const tellingOf = topicTelling(versions, store);
  for (const subscription of versions.length > 0 ? subscriptions : []) {
    try {
      const seen = await told(await tellingOf(subscription), subscription, store);
      const own = versions.filter((one) => seen.has(one) && !endsBefore(subscription, one));
      if (own.length > 0) events.set(subscription.id, own.map(eventOf));
    } catch (error) {
      if (!(error instanceof SearchTooLong)) throw error;
      tooLong.push(subscription.id);
    }
  }
  return { events, tooLong };
};
