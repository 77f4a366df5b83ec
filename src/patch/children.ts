import type { NamedElement } from '../fhir/element-table.ts';
import { element, elementsOf } from '../fhir/elements.ts';
import type { Tree } from '../fhir/exact-tree.ts';
import { type Item, itemsOf } from './items.ts';
import { notApplicable } from './patch-error.ts';

/** The elements of one name in a resource or element. */
export interface Children extends NamedElement {
  readonly items: readonly Item[];
}

/** What stands in a resource or element of a type, by the elements' own names (`value`), in their order. */
export const childrenOf = (holder: Tree, type: string): ReadonlyMap<string, Children> => {
  const names = new Set(Object.keys(holder).map((key) => key.replace(/^_/, '')));
  const found = [...names]
    .filter((name) => name !== 'resourceType')
    .map((name): Children => {
      const known = element(type, name);
      if (known === undefined) throw notApplicable(`${type} has no element “${name}”`);
      return { ...known, items: itemsOf(holder, name) };
    });
  const order = new Map(elementsOf(type).map(({ name }, index) => [name, index]));
  found.sort((a, b) => order.get(a.element.name)! - order.get(b.element.name)!);
  return new Map(found.map((children) => [children.element.name, children]));
};
