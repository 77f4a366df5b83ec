import { kindOf } from '../fhir/elements.ts';
import { isTree } from '../fhir/exact-tree.ts';
import type { Item } from './items.ts';

/** The type of an element that is declared to have a type; a resource in a resource names its own. */
export const elementType = (declared: string, { value }: Item): string =>
  kindOf(declared) === 'resource' && isTree(value) ? String(value.resourceType) : declared;
