import type { Content } from '../fhir/content.ts';
import { digest } from './digest.ts';
import type { Store, Version, Write } from './store.ts';

/** A resource to be stored with an id that is known beforehand. */
export type Put = Write & { readonly content: Content };

/** What a batch of resources would change: a write for each that is not stored as it is, and those that are. */
export interface Changes {
  readonly writes: readonly Put[];
  readonly unchanged: readonly Version[];
}

/** Compares resources, which all have ids, with what is stored of them. */
export const changesTo = async (store: Store, contents: readonly Content[]): Promise<Changes> => {
  const writes: Put[] = [];
  const unchanged: Version[] = [];
  for (const content of contents) {
    const { resourceType: type, id = '' } = content.value;
    const current = await store.read(type, id);
    if (current && !current.deleted && current.digest === digest(content.text)) unchanged.push(current);
    else writes.push({ type, id, method: 'PUT', content, replaces: current?.versionId ?? 0 });
  }
  return { writes, unchanged };
};
