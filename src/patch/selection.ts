import { element } from '../fhir/elements.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { elementType } from './element-type.ts';
import { holderOf, type Item, itemAt, type Step } from './items.ts';
import { notApplicable } from './patch-error.ts';
import type { Node, Path } from './path.ts';

/** An element of a resource, and where it stands. */
export interface Selected {
  readonly path: readonly Step[];
  /** A type, or the path of a backbone element: `Patient.contact`. */
  readonly type: string;
  readonly item: Item;
  /** The element it stands in; of the resource itself none. */
  readonly holder?: Selected;
}

const plainTrees = new WeakMap<object, unknown>();

/** A tree with plain numbers, for FHIRPath; of a tree that was changed in part, only that is made anew. */
const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (!plainTrees.has(value)) plainTrees.set(value, plainCopy(value));
  return plainTrees.get(value);
};

const plainCopy = (value: object): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (isTree(value))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  return Number(JSON.stringify(value));
};

const child = (holder: Selected, propName: string, index: number): Selected => {
  const tree = holderOf(holder.item);
  const known = Object.keys(tree)
    .map((key) => element(holder.type, key.replace(/^_/, '')))
    .find((one) => one?.name === propName || one?.element.name === propName);
  if (known === undefined) throw new Error(`${holder.type} has no element ${propName}`);
  const { name } = known;
  const item = itemAt(tree, name, index);
  const type = elementType(known.type, item);
  return { path: [...holder.path, { name, index }], type, item, holder };
};

const selected = (node: Node, root: Selected): Selected => {
  if (node.parentResNode)
    return child(selected(node.parentResNode, root), node.propName ?? '', node.index ?? 0);
  if (node.data !== plain(root.item.value)) throw new Error('a value that is computed is no element');
  return root;
};

/** The elements of a resource that a path selects, in order. */
export const select = (resource: Tree, path: Path, expression: string): readonly Selected[] => {
  const root: Selected = { path: [], type: String(resource.resourceType), item: { value: resource } };
  try {
    return path(plain(resource) as object).map((node) => selected(node, root));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw notApplicable(`The path cannot be followed: ${why}`, expression);
  }
};
