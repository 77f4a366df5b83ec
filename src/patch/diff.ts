import type { Content } from '../fhir/content.ts';
import { exactTree, isTree, type Tree } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { type Children, childrenOf } from './children.ts';
import { elementType } from './element-type.ts';
import type { Item } from './items.ts';
import { idOf, itemKey, pairs } from './pairs.ts';
import { notApplicable, orIssues } from './patch-error.ts';
import { valuePart } from './value-part.ts';

const code = (name: string, valueCode: string): Tree => ({ name, valueCode });
const string = (name: string, valueString: string): Tree => ({ name, valueString });
const integer = (name: string, valueInteger: number): Tree => ({ name, valueInteger });

const operation = (type: string, path: string, ...parts: readonly Tree[]): Tree => ({
  name: 'operation',
  part: [code('type', type), string('path', path), ...parts],
});

/** One element: the name JSON has for it, and its type. */
interface One {
  readonly name: string;
  readonly type: string;
  readonly item: Item;
}

const nth = ({ name, type, items }: Children, index: number): One => {
  const item = items[index]!;
  return { name, type: elementType(type, item), item };
};

/** What makes one element of another in its place; a choice may have another type, and with it another name. */
const itemChanges = (holderType: string, path: string, from: One, to: One): readonly Tree[] => {
  const [before, after] = [from.item, to.item];
  const isSame = from.name === to.name && from.type === to.type && idOf(before) === idOf(after);
  if (isSame && itemKey(before) === itemKey(after)) return [];
  return isSame && isTree(before.value) && isTree(after.value)
    ? treeChanges(before.value, after.value, to.type, path)
    : [operation('replace', path, valuePart('value', holderType, to.name, after))];
};

/** Deletes what is not in the second list, then puts place after place in order, then changes what is in place. */
const listChanges = (holderType: string, path: string, from: Children, to: Children): readonly Tree[] => {
  const origins = pairs(from.items, to.items);
  const kept = new Set(origins);
  const present: (number | undefined)[] = [...from.items.keys()].filter((place) => kept.has(place));
  const deletions = [...from.items.keys()]
    .filter((place) => !kept.has(place))
    .reverse()
    .map((place) => operation('delete', `${path}[${place}]`));
  const order = origins.flatMap((origin, index) => {
    if (origin === undefined) {
      present.splice(index, 0, undefined);
      const value = valuePart('value', holderType, to.name, to.items[index]!);
      return [operation('insert', path, integer('index', index), value)];
    }
    const source = present.indexOf(origin, index);
    if (source === index) return [];
    present.splice(index, 0, ...present.splice(source, 1));
    return [operation('move', path, integer('source', source), integer('destination', index))];
  });
  const changes = origins.flatMap((origin, index) =>
    origin === undefined
      ? []
      : itemChanges(holderType, `${path}[${index}]`, nth(from, origin), nth(to, index)),
  );
  return [...deletions, ...order, ...changes];
};

/** An element that is left empty is gone, so what is new comes before what is deleted. */
const treeChanges = (from: Tree, to: Tree, type: string, path: string): readonly Tree[] => {
  const before = childrenOf(from, type);
  const after = childrenOf(to, type);
  const changes = [...after].flatMap(([name, children]) => {
    const earlier = before.get(name);
    if (earlier === undefined)
      return children.items.map((item) =>
        operation('add', path, string('name', name), valuePart('value', type, children.name, item)),
      );
    return children.element.repeats
      ? listChanges(type, `${path}.${name}`, earlier, children)
      : itemChanges(type, `${path}.${name}`, nth(earlier, 0), nth(children, 0));
  });
  const deletions = [...before]
    .filter(([name]) => !after.has(name))
    .flatMap(([name, { element, items }]) =>
      [...items.keys()]
        .reverse()
        .map((index) => operation('delete', `${path}.${name}${element.repeats ? `[${index}]` : ''}`)),
    );
  return [...changes, ...deletions];
};

/**
 * The FHIRPath Patch (Parameters as JSON text) that makes the second resource of the first, but for the id, which
 * a patch cannot change; decimals keep their written form. There is none between resources of different types.
 * https://hl7.org/fhir/R5/fhirpatch.html
 */
export const diff = (from: Content, to: Content): string | readonly Issue[] =>
  orIssues(() => {
    const type = from.value.resourceType;
    if (type !== to.value.resourceType)
      throw notApplicable(`There is no patch from a ${type} to a ${to.value.resourceType}`);
    const before = exactTree(from.text) as Tree;
    const { id: _, ...same } = exactTree(to.text) as Tree;
    const after = Object.hasOwn(before, 'id') ? { ...same, id: before.id } : same;
    const parameter = treeChanges(before, after, type, type);
    return JSON.stringify({ resourceType: 'Parameters', ...(parameter.length > 0 && { parameter }) });
  });
