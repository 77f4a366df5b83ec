import type { Content } from '../fhir/content.ts';
import { element } from '../fhir/elements.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { changedHolder, countOf, holderOf, type Item, isList, itemsOf, withItems } from './items.ts';
import { type Operation, type Part, readOperations, type Target } from './operations.ts';
import { notApplicable } from './patch-error.ts';
import { patched } from './patched.ts';
import { type Selected, select } from './selection.ts';
import { valueFor, withValue } from './value.ts';

/** An element's name in the element it stands in, and which one of that name it is. */
interface Place {
  readonly holder: Selected;
  readonly name: string;
  readonly index: number;
}

/** The only element that a path selects, if it selects one. */
const oneOrNone = (tree: Tree, { text, path, expression }: Target): Selected | undefined => {
  const [found, ...more] = select(tree, path, expression);
  if (more.length > 0)
    throw notApplicable(
      `“${text}” selects ${more.length + 1} elements, not one`,
      expression,
      'multiple-matches',
    );
  return found;
};

const missing = ({ text, expression }: Target): Error =>
  notApplicable(`“${text}” selects nothing`, expression, 'not-found');

const one = (tree: Tree, target: Target): Selected => {
  const found = oneOrNone(tree, target);
  if (found === undefined) throw missing(target);
  return found;
};

const placeOf = ({ holder, path }: Selected, { text, expression }: Target): Place => {
  const step = path.at(-1);
  if (holder === undefined || step === undefined)
    throw notApplicable(`“${text}” is the resource itself, not an element of it`, expression);
  return { holder, ...step };
};

/** The place of the first item of the list that a path selects as a whole. */
const wholeList = (tree: Tree, target: Target): Place => {
  const places = select(tree, target.path, target.expression).map((found) => placeOf(found, target));
  const [first] = places;
  if (first === undefined) throw missing(target);
  const list = holderOf(first.holder.item);
  const isWhole =
    isList(list, first.name) &&
    countOf(list, first.name) === places.length &&
    places.every(({ holder, name }) => holderOf(holder.item) === list && name === first.name);
  if (!isWhole) throw notApplicable(`“${target.text}” is not one whole list`, target.expression);
  return first;
};

const changedItems = (
  tree: Tree,
  { holder, name }: Place,
  change: (items: readonly Item[]) => readonly Item[],
): Tree =>
  changedHolder(tree, holder.path, (object) =>
    withItems(object, name, change(itemsOf(object, name)), isList(object, name)),
  );

const checkIndex = (name: string, index: number, last: number, { expression }: Target): void => {
  if (index > last)
    throw notApplicable(`“${name}” is ${index}, and the last place of the list is ${last}`, expression);
};

const add = (tree: Tree, target: Target, name: string, value: Part): Tree => {
  const { path, type } = one(tree, target);
  return changedHolder(tree, path, (holder) => withValue(holder, type, name, value, target.expression));
};

const insert = (tree: Tree, target: Target, at: number, value: Part): Tree => {
  const place = wholeList(tree, target);
  const { item } = valueFor(value, place.holder.type, place.name);
  return changedItems(tree, place, (items) => {
    checkIndex('index', at, items.length, target);
    return items.toSpliced(at, 0, item);
  });
};

/** It is no fault that there is nothing to delete. */
const remove = (tree: Tree, target: Target): Tree => {
  const found = oneOrNone(tree, target);
  if (found === undefined) return tree;
  const place = placeOf(found, target);
  return changedItems(tree, place, (items) => items.toSpliced(place.index, 1));
};

/** What replaces a choice may be of another type, and then has another name. */
const replace = (tree: Tree, target: Target, part: Part): Tree => {
  const place = placeOf(one(tree, target), target);
  const { type } = place.holder;
  const value = valueFor(part, type, element(type, place.name)?.element.name ?? place.name);
  return value.name === place.name
    ? changedItems(tree, place, (items) => items.with(place.index, value.item))
    : changedHolder(tree, place.holder.path, (holder) =>
        withItems(withItems(holder, place.name, [], false), value.name, [value.item], false),
      );
};

const move = (tree: Tree, target: Target, source: number, destination: number): Tree =>
  changedItems(tree, wholeList(tree, target), (items) => {
    checkIndex('source', source, items.length - 1, target);
    checkIndex('destination', destination, items.length - 1, target);
    return items.toSpliced(source, 1).toSpliced(destination, 0, items[source]!);
  });

const apply = (tree: Tree, operation: Operation): Tree => {
  const { target } = operation;
  switch (operation.type) {
    case 'add':
      return add(tree, target, operation.name, operation.value);
    case 'insert':
      return insert(tree, target, operation.index, operation.value);
    case 'delete':
      return remove(tree, target);
    case 'replace':
      return replace(tree, target, operation.value);
    case 'move':
      return move(tree, target, operation.source, operation.destination);
  }
};

/**
 * The resource with a FHIRPath Patch applied as a whole, or why it is not; decimals keep their written form.
 * Issues are of rule `patch-malformed` or `patch-not-applicable`. https://hl7.org/fhir/R5/fhirpatch.html
 */
export const fhirPathPatch = (patch: Content, resource: Content): Content | readonly Issue[] =>
  patched(resource, patch.text, {
    read: (text) => readOperations(exactTree(text) as Tree),
    apply: (tree, operation) => apply(tree as Tree, operation),
  });
