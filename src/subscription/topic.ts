import type { SubscriptionTopic, SubscriptionTopicCanFilterBy } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import type { Pair } from '../fhir/search/pair.ts';
import type { Include } from '../fhir/search/search-request.ts';
import { isFound, type Reading, wrongAt } from './reading.ts';
import { type Trigger, triggerOf, typeNamed } from './trigger.ts';

/** A topic that can be followed: https://hl7.org/fhir/R5/subscriptiontopic.html */
export interface Topic {
  readonly url: string;
  readonly triggers: readonly Trigger[];
  readonly canFilterBy: readonly SubscriptionTopicCanFilterBy[];
  /** What is told beside a resource, by its type. */
  readonly shapes: ReadonlyMap<string, readonly Include[]>;
}

const shapesOf = async (
  { notificationShape = [] }: SubscriptionTopic,
  reading: Reading,
): Promise<ReadonlyMap<string, readonly Include[]> | readonly Issue[]> => {
  const shapes = new Map<string, readonly Include[]>();
  for (const [at, { resource, include = [], revInclude = [] }] of notificationShape.entries()) {
    const place = `SubscriptionTopic.notificationShape[${at}]`;
    const type = typeNamed(resource);
    if (type === undefined) return [wrongAt(`${place}.resource`, `${resource} is no resource type of R5`)];
    const pairs = [
      ...include.map((one): Pair => ['_include', one]),
      ...revInclude.map((one): Pair => ['_revinclude', one]),
    ];
    const read = await reading(type, pairs);
    if (!isFound(read)) return read.map(({ text }) => wrongAt(place, text));
    shapes.set(type, [...(shapes.get(type) ?? []), ...read.include]);
  }
  return shapes;
};

/** A topic that can be followed, or why it cannot. */
export const topicOf = async (
  topic: SubscriptionTopic,
  reading: Reading,
): Promise<Topic | readonly Issue[]> => {
  const { url, status, resourceTrigger = [], eventTrigger = [], canFilterBy = [] } = topic;
  if (status === 'retired') return [wrongAt('SubscriptionTopic.status', `${url} is retired`)];
  if (eventTrigger.length > 0 || resourceTrigger.length === 0)
    return [wrongAt('SubscriptionTopic.eventTrigger', `${url} is not told by changes of resources`)];
  const triggers: Trigger[] = [];
  for (const [at, one] of resourceTrigger.entries()) {
    const trigger = await triggerOf(one, `SubscriptionTopic.resourceTrigger[${at}]`, reading);
    if (!isFound(trigger)) return trigger;
    triggers.push(trigger);
  }
  const shapes = await shapesOf(topic, reading);
  return isFound(shapes) ? { url, triggers, canFilterBy, shapes } : shapes;
};
