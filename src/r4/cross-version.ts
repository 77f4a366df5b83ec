import { structureDefinition } from '../fhir/canonical.ts';
import { choiceName, type ElementInfo, type NamedElement } from '../fhir/element-table.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { extensionsOf } from '../fhir/source-mark.ts';
import { elementsIn, type Item, textOf, writeItems } from './item.ts';
import type { Version, Way } from './version.ts';

/** Converts an object of a type to the type of the same name in the other version. */
export type Convert = (tree: Tree, type: string) => Tree;

/** Our extension for an element of a type that the other version does not have, for which no cross-version extension can be defined there. */
const FOREIGN = structureDefinition('cross-version-element');

const ABSENT = {
  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  valueCode: 'unsupported',
};

/** Whether the other version's extensions can have a value of the type. */
const isValue = ({ elements }: Version, type: string): boolean =>
  elements.element('Extension', choiceName('value', type)) !== undefined;

/** Whether all that an element may be can stand in extensions of the other version. */
const isSayable = (way: Way, { types }: ElementInfo, above: readonly string[] = []): boolean =>
  types.every(
    (type) =>
      isValue(way.to, type) ||
      above.includes(type) ||
      (type.includes('.') &&
        way.from.elements
          .elementsOf(type)
          .every((child) =>
            ['id', 'extension', 'modifierExtension'].includes(child.name)
              ? true
              : isSayable(way, child, [...above, type]),
          )),
  );

/** Whether a value names a definition of FHIR itself, which the other version may not have. */
const isOfFhir = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('http://hl7.org/fhir/');

const sayPrimitive = (way: Way, type: string, { value, beside }: Item, convert: Convert): Tree => {
  const as = isValue(way.to, type) && !(type === 'canonical' && isOfFhir(value)) ? type : 'string';
  const name = choiceName('value', as);
  return {
    ...(value !== undefined && { [name]: value }),
    ...(beside && { [`_${name}`]: convert(beside, 'Element') }),
  };
};

/** An item in an extension: as its value, or as nested extensions by the names of its elements. */
const say = (way: Way, { element, type }: NamedElement, item: Item, convert: Convert): Tree => {
  const isPrimitive = way.from.elements.kindOf(type) === 'primitive';
  const content = isPrimitive
    ? sayPrimitive(way, type, item, convert)
    : !isTree(item.value)
      ? {}
      : isValue(way.to, type)
        ? { [choiceName('value', type)]: convert(item.value, type) }
        : sayElements(way, type, item.value, convert);
  if (
    !element.isChoice ||
    choiceName('value', type) in content ||
    `_${choiceName('value', type)}` in content
  ) {
    return content;
  }
  const parts = 'extension' in content ? extensionsOf(content) : [{ url: 'value', ...content }];
  return { extension: [{ url: '_datatype', valueString: type }, ...parts] };
};

const sayElements = (way: Way, type: string, tree: Tree, convert: Convert): Tree => {
  const { known } = elementsIn(way.from, type, tree);
  const extension = known.flatMap(({ named, items }): readonly Tree[] => {
    const { name } = named.element;
    if (name === 'id') return [];
    const said = items.flatMap(({ value }) => (isTree(value) ? [convert(value, 'Extension')] : []));
    if (name === 'extension') return said;
    if (name === 'modifierExtension') return [{ url: name, extension: said }];
    return items.map((item) => ({ url: name, ...say(way, named, item, convert) }));
  });
  return { ...(tree.id !== undefined && { id: tree.id }), extension };
};

/** The extension that carries an item of an element that the other version does not have: https://hl7.org/fhir/R5/versions.html#extensions */
export const carry = (way: Way, path: string, named: NamedElement, item: Item, convert: Convert): Tree => {
  const content = say(way, named, item, convert);
  return isSayable(way, named.element)
    ? { url: way.from.extension + path, ...content }
    : {
        url: FOREIGN,
        extension: [
          { url: 'path', valueString: path },
          { url: 'element', ...content },
        ],
      };
};

/** A value of a complex type that this version needs and the other does not have. */
export const absentValue = (): Tree => ({ extension: [ABSENT] });

/** What stands for an element that the other version needs and this one does not have: of a code only a cross-version extension may. */
export const absent = (way: Way, type: string, name: string, of: string): Tree => {
  const isHere = of === 'code' && way.from.elements.element(type, name)?.type === of;
  const code = { url: `${way.from.extension}${type}.${name}`, _valueCode: { extension: [ABSENT] } };
  return { extension: [isHere ? code : ABSENT] };
};

const standsForNothing = (tree: unknown): boolean => {
  if (!isTree(tree) || Object.keys(tree).length !== 1) return false;
  const [one, ...more] = extensionsOf(tree);
  if (one === undefined || more.length > 0) return false;
  return (one.url === ABSENT.url && one.valueCode === ABSENT.valueCode) || standsForNothing(one._valueCode);
};

/** Whether an item is there only because its version needs one. */
export const isAbsent = ({ value, beside }: Item): boolean =>
  value === undefined ? standsForNothing(beside) : standsForNothing(value);

const valueName = (content: Tree): string | undefined =>
  Object.keys(content)
    .map((key) => key.replace(/^_/, ''))
    .find((key) => key.startsWith('value'));

/** The element and the item that an extension's content says. */
const understand = (
  way: Way,
  element: ElementInfo,
  content: Tree,
  convert: Convert,
): { readonly named: NamedElement; readonly item: Item } | undefined => {
  const parts = extensionsOf(content);
  const datatype = parts.find(({ url }) => url === '_datatype')?.valueString;
  if (datatype !== undefined) {
    const value = parts.find(({ url }) => url === 'value');
    const inner = value ?? { ...content, extension: parts.filter(({ url }) => url !== '_datatype') };
    return understand(way, { ...element, types: [textOf(datatype)] }, inner, convert);
  }
  const name = valueName(content);
  const type =
    element.types.length === 1
      ? element.types[0]!
      : element.types.find((one) => name === choiceName('value', one));
  if (type === undefined) return undefined;
  const named = { name: element.isChoice ? choiceName(element.name, type) : element.name, type, element };
  if (name === undefined) return { named, item: { value: understandElements(way, type, content, convert) } };
  const [value, beside] = [content[name], content[`_${name}`]];
  if (isTree(value)) return { named, item: { value: convert(value, type) } };
  return {
    named,
    item: {
      ...(value !== undefined && { value }),
      ...(isTree(beside) && { beside: convert(beside, 'Element') }),
    },
  };
};

const understandElements = (way: Way, type: string, content: Tree, convert: Convert): Tree => {
  const tree: Tree = content.id === undefined ? {} : { id: content.id };
  for (const part of extensionsOf(content)) {
    const url = textOf(part.url);
    const element = way.to.elements.elementsOf(type).find(({ name }) => name === url);
    if (url === 'modifierExtension') {
      tree[url] = extensionsOf(part).map((one) => convert(one, 'Extension'));
    } else if (element === undefined) {
      writeItems(tree, 'extension', true, [{ value: convert(part, 'Extension') }]);
    } else {
      const said = understand(way, element, part, convert);
      if (said !== undefined) writeItems(tree, said.named.name, element.repeats, [said.item]);
    }
  }
  return tree;
};

/** An element of the other version that an extension carries. */
export interface Carried {
  /** The path of the type that it is an element of. */
  readonly parent: string;
  readonly named: NamedElement;
  /** Without anything where that version has no value. */
  readonly item: Item;
}

/** What an extension carries for the version that is converted to; `undefined` of any other extension. */
export const carriedBy = (way: Way, extension: Tree, convert: Convert): Carried | undefined => {
  const url = textOf(extension.url);
  const parts = extensionsOf(extension);
  const [path, content] =
    url === FOREIGN
      ? [parts.find((one) => one.url === 'path')?.valueString, parts.find((one) => one.url === 'element')]
      : [
          url.startsWith(way.to.extension)
            ? url.slice(way.to.extension.length).replace('[x]', '')
            : undefined,
          extension,
        ];
  if (typeof path !== 'string' || content === undefined) return undefined;
  const dot = path.lastIndexOf('.');
  const parent = path.slice(0, dot);
  const element = way.to.elements.elementsOf(parent).find(({ name }) => name === path.slice(dot + 1));
  const said = element && understand(way, element, content, convert);
  return said && { parent, ...said };
};
