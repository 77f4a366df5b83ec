import type { NamedElement } from '../fhir/element-table.ts';
import { kindOf, namedElements } from '../fhir/elements.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';

/** A property as JSON has it: its value, and beside a primitive's the element (https://hl7.org/fhir/R5/json.html#primitive). */
export interface Property {
  readonly value: unknown;
  readonly element: unknown;
}

/** A property of an object, if either half of it is there. */
export const propertyOf = (tree: Tree, name: string): Property | undefined => {
  const [value, element] = [tree[name], tree[`_${name}`]];
  return value === undefined && element === undefined ? undefined : { value, element };
};

/** The names of properties that any of these objects has, in the order of their type. */
export const namesIn = (type: string, trees: readonly Tree[]): readonly NamedElement[] =>
  [...namedElements(type).values()].filter(({ name }) =>
    trees.some((tree) => propertyOf(tree, name) !== undefined),
  );

/** An object of these properties. */
export const objectOf = (
  properties: readonly (readonly [name: string, property: Property | undefined])[],
): Tree =>
  Object.fromEntries(
    properties
      .flatMap(([name, property]) => [
        [name, property?.value] as const,
        [`_${name}`, property?.element] as const,
      ])
      .filter(([, value]) => value !== undefined && !(isTree(value) && Object.keys(value).length === 0)),
  );

/** Types whose parts sources tell one by one; every other value is told whole. */
export const isToldInParts = (type: string): boolean => type === 'Period' || type.includes('.');

/** Whether a property of this type is a single value of JSON. */
export const isPrimitive = (type: string): boolean => kindOf(type) === 'primitive';
