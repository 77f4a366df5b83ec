import type { Subscription, SubscriptionTopic } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import { storedCanonical } from '../store/canonical.ts';
import type { Store } from '../store/store.ts';
import { type Channel, channelOf } from './channel.ts';
import { type Filters, filtersOf } from './filter.ts';
import { isFound, type Reading, wrongAt } from './reading.ts';
import { type Topic, topicOf } from './topic.ts';

/** What it takes to tell whether a subscription can be followed. */
export interface Following {
  readonly store: Store;
  readonly reading: Reading;
  /** Hosts that notifications may be sent to although they are internal. */
  readonly targets: ReadonlySet<string>;
}

/** A subscription that can be followed. */
export interface FollowedSubscription {
  readonly id: string;
  readonly subscription: Subscription;
  readonly topic: Topic;
  readonly filters: Filters;
  readonly channel: Channel;
}

/** The topic of a canonical as it is stored, or why it cannot be followed. */
const storedTopic = async (
  canonical: string,
  { store, reading }: Following,
): Promise<Topic | readonly Issue[]> => {
  const [url = '', version] = canonical.split('|');
  const found = await storedCanonical(store, 'SubscriptionTopic', url, version);
  return found === undefined
    ? [wrongAt('Subscription.topic', `There is no SubscriptionTopic ${canonical} here`)]
    : topicOf(found as SubscriptionTopic, reading);
};

/** What is needed to follow a subscription, or why it cannot be: https://hl7.org/fhir/R5/subscription.html */
export const followedSubscription = async (
  subscription: Subscription,
  following: Following,
): Promise<FollowedSubscription | readonly Issue[]> => {
  const channel = channelOf(subscription, following.targets);
  if (!isFound(channel)) return channel;
  const topic = await storedTopic(subscription.topic, following);
  if (!isFound(topic)) return topic;
  const filters = await filtersOf(subscription, topic, following.reading);
  return isFound(filters) ? { id: subscription.id ?? '', subscription, topic, filters, channel } : filters;
};
