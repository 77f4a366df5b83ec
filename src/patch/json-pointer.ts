import { isTree, type Tree } from '../fhir/exact-tree.ts';

/** The names and indices that lead to a value: https://www.rfc-editor.org/rfc/rfc6901 */
export type Pointer = readonly string[];

/** Why a pointer leads nowhere in a tree. */
export class PointerError extends Error {}

/** Reads a pointer; undefined if it is none. */
export const parsePointer = (text: string): Pointer | undefined => {
  if (text === '') return [];
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return undefined;
  return text
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
};

// Array.isArray does not narrow a readonly array.
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const show = (pointer: Pointer): string =>
  pointer.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';

/** An index of a list up to and including `last`: digits without leading zeros. */
const indexIn = (token: string, last: number, at: Pointer): number => {
  if (!/^(0|[1-9][0-9]*)$/.test(token))
    throw new PointerError(`“${token}” in ${show(at)} is no index of a list`);
  const index = Number(token);
  if (index > last)
    throw new PointerError(`There is no place ${token} in the list at ${show(at.slice(0, -1))}`);
  return index;
};

/** The value that stands at a pointer. */
export const valueAt = (tree: unknown, pointer: Pointer): unknown =>
  pointer.reduce((node: unknown, token, depth) => {
    const at = pointer.slice(0, depth + 1);
    if (isList(node)) return node[indexIn(token, node.length - 1, at)];
    if (isTree(node) && Object.hasOwn(node, token)) return node[token];
    throw new PointerError(`There is nothing at ${show(at)}`);
  }, tree);

/** A copy of the tree in which the object or list around the pointer's end is as `change` makes it. */
const changed = (
  tree: unknown,
  pointer: Pointer,
  change: (holder: Tree | readonly unknown[], token: string) => unknown,
): unknown => {
  const path = pointer.slice(0, -1);
  const holder = valueAt(tree, path);
  if (!isTree(holder) && !isList(holder))
    throw new PointerError(`There is neither an object nor a list at ${show(path)}`);
  const copy = (node: unknown, depth: number): unknown => {
    const token = pointer[depth]!;
    if (depth === path.length) return change(holder, token);
    return isList(node)
      ? node.with(Number(token), copy(node[Number(token)], depth + 1))
      : { ...(node as Tree), [token]: copy((node as Tree)[token], depth + 1) };
  };
  return copy(tree, 0);
};

/** A copy with the value added: into a list before what stands there (`-`: at its end), in an object in its place. */
export const withAdded = (tree: unknown, pointer: Pointer, value: unknown): unknown =>
  pointer.length === 0
    ? value
    : changed(tree, pointer, (holder, token) =>
        isList(holder)
          ? holder.toSpliced(token === '-' ? holder.length : indexIn(token, holder.length, pointer), 0, value)
          : { ...holder, [token]: value },
      );

/** A copy with another value in the place of the one that stands at the pointer. */
export const withReplaced = (tree: unknown, pointer: Pointer, value: unknown): unknown => {
  valueAt(tree, pointer);
  return pointer.length === 0
    ? value
    : changed(tree, pointer, (holder, token) =>
        isList(holder) ? holder.with(Number(token), value) : { ...holder, [token]: value },
      );
};

/** A copy without the value that stands at the pointer. */
export const withRemoved = (tree: unknown, pointer: Pointer): unknown => {
  if (pointer.length === 0) throw new PointerError('The whole resource cannot be removed');
  valueAt(tree, pointer);
  return changed(tree, pointer, (holder, token) =>
    isList(holder)
      ? holder.toSpliced(Number(token), 1)
      : Object.fromEntries(Object.entries(holder).filter(([name]) => name !== token)),
  );
};
