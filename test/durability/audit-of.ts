import { openStore } from '../../src/store/open.ts';

/** Where a database's index disagrees with its resources. */
export const auditOf = async (url: string): Promise<readonly string[]> => {
  const store = await openStore(url);
  try {
    const found: string[] = [];
    for await (const { disagreements } of store.audit())
      found.push(...disagreements.map(({ place, text }) => `${place}: ${text}`));
    return found;
  } finally {
    await store.close();
  }
};
