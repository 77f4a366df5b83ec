import { isTree } from '../fhir/exact-tree.ts';

/** The same text for values that differ at most in the order of their properties; 1.50 is not 1.5. */
export const exactKey = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(exactKey).join(',')}]`;
  if (!isTree(value)) return JSON.stringify(value) ?? '';
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${exactKey(value[name])}`);
  return `{${members.join(',')}}`;
};
