import { isTree } from './exact-tree.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** A single value of an exact tree as text; of a type with several parts, the part that holds words. */
export const wordsOf = (value: unknown): string | undefined => {
  if (!isTree(value)) return value === undefined ? undefined : isText(value) ? value : JSON.stringify(value);
  return [value.text, value.value, value.display, value.reference]
    .map((part) => part && wordsOf(part))
    .find(isText);
};
