import { isDeepStrictEqual } from 'node:util';
import { exactTree, type Tree } from './exact-tree.ts';

/** A resource without what the server sets. */
const sent = (resource: unknown): Tree => {
  const { id, meta = {}, ...rest } = resource as Tree;
  const { versionId, lastUpdated, ...kept } = meta as Tree;
  return Object.keys(kept).length > 0 ? { ...rest, meta: kept } : rest;
};

const saysSame = (read: (text: string) => unknown, a: string, b: string): boolean =>
  isDeepStrictEqual(sent(read(a)), sent(read(b)));

/** Whether two JSON texts say the same of a resource, whatever version they call it; 1.0 and 1.00 are not the same. */
export const isSameResource = (a: string, b: string): boolean =>
  // Most differ in more than how numbers are written, and that is seen in a tenth of the time.
  a === b || (saysSame(JSON.parse, a, b) && saysSame(exactTree, a, b));
