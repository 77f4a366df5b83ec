import type { Content } from '../fhir/content.ts';
import { digest } from './digest.ts';
import type { Store, Version, Write } from './store.ts';

/** What a batch of resources would change: a write for each that is not stored as it is, and those that are. */
export interface Changes {
  readonly writes: readonly Write[];
  readonly unchanged: readonly Version[];
}

/** Compares resources, which all have ids, with what is stored of them. */
export const changesTo = async (store: Store, contents: readonly Content[]): Promise<Changes> => {
  const writes: Write[] = [];
  const unchanged: Version[] = [];
  for (const content of contents) {
    const { resourceType: type, id = '' } = content.value;
    const current = await store.read(type, id);
    if (current?.digest === digest(content.text)) unchanged.push(current);
    else writes.push({ type, id, content, replaces: current?.versionId ?? 0 });
  }
  return { writes, unchanged };
};
