import { type Content, content } from '../fhir/content.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import { digest } from './digest.ts';
import type { Store, Write } from './store.ts';

/** What replaces a version still says which one that was. */
const unversioned = ({ text }: Content): string => {
  const tree = exactTree(text) as Tree & { readonly meta?: Tree };
  const { versionId: _, lastUpdated: __, ...labels } = tree.meta ?? {};
  return content({ ...tree, meta: labels } as never).text;
};

const wouldBe = ({ content: written, replaces, ...write }: Write, lastUpdated: string) => {
  const place = { ...write, versionId: replaces + 1, lastUpdated };
  return written
    ? ({ ...place, deleted: false, text: unversioned(written), digest: digest(written.text) } as const)
    : ({ ...place, deleted: true } as const);
};

/** A store that writes nothing: it gives what would be written, whose texts say no version as they have none. */
export const unwritten = (store: Store): Store => ({
  ...store,
  write: async ({ writes }, lastUpdated) => writes.map((write) => wouldBe(write, lastUpdated)),
});
