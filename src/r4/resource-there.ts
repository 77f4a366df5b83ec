import type { Tree } from '../fhir/exact-tree.ts';
import type { Convert } from './cross-version.ts';
import { textOf } from './item.ts';
import type { Way } from './version.ts';

/** A contained resource, or one in a Bundle or Parameters, in the other version. */
export const resourceThere = (way: Way, resource: Tree, convert: Convert): Tree => {
  const type = textOf(resource.resourceType);
  return way.from.elements.isResourceType(type) && way.to.elements.isResourceType(type)
    ? convert(resource, type)
    : resource;
};
