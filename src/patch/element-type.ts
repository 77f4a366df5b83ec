import { element, kindOf } from '../fhir/elements.ts';
import { isTree } from '../fhir/exact-tree.ts';
import type { Item } from './items.ts';

/** The type of an element by the name JSON has for it; a resource in a resource names its own. */
export const elementType = (holderType: string, name: string, { value }: Item): string | undefined => {
  const type = element(holderType, name)?.type;
  const isResource = type !== undefined && kindOf(type) === 'resource';
  return isResource && isTree(value) ? String(value.resourceType) : type;
};
