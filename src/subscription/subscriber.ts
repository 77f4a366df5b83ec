import type { Subscription, SubscriptionParameter } from 'fhir/r5.js';
import { type Content, content } from '../fhir/content.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import type { Principal } from '../security/principal.ts';
import type { Store } from '../store/store.ts';

/** What is known of who made a subscription, and shown to nobody. */
export interface Subscriber {
  /** Who gets what is told; absent where nobody asked. */
  readonly principal?: Principal;
  /** What goes to the endpoint with each notification. */
  readonly parameter: readonly SubscriptionParameter[];
}

/** What stands for the value of a parameter. */
const HIDDEN = '(hidden)';

/** Under which name the store keeps the subscriber of a subscription. */
export const subscriberNote = (id: string): string => `subscriber ${id}`;

/** The subscriber of a subscription; who is not known may see nothing where the server asks who it is. */
export const subscriberOf = async (store: Pick<Store, 'note'>, id: string): Promise<Subscriber> => {
  const note = await store.note(subscriberNote(id));
  return note === undefined ? { parameter: [] } : JSON.parse(note);
};

/** The values that a Subscription does not show, or the shown ones where they are new. */
export const withSecrets = (subscription: Subscription, { parameter: known }: Subscriber): Subscription => {
  const { parameter } = subscription;
  if (parameter === undefined) return subscription;
  const secretOf = (one: SubscriptionParameter) =>
    one.value === HIDDEN ? (known.find(({ name }) => name === one.name) ?? one) : one;
  return { ...subscription, parameter: parameter.map(secretOf) };
};

/** A Subscription as it is stored: the values of its parameters are not shown, its status as given. */
export const shownSubscription = ({ text }: Content, status: string): Content => {
  const tree = exactTree(text) as Tree & { readonly parameter?: readonly Tree[] };
  const { parameter } = tree;
  return content({
    ...tree,
    status,
    ...(parameter && { parameter: parameter.map((one) => ({ ...one, value: HIDDEN })) }),
  } as never);
};
