import type { ElementDefinition } from 'fhir/r5.js';

/**
 * A list of ElementDefinitions as the tree it stands for. A differential may leave elements out: their nodes
 * have no element.
 */
export interface ElementNode {
  /** Last part of the path: `value[x]`. */
  readonly name: string;
  readonly sliceName?: string | undefined;
  readonly element?: ElementDefinition | undefined;
  /** What the element's id is by its place in the list. */
  readonly id?: string;
  /** Where the element stands in the list. */
  readonly position: number;
  readonly children: readonly ElementNode[];
  /** The slices of the element, each with its reslices as slices of its own. */
  readonly slices: readonly ElementNode[];
  /** In a differential, what is said of the children of all slices of an element and so of this slice's. */
  readonly common?: readonly ElementNode[];
}

interface Open extends ElementNode {
  readonly id: string;
  element?: ElementDefinition | undefined;
  position: number;
  readonly children: Open[];
  readonly slices: Open[];
}

/** Deeper than instances go: JSON may not be nested deeper. */
const MAX_DEPTH = 50;

/** The part of an id that is an element's own. */
const ownPart = ({ name, sliceName }: Pick<ElementNode, 'name' | 'sliceName'>): string =>
  sliceName === undefined ? name : `${name}:${sliceName}`;

const open = (parentId: string, name: string, position: number, sliceName?: string): Open => ({
  name,
  id: parentId + ownPart({ name, sliceName }),
  position,
  ...(sliceName !== undefined && { sliceName }),
  children: [],
  slices: [],
});

/** The slice of a node by name, at any depth of reslicing. */
const sliceOf = (node: Open, sliceName: string): Open | undefined => {
  for (const slice of node.slices) {
    if (slice.sliceName === sliceName) return slice;
    const reslice = sliceName.startsWith(`${slice.sliceName}/`) ? sliceOf(slice, sliceName) : undefined;
    if (reslice !== undefined) return reslice;
  }
  return undefined;
};

/** Adds a slice where it belongs: a reslice `a/b` below the slice `a`. */
const addSlice = (node: Open, sliceName: string, position: number): Open => {
  const slash = sliceName.lastIndexOf('/');
  const owner = (slash > 0 && sliceOf(node, sliceName.slice(0, slash))) || node;
  const slice = open(node.id.slice(0, node.id.length - node.name.length), node.name, position, sliceName);
  owner.slices.push(slice);
  return slice;
};

/** The slice names that the parts of an id state, if the id has as many parts as the path. */
const idSlices = (id: string | undefined, length: number): readonly (string | undefined)[] => {
  const parts = id?.split('.') ?? [];
  return parts.length === length ? parts.map((part) => /:(.+)$/.exec(part)?.[1]) : [];
};

/**
 * The tree of a list of elements, or the first element that has no place in it: that is not below the first
 * one, repeats another, lies deeper than any instance, or lacks a path. An element belongs to the slice before
 * it, or to the one its id names. https://hl7.org/fhir/R5/elementdefinition.html#id
 */
export const elementTree = (
  elements: readonly ElementDefinition[],
): ElementNode | { readonly misplaced: ElementDefinition; readonly position: number } => {
  const root = open('', elements[0]?.path?.split('.', 1)[0] ?? '', 0);
  // The nodes on the way to the element before, from the root.
  let way: Open[] = [root];
  for (const [position, element] of elements.entries()) {
    const names = element.path?.split('.') ?? [''];
    if (names[0] !== root.name || names.includes('') || names.length > MAX_DEPTH) {
      return { misplaced: element, position };
    }
    const slices = idSlices(element.id, names.length);
    const next: Open[] = [root];
    for (const [depth, name] of names.entries()) {
      if (depth === 0) continue;
      const parent = next[depth - 1]!;
      const isLast = depth === names.length - 1;
      const before = way[depth - 1] === parent ? way[depth] : undefined;
      if (!isLast && before?.name === name && (slices[depth] ?? before.sliceName) === before.sliceName) {
        next.push(before);
        continue;
      }
      let node = parent.children.at(-1);
      if (node?.name !== name) {
        node = open(`${parent.id}.`, name, position);
        parent.children.push(node);
      }
      const sliceName = isLast ? element.sliceName : slices[depth];
      next.push(
        sliceName === undefined ? node : (sliceOf(node, sliceName) ?? addSlice(node, sliceName, position)),
      );
    }
    const node = next.at(-1)!;
    if (node.element !== undefined) return { misplaced: element, position };
    node.element = element;
    node.position = position;
    way = next;
  }
  return root;
};

/** The list of elements of a tree, with the paths and ids that belong to their places. */
export const elementList = (
  node: ElementNode,
  path = node.name,
  id = node.name,
): readonly ElementDefinition[] => [
  { ...node.element, id, path },
  ...node.children.flatMap((child) => elementList(child, `${path}.${child.name}`, `${id}.${child.name}`)),
  ...node.slices.flatMap((slice) =>
    elementList(slice, path, `${id.slice(0, id.length - ownPart(node).length)}${ownPart(slice)}`),
  ),
];

/** How many elements a tree has, or some number above the limit if it has more than that. */
export const elementCount = (node: ElementNode, limit: number): number => {
  let count = 1;
  for (const below of [...node.children, ...node.slices]) {
    if (count > limit) break;
    count += elementCount(below, limit - count);
  }
  return count;
};
