import type { ElementDefinition } from 'fhir/r5.js';
import type { ElementNode } from './element-tree.ts';

/** What a profile says of an element, without what only the definition of a type can say. */
export const constrained = (own: ElementDefinition, isOfExtension: boolean): ElementDefinition => {
  const {
    contentReference: _,
    representation: __,
    meaningWhenMissing: ___,
    orderMeaning: ____,
    ...rest
  } = own;
  const { isModifier, isModifierReason, ...others } = rest;
  const entries = Object.entries(isOfExtension ? rest : others);
  return Object.fromEntries(
    entries.filter(([name]) => !name.startsWith('defaultValue')),
  ) as ElementDefinition & object;
};

/** What is said of the same element by two nodes, of which the second goes before the first. */
export const overlaid = (common: ElementNode, own: ElementNode): ElementNode => ({
  ...own,
  element: own.element && { ...common.element, ...own.element },
  ...(own.element === undefined && common.element && { element: common.element }),
  common: [...(common.common ?? []), ...common.children, ...(own.common ?? [])],
  slices: [
    ...common.slices.filter(({ sliceName }) => own.slices.every((slice) => slice.sliceName !== sliceName)),
    ...own.slices.map((slice) => {
      const same = common.slices.find(({ sliceName }) => sliceName === slice.sliceName);
      return same ? overlaid(same, slice) : slice;
    }),
  ],
});
