import type { Subscription } from 'fhir/r5.js';
import { content } from '../fhir/content.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import { VersionConflict } from '../store/store.ts';
import type { SubscriptionState } from '../store/subscription/subscription-types.ts';
import type { Surroundings } from './surroundings.ts';

/** Writes the status that the server gives a subscription, unless somebody has changed that meanwhile. */
export const setStatus = async (
  { id, version }: Pick<SubscriptionState, 'id' | 'version'>,
  status: Subscription['status'],
  { store, now }: Pick<Surroundings, 'store' | 'now'>,
): Promise<void> => {
  const current = await store.read('Subscription', id);
  if (current === undefined || current.deleted || current.versionId !== version) return;
  const changed = content({ ...(exactTree(current.text) as Tree), status } as never);
  if ((JSON.parse(current.text) as Subscription).status === status) return;
  try {
    const write = { type: 'Subscription', id, method: 'PUT', content: changed, replaces: version } as const;
    await store.write({ writes: [write] }, now());
  } catch (error) {
    // What was changed meanwhile is followed as it is then.
    if (!(error instanceof VersionConflict)) throw error;
  }
};
