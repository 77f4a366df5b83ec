import type { Content } from '../fhir/content.ts';
import { digest } from './digest.ts';
import { placeOf } from './place.ts';
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
  const places = contents.map(({ value: { resourceType: type, id = '' } }) => ({ type, id }));
  const stored = await store.readAll(places);
  const writes: Put[] = [];
  const unchanged: Version[] = [];
  for (const [at, content] of contents.entries()) {
    const place = places[at]!;
    const current = stored.get(placeOf(place));
    if (current && !current.deleted && current.digest === digest(content.text)) unchanged.push(current);
    else writes.push({ ...place, method: 'PUT', content, replaces: current?.versionId ?? 0 });
  }
  return { writes, unchanged };
};
