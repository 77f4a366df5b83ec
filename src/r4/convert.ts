import { isDeepStrictEqual } from 'node:util';
import { choiceName, type NamedElement } from '../fhir/element-table.ts';
import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { extensionsOf } from '../fhir/source-mark.ts';
import { codeThere } from './code.ts';
import { codingThere } from './coding.ts';
import { type Counterpart, counterpart, isGroup, isRepeated } from './correspondence.ts';
import { absent, type Carried, carriedBy, carry, isAbsent } from './cross-version.ts';
import { finish } from './finish.ts';
import { elementsIn, type Item, type Present, textOf, writeItems } from './item.ts';
import { resourceThere } from './resource-there.ts';
import { back, DOWN, type Way } from './version.ts';

const isEmpty = ({ value, beside }: Item): boolean => value === undefined && beside === undefined;

/** An item that stands where one of the other version has no like, and has it in an extension. */
const instead = (isPrimitive: boolean, extension: Tree): Item =>
  isPrimitive ? { beside: { extension: [extension] } } : { value: { extension: [extension] } };

/** An object under conversion: what it becomes, of which type. */
interface Becoming {
  readonly way: Way;
  readonly type: string;
  readonly there: string;
  readonly out: Tree;
}

const converter =
  (way: Way) =>
  (tree: Tree, type: string): Tree =>
    convert(way, tree, type, type);

const add = (out: Tree, name: string, extension: Tree): void =>
  writeItems(out, name, true, [{ value: extension }]);

/** Puts an item that has no place into an extension, a modifier into one that cannot be ignored. */
const carryIn = ({ way, type, out }: Becoming, named: NamedElement, item: Item): void => {
  const extension = carry(way, `${type}.${named.element.name}`, named, item, converter(way));
  add(out, named.element.isModifier ? 'modifierExtension' : 'extension', extension);
};

/** The item of this element that an item's extensions carry in its place, if they do. */
const carriedInstead = (way: Way, path: string, extensions: readonly Tree[]): Carried | undefined =>
  extensions
    .map((one) => carriedBy(way, one, converter(way)))
    .find((one) => one !== undefined && `${one.parent}.${one.named.element.name}` === path);

const withoutCarried = (way: Way, path: string, tree: Tree): Tree => {
  const rest = extensionsOf(tree).filter((one) => carriedInstead(way, path, [one]) === undefined);
  const { extension: _, ...others } = tree;
  return rest.length > 0 ? { ...others, extension: rest } : others;
};

const convertPrimitive = (
  way: Way,
  path: string,
  named: NamedElement,
  there: Counterpart,
  item: Item,
): Item => {
  const carried = carriedInstead(way, there.path, extensionsOf(item.beside));
  const plain = item.beside && withoutCarried(way, there.path, item.beside);
  const kept = plain && Object.keys(plain).length > 0 ? convert(way, plain, 'Element', 'Element') : undefined;
  const same =
    carried &&
    (item.value === undefined || codeThere(back(way), there.path, carried.item.value) === item.value);
  if (same) {
    const beside = { ...carried.item.beside, ...kept };
    return { ...carried.item, ...(Object.keys(beside).length > 0 && { beside }) };
  }
  const value = item.value === undefined ? undefined : codeThere(way, path, item.value);
  const isExact = value === item.value || codeThere(back(way), there.path, value) === item.value;
  if (isExact) return { ...(value !== undefined && { value }), ...(kept && { beside: kept }) };
  const extension = carry(way, path, named, { value: item.value }, converter(way));
  return {
    ...(value !== undefined && { value }),
    beside: { ...kept, extension: [...extensionsOf(kept), extension] },
  };
};

/** The type of resource that a reference names, if it does: https://hl7.org/fhir/R5/references.html#literal */
const referenced = ({ reference, type }: Tree): string | undefined =>
  typeof type === 'string'
    ? type
    : /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(
        textOf(reference),
      )?.[1];

const convertComplex = (
  way: Way,
  from: string,
  there: Counterpart,
  type: string,
  value: unknown,
): Item | undefined => {
  if (!isTree(value)) return { value };
  if (type === 'Resource')
    return { value: resourceThere(way, value, (tree, one) => convert(way, tree, one, one)) };
  const only =
    Object.keys(value).length === 1 ? carriedInstead(way, there.path, extensionsOf(value)) : undefined;
  if (only !== undefined) return only.item;
  const target = type === 'Reference' ? referenced(value) : undefined;
  const { targets } = there.element;
  if (target !== undefined && targets !== undefined && !targets.includes(target)) return undefined;
  return { value: convert(way, value, from, type) };
};

/** What R4 has of a type that wraps it: the child, and the rest of the wrapper in extensions. */
const unwrap = (way: Way, wrapper: string, child: string, value: unknown): Item => {
  if (!isTree(value)) return { value };
  const inner = isTree(value[child]) ? value[child] : {};
  const { id, extension, ...rest } = inner;
  const own = { ...(id !== undefined && { id }), ...(extension !== undefined && { extension }) };
  const { [child]: _, ...others } = value;
  const out: Tree = {};
  const named = way.from.elements.element(wrapper, child)!;
  for (const present of elementsIn(way.from, wrapper, others).known) {
    place({ way, type: wrapper, there: named.type, out }, present, true);
  }
  if (Object.keys(own).length > 0)
    carryIn({ way, type: wrapper, there: named.type, out }, named, { value: own });
  return { value: { ...convert(way, rest, named.type, named.type), ...out } };
};

/** The wrapper of what R4 has alone. */
const wrap = (way: Way, wrapper: string, child: string, type: string, value: unknown): Item => {
  if (!isTree(value)) return { value };
  const { id, extension: _, ...rest } = value;
  const out: Tree = { ...(id !== undefined && { id }) };
  const inner = convert(way, rest, type, type);
  const kept: Tree[] = [];
  for (const one of extensionsOf(value)) {
    const carried = carriedBy(way, one, converter(way));
    if (carried?.parent !== wrapper) kept.push(convert(way, one, 'Extension', 'Extension'));
    else if (carried.named.name === child) Object.assign(inner, carried.item.value);
    else writeItems(out, carried.named.name, carried.named.element.repeats, [carried.item]);
  }
  if (kept.length > 0) out.extension = kept;
  if (Object.keys(inner).length > 0) out[child] = inner;
  return { value: out };
};

/** The code of a concept, beside which stands what it does not say. */
const convertConcept = (
  way: Way,
  path: string,
  named: NamedElement,
  system: string,
  { value }: Item,
): Item => {
  const codings = treesIn(isTree(value) ? value.coding : undefined);
  const code = codings.find((coding) => coding.system === system)?.code;
  const isAll = isDeepStrictEqual(value, { coding: [{ system, code }] });
  const extension = isAll ? [] : [carry(way, path, named, { value }, converter(way))];
  return {
    ...(code !== undefined && { value: code }),
    ...(extension.length > 0 && { beside: { extension } }),
  };
};

/** The concept of a code, or that which stands beside it. */
const convertCode = (way: Way, path: string, system: string, { value, beside }: Item): Item => {
  const said = carriedInstead(way, path, extensionsOf(beside))?.item;
  const codings = treesIn(isTree(said?.value) ? said.value.coding : undefined);
  const isSaid = codings.some((one) => one.system === system && one.code === value);
  if (said !== undefined && (value === undefined || isSaid)) return said;
  return { value: { coding: [{ system, code: value }] } };
};

const MOST_INTEGER = 2_147_483_647;

const convertInteger64 = (way: Way, { value, beside }: Item): Item | undefined => {
  if (way !== DOWN) return { value: JSON.stringify(value), ...(beside && { beside }) };
  return Number(value) <= MOST_INTEGER ? { value: Number(value), ...(beside && { beside }) } : undefined;
};

const convertItem = (
  way: Way,
  path: string,
  named: NamedElement,
  there: Counterpart,
  item: Item,
): Item | undefined => {
  const { manner } = there;
  switch (manner.kind) {
    case 'primitive':
      return convertPrimitive(way, path, named, there, item);
    case 'integer64':
      return convertInteger64(way, item);
    case 'complex':
      return convertComplex(way, named.type, there, manner.type, item.value);
    case 'coded':
      return way === DOWN
        ? convertConcept(way, path, named, manner.system, item)
        : convertCode(way, there.path, manner.system, item);
    case 'wrapped':
      return way === DOWN
        ? unwrap(way, manner.wrapper, manner.child, item.value)
        : wrap(way, manner.wrapper, manner.child, manner.type, item.value);
  }
};

/** Whether an object already has a value for a choice, under the name of another type. */
const isTaken = (out: Tree, { element, name }: Counterpart): boolean =>
  Object.keys(out).some(
    (key) =>
      key === name ||
      (element.isChoice && element.types.some((type) => key === choiceName(element.name, type))),
  );

/** Whether the other version has the element, and no value of it for what it says; a code stands there without one. */
const isUnsayable = (
  way: Way,
  path: string,
  { manner, element }: Counterpart,
  items: readonly Item[],
): boolean =>
  manner.kind === 'primitive' &&
  element.min === 0 &&
  !element.types.includes('code') &&
  items.every(({ value }) => value !== undefined && codeThere(way, path, value) === undefined);

/** The object, or the group of its elements. */
const within = (out: Tree, group: string | undefined): Tree => {
  if (group === undefined) return out;
  const into = isTree(out[group]) ? out[group] : {};
  out[group] = into;
  return into;
};

/** Puts an element where the other version has it, and what that has no place for into extensions. */
const place = (becoming: Becoming, { named, items: all }: Present, isRest = false): void => {
  const { way, type, there, out } = becoming;
  const items = way === DOWN ? all : all.filter((one) => !isAbsent(one));
  const { name } = named.element;
  if (name === 'id' && typeof items[0]?.value === 'string') {
    out.id = items[0].value;
    return;
  }
  if (name === 'extension' || name === 'modifierExtension') {
    for (const { value } of items) takeExtension(becoming, name, value);
    return;
  }
  const path = `${type}.${name}`;
  if (isRepeated(way, path)) return;
  if (isGroup(way, path) && isTree(items[0]?.value)) {
    const group = { ...becoming, type: path };
    for (const present of elementsIn(way.from, path, items[0].value).known) place(group, present);
    return;
  }
  const found = isRest ? undefined : counterpart(way, type, there, named);
  const into = within(out, found?.group);
  if (found === undefined || isTaken(into, found) || isUnsayable(way, path, found, items)) {
    for (const item of items) carryIn(becoming, named, item);
    return;
  }
  const isPrimitive = found.manner.kind === 'primitive' || (found.manner.kind === 'coded' && way === DOWN);
  const fitting = found.element.repeats ? items : items.slice(0, 1);
  const converted = fitting.map((item) => convertItem(way, path, named, found, item));
  const isPlaced = isPrimitive || converted.some((one) => one !== undefined);
  const placed = converted.map(
    (one, at): Item => one ?? instead(isPrimitive, carry(way, path, named, items[at]!, converter(way))),
  );
  if (isPlaced)
    writeItems(
      into,
      found.name,
      found.element.repeats,
      placed.filter((one) => !isEmpty(one)),
    );
  for (const item of items.slice(isPlaced ? fitting.length : 0)) carryIn(becoming, named, item);
};

const takeExtension = ({ way, there, out }: Becoming, name: string, value: unknown): void => {
  if (!isTree(value)) {
    writeItems(out, name, true, [{ value }]);
    return;
  }
  const carried = carriedBy(way, value, converter(way));
  if (carried === undefined || (carried.parent !== there && !isGroup(back(way), carried.parent))) {
    add(out, name, convert(way, value, 'Extension', 'Extension'));
    return;
  }
  const into = within(out, carried.parent === there ? undefined : carried.parent.slice(there.length + 1));
  if (!isEmpty(carried.item))
    writeItems(into, carried.named.name, carried.named.element.repeats, [carried.item]);
};

/** Fills what R4 needs and R5 does not have. */
const fill = ({ way, there, out }: Becoming): void => {
  for (const { name, min, isChoice, repeats, types } of way.to.elements.elementsOf(there)) {
    if (min === 0 || isChoice || name in out || `_${name}` in out || there === 'Extension') continue;
    const [type = ''] = types;
    const kind = way.to.elements.kindOf(type);
    if (kind === 'primitive') out[`_${name}`] = absent(way, there, name, type);
    else if (!type.includes('.') && !repeats) out[name] = absent(way, there, name, type);
  }
};

/** An object of a type as one of a type of the other version; what that cannot say stands in cross-version extensions. */
export const convert = (way: Way, tree: Tree, type: string, there: string): Tree => {
  const out: Tree = 'resourceType' in tree ? { resourceType: there } : {};
  const source = type === 'Coding' ? codingThere(way, tree) : tree;
  const { known, unknown } = elementsIn(way.from, type, source);
  const becoming = { way, type, there, out };
  const isExtension = ({ named }: Present): boolean => /xtension$/.test(named.name);
  // What extensions carry comes after what has its place: a list's first items have it.
  for (const present of known.filter((one) => !isExtension(one))) place(becoming, present);
  for (const present of known.filter(isExtension)) place(becoming, present);
  for (const name of unknown) {
    if (name === 'resourceType') continue;
    for (const key of [name, `_${name}`]) if (key in source) out[key] = source[key];
  }
  finish(way, there, source, out);
  if (way === DOWN) fill(becoming);
  return out;
};
