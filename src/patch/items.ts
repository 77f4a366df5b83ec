import { isTree, type Tree } from '../fhir/exact-tree.ts';

/**
 * An element of a resource: its value, which a primitive need not have, and what stands beside a primitive's value,
 * its id and extensions. https://hl7.org/fhir/R5/json.html#primitive
 */
export interface Item {
  readonly value?: unknown;
  readonly extras?: Tree;
}

/** A step down in a tree: an element by the name JSON has for it (`valueQuantity`), and which one of that name. */
export interface Step {
  readonly name: string;
  readonly index: number;
}

const own = (holder: Tree, name: string): unknown => (Object.hasOwn(holder, name) ? holder[name] : undefined);

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The element of a name that stands at a place. */
export const itemAt = (holder: Tree, name: string, index: number): Item => {
  const value = listed(own(holder, name))[index];
  const extras = listed(own(holder, `_${name}`))[index];
  return { ...(value != null && { value }), ...(isTree(extras) && { extras }) };
};

/** How many elements of a name there are. */
export const countOf = (holder: Tree, name: string): number =>
  Math.max(listed(own(holder, name)).length, listed(own(holder, `_${name}`)).length);

/** The elements of a name, in order. */
export const itemsOf = (holder: Tree, name: string): readonly Item[] =>
  Array.from({ length: countOf(holder, name) }, (_, index) => itemAt(holder, name, index));

/** Whether JSON has a list under a name. */
export const isList = (holder: Tree, name: string): boolean =>
  Array.isArray(own(holder, name)) || Array.isArray(own(holder, `_${name}`));

/** The object an element's children stand in: itself, or what stands beside a primitive's value. */
export const holderOf = ({ value, extras }: Item): Tree => (isTree(value) ? value : (extras ?? {}));

/** A copy with these elements under a name, as a list or as the only one; without any, the name is gone. */
export const withItems = (holder: Tree, name: string, items: readonly Item[], asList: boolean): Tree => {
  const member = (key: string, values: readonly unknown[]): Tree =>
    values.some((value) => value !== undefined)
      ? { [key]: asList ? values.map((value) => value ?? null) : values[0] }
      : {};
  const members = {
    ...member(
      name,
      items.map(({ value }) => value),
    ),
    ...member(
      `_${name}`,
      items.map(({ extras }) => extras),
    ),
  };
  const kept = Object.entries(holder).filter(
    ([key]) => (key !== name && key !== `_${name}`) || Object.hasOwn(members, key),
  );
  return { ...Object.fromEntries(kept), ...members };
};

const isEmptyTree = (value: unknown): boolean => isTree(value) && Object.keys(value).length === 0;

const isEmpty = ({ value, extras }: Item): boolean =>
  extras === undefined && (value === undefined || isEmptyTree(value));

const changedItem = (
  { value, extras }: Item,
  path: readonly Step[],
  change: (holder: Tree) => Tree,
): Item => {
  if (isTree(value)) return { value: changedHolder(value, path, change) };
  const beside = changedHolder(extras ?? {}, path, change);
  return { ...(value !== undefined && { value }), ...(!isEmptyTree(beside) && { extras: beside }) };
};

/** A copy in which the object at the end of the path is as `change` makes it; an element left without content goes. */
export const changedHolder = (holder: Tree, path: readonly Step[], change: (holder: Tree) => Tree): Tree => {
  const [step, ...rest] = path;
  if (step === undefined) return change(holder);
  const items = itemsOf(holder, step.name);
  const item = changedItem(items[step.index]!, rest, change);
  return withItems(
    holder,
    step.name,
    isEmpty(item) ? items.toSpliced(step.index, 1) : items.with(step.index, item),
    isList(holder, step.name),
  );
};
