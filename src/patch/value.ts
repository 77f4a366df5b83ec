import type { ElementInfo, NamedElement } from '../fhir/element-table.ts';
import { baseOf, element, kindOf, namedElements } from '../fhir/elements.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { countOf, type Item, isList, itemsOf, withItems } from './items.ts';
import { type Part, partsOf } from './operations.ts';
import { malformed, notApplicable } from './patch-error.ts';

/** A value for an element: the name JSON has for it (`valueQuantity`), and the value as it stands there. */
interface Value {
  readonly name: string;
  readonly element: ElementInfo;
  readonly item: Item;
}

const specialises = (type: string | undefined, general: string): boolean =>
  type !== undefined && (type === general || specialises(baseOf(type), general));

/** Whether a value of a type can stand for one of another: a string for a code, and for XHTML, which no parameter is. */
const fits = (given: string, wanted: string): boolean =>
  specialises(given, wanted) || specialises(wanted, given) || (given === 'string' && wanted === 'xhtml');

const named = (holderType: string, name: string): readonly NamedElement[] =>
  [...namedElements(holderType).values()].filter((one) => one.name === name || one.element.name === name);

const typedValue = (part: Part, key: string, choices: readonly NamedElement[]): Value => {
  const type = element('Parameters.parameter', key)?.type;
  if (type === undefined) throw malformed(`“${key}” is no value of a parameter`, part.expression);
  const choice =
    choices.find((one) => one.type === type) ??
    choices.find((one) => !one.element.isChoice && fits(type, one.type));
  if (choice === undefined) {
    const wanted = choices.map((one) => one.type).join(', ');
    throw notApplicable(`The value is a ${type}; here can only be: ${wanted}`, part.expression, 'value');
  }
  const [item] = itemsOf(part.tree, key);
  if (item === undefined || Object.keys(item).length === 0 || isList(part.tree, key))
    throw malformed('There is no value', part.expression);
  return { ...choice, item };
};

const resourceValue = (part: Part, choices: readonly NamedElement[]): Value => {
  const choice = choices.find((one) => kindOf(one.type) === 'resource');
  if (choice === undefined) throw notApplicable('Here can be no resource', part.expression, 'value');
  const { resource } = part.tree;
  if (!isTree(resource)) throw malformed('A resource is an object', part.expression);
  return { ...choice, item: { value: resource } };
};

const second = (holderType: string, name: string, expression: string): Error =>
  notApplicable(`${holderType} has “${name}” already, and only one`, expression, 'duplicate');

/** A value in parts, an element each: https://hl7.org/fhir/R5/fhirpatch.html#anonymous */
const anonymousValue = (part: Part, choices: readonly NamedElement[]): Value => {
  const [choice, ...more] = choices.filter((one) => kindOf(one.type) === 'complex');
  if (choice === undefined || more.length > 0)
    throw notApplicable(
      'Only the value of an element of one complex type can be given in parts',
      part.expression,
      'value',
    );
  const values = partsOf(part.tree.part, `${part.expression}.part`).map((one) => ({
    ...valueFor(one, choice.type, one.name),
    expression: one.expression,
  }));
  const members = [...Map.groupBy(values, (one) => one.element.name).values()].map(
    ([first, ...rest]): Tree => {
      const { name, element: info } = first!;
      if (!info.repeats && rest[0] !== undefined) throw second(choice.type, name, rest[0].expression);
      return withItems(
        {},
        name,
        [first!, ...rest].map(({ item }) => item),
        info.repeats,
      );
    },
  );
  return { ...choice, item: { value: Object.assign({}, ...members) as Tree } };
};

/** The value that a part has for an element of a type. */
export const valueFor = (part: Part, holderType: string, name: string): Value => {
  const choices = named(holderType, name);
  if (choices.length === 0)
    throw notApplicable(`${holderType} has no element “${name}”`, part.expression, 'value');
  const { name: _, id: __, extension: ___, ...content } = part.tree;
  const keys = [...new Set(Object.keys(content).map((key) => key.replace(/^_/, '')))];
  const [key] = keys;
  if (key === undefined || keys.length > 1)
    throw malformed('A value is given once: as value[x], as resource or in parts', part.expression);
  if (key === 'part') return anonymousValue(part, choices);
  return key === 'resource' ? resourceValue(part, choices) : typedValue(part, key, choices);
};

/** The object with a value added at the end of an element's list, or as the only one where there is none yet. */
export const withValue = (
  holder: Tree,
  holderType: string,
  name: string,
  part: Part,
  expression: string,
): Tree => {
  const value = valueFor(part, holderType, name);
  const { repeats, name: elementName } = value.element;
  const present = named(holderType, elementName).find((one) => countOf(holder, one.name) > 0);
  if (present !== undefined && !repeats) throw second(holderType, present.name, expression);
  return withItems(holder, value.name, [...itemsOf(holder, value.name), value.item], repeats);
};
