import type { NamedElement } from '../fhir/element-table.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import type { Version } from './version.ts';

/** An element's value, or one of a list; of a primitive also its id and extensions, which JSON has beside it. */
export interface Item {
  readonly value?: unknown;
  readonly beside?: Tree;
}

/** A string, or an empty one in the place of what is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const at = (value: unknown, index: number): unknown => (Array.isArray(value) ? value[index] : value);

const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : value === undefined ? 0 : 1;

/** The items of an element in an object: https://hl7.org/fhir/R5/json.html#primitive */
const readItems = (tree: Tree, name: string): readonly Item[] => {
  const [value, beside] = [tree[name], tree[`_${name}`]];
  return Array.from({ length: Math.max(lengthOf(value), lengthOf(beside)) }, (_, index) => {
    const [one, its] = [at(value, index), at(beside, index)];
    return { ...(one !== undefined && one !== null && { value: one }), ...(isTree(its) && { beside: its }) };
  });
};

/** Adds items of an element to an object, to which those that stand there already belong, too. */
export const writeItems = (tree: Tree, name: string, repeats: boolean, items: readonly Item[]): void => {
  const all = [...readItems(tree, name), ...items];
  const values = all.map(({ value }) => value ?? null);
  const besides = all.map(({ beside }) => beside ?? null);
  if (values.some((one) => one !== null)) tree[name] = repeats ? values : values[0];
  if (besides.some((one) => one !== null)) tree[`_${name}`] = repeats ? besides : besides[0];
};

/** An element that stands in an object: under which name, as which type. */
export interface Present {
  readonly named: NamedElement;
  readonly items: readonly Item[];
}

/** The elements of a type in an object, and the names in it that the type does not have or that have no list where one belongs. */
export const elementsIn = (
  { elements }: Version,
  type: string,
  tree: Tree,
): { readonly known: readonly Present[]; readonly unknown: readonly string[] } => {
  const known: Present[] = [];
  const unknown: string[] = [];
  for (const name of new Set(Object.keys(tree).map((key) => key.replace(/^_/, '')))) {
    const named = elements.element(type, name);
    const value = tree[name] ?? tree[`_${name}`];
    if (named === undefined || Array.isArray(value) !== named.element.repeats) unknown.push(name);
    else known.push({ named, items: readItems(tree, name) });
  }
  return { known, unknown };
};
