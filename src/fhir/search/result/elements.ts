import type { ElementTable } from '../../element-table.ts';
import { RESOURCE_TYPES } from '../../resource-type.ts';
import { type Wrong, wrong } from '../wrong.ts';

// Some clients name JSON's `resourceType` too, which is no element but always there.
const hasElement = (from: ElementTable, type: string, name: string): boolean =>
  name === 'resourceType' ||
  from.elementsOf(type).some((one) => one.name === name) ||
  from.element(type, name) !== undefined;

/** The elements at the root of resources of these types, or of any, that `_elements` names; `from` has the elements of their version: https://hl7.org/fhir/R5/search.html#_elements */
export const elements = (
  text: string,
  types: readonly string[],
  from: ElementTable,
): { readonly elements: readonly string[] } | Wrong => {
  const names = text.split(',');
  const bad = names.find((name) => {
    const [first = '', second, ...more] = name.split('.');
    if (more.length > 0) return true;
    if (second !== undefined) return !from.isResourceType(first) || !hasElement(from, first, second);
    return !(types.length > 0 ? types : RESOURCE_TYPES).some((type) => hasElement(from, type, first));
  });
  return bad === undefined
    ? { elements: names }
    : wrong(`“${bad}” is not an element; write names of elements at the root, like title or Group.title`);
};
