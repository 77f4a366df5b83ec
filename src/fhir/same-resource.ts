import { exactTree, isTree } from './exact-tree.ts';

const SET_BY_SERVER = ['.id', '.meta.versionId', '.meta.lastUpdated'];

/** An exact tree in one order of names, without what the server sets. */
const ordered = (value: unknown, path = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => ordered(item, `${path}[]`));
  if (!isTree(value)) return value;
  const entries = Object.entries(value)
    .filter(([name]) => !SET_BY_SERVER.includes(`${path}.${name}`))
    .map(([name, child]) => [name, ordered(child, `${path}.${name}`)] as const)
    .filter(([name, child]) => path !== '' || name !== 'meta' || Object.keys(child as object).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
};

/** Whether two JSON texts say the same of a resource, whatever version they call it; 1.0 and 1.00 are not the same. */
export const isSameResource = (a: string, b: string): boolean =>
  a === b || JSON.stringify(ordered(exactTree(a))) === JSON.stringify(ordered(exactTree(b)));
