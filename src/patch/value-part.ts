import { element, kindOf } from '../fhir/elements.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { childrenOf } from './children.ts';
import { type Item, withItems } from './items.ts';

/** An element as a part of a patch: of what type a parameter can be, as a value; otherwise in parts. */
export const valuePart = (partName: string, holderType: string, name: string, item: Item): Tree => {
  const { type } = element(holderType, name)!;
  if (kindOf(type) === 'resource') return { name: partName, resource: item.value };
  const key = type === 'xhtml' ? 'valueString' : `value${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  if (element('Parameters.parameter', key) !== undefined)
    return { name: partName, ...withItems({}, key, [item], false) };
  const children = isTree(item.value) ? [...childrenOf(item.value, type)] : [];
  return {
    name: partName,
    part: children.flatMap(([elementName, { name: childName, items }]) =>
      items.map((one) => valuePart(elementName, type, childName, one)),
    ),
  };
};
