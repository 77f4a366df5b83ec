import type { ElementInfo } from '../../../src/fhir/element-table.ts';
import { elementsOf, kindOf } from '../../../src/fhir/elements.ts';
import type { Random } from '../../random.ts';
import { elementDefinition } from './definitions.ts';
import type { JsonObject } from './sites.ts';
import { VALUES } from './values.ts';

/** Elements that every type has; they come from mutation or stand in the resource itself. */
const COMMON = new Set([
  'id',
  'meta',
  'implicitRules',
  'language',
  'text',
  'contained',
  'extension',
  'modifierExtension',
]);

/** How likely an optional element is there, by depth. */
const OPTIONAL = [0.4, 0.25, 0.12, 0];

const jsonName = ({ name, isChoice }: ElementInfo, type: string): string =>
  isChoice ? name + type.charAt(0).toUpperCase() + type.slice(1) : name;

/** A value of a type: for an element of `owner`, which says its codes and targets. */
const value = (type: string, owner: string, element: ElementInfo, random: Random, depth: number): unknown => {
  const make = VALUES[type];
  return make ? make(random, elementDefinition(owner, element.name)) : object(type, random, depth + 1);
};

const canBeMade = (type: string): boolean => VALUES[type] !== undefined || kindOf(type) === 'complex';

/** Puts an element into an object, with one value or, where it repeats, up to two. */
export const add = (
  holder: JsonObject,
  owner: string,
  element: ElementInfo,
  random: Random,
  depth = 2,
): boolean => {
  const type = random.pick(element.types.filter(canBeMade));
  if (type === undefined) return false;
  const one = (): unknown => value(type, owner, element, random, depth);
  holder[jsonName(element, type)] = element.repeats
    ? Array.from({ length: 1 + random.below(2) }, one)
    : one();
  return true;
};

const object = (type: string, random: Random, depth: number): JsonObject => {
  const holder: JsonObject = {};
  const elements = elementsOf(type).filter(({ name }) => !COMMON.has(name));
  for (const element of elements) {
    if (element.min > 0 || random.chance(OPTIONAL[depth] ?? 0)) add(holder, type, element, random, depth);
  }
  // An object of optional elements only has one of them: it cannot be empty.
  for (const element of elements)
    if (Object.keys(holder).length === 0) add(holder, type, element, random, depth);
  return holder;
};

/** A resource of a type with some of its elements, which obeys the definitions but perhaps not every invariant. */
export const synthesise = (type: string, random: Random): JsonObject => ({
  resourceType: type,
  id: `${type.toLowerCase().slice(0, 40)}-${random.below(1000)}`,
  text: VALUES.Narrative!(random, undefined),
  ...object(type, random, 0),
});
