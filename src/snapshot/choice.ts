import type { ElementDefinition, ElementDefinitionType } from 'fhir/r5.js';
import type { ElementNode } from './element-tree.ts';

/** Whether an element may have one of several types: `value[x]`. */
export const isChoice = (name: string): boolean => name.endsWith('[x]');

/** The name of a choice for one of its types, which is also that of the slice for it: `valueQuantity`. */
export const choiceName = (name: string, code: string): string =>
  name.slice(0, -'[x]'.length) + code.charAt(0).toUpperCase() + code.slice(1);

/** The type of a choice that a name or slice name stands for. */
export const choiceType = (
  { name, element }: ElementNode,
  typed: string | undefined,
): ElementDefinitionType | undefined => element?.type?.find(({ code }) => choiceName(name, code) === typed);

/**
 * What a differential says of a choice, by whatever name, as one node: `valueQuantity` becomes the slice
 * `value[x]:valueQuantity`. Only what it says of the children of the single type a choice is left with stays
 * with the choice itself. https://hl7.org/fhir/R5/elementdefinition.html#typesx
 */
export const choiceNode = (base: ElementNode, nodes: readonly ElementNode[]): ElementNode => {
  const entry = nodes.find(({ name }) => name === base.name);
  const shortcuts = nodes.filter(({ name }) => name !== base.name);
  const types = entry?.element?.type ?? base.element?.type;
  const isSingle = types?.length === 1 && base.slices.length === 0;
  const isFolded = ({ element, slices }: ElementNode): boolean =>
    isSingle && slices.length === 0 && (element === undefined || element.type !== undefined);
  const folded = shortcuts.filter(isFolded);
  const slices = shortcuts
    .filter((node) => !isFolded(node))
    .flatMap((node) => [
      ...(node.element !== undefined || node.children.length > 0 ? [{ ...node, sliceName: node.name }] : []),
      ...node.slices,
    ])
    .map((node): ElementNode => ({ ...node, name: base.name }));
  const elements = [entry, ...folded].flatMap((node) => node?.element ?? []);
  return {
    name: base.name,
    element: elements.length > 0 ? Object.assign({}, ...elements) : undefined,
    position: nodes[0]?.position ?? 0,
    children: [...(entry?.children ?? []), ...folded.flatMap(({ children }) => children)],
    slices: [...(entry?.slices ?? []), ...slices],
  };
};

const isCovered = (name: string, { code }: ElementDefinitionType, slices: readonly ElementNode[]): boolean =>
  slices.some(({ sliceName }) => sliceName === choiceName(name, code));

/**
 * A choice with slices as these leave it: sliced by type; without the types that a slice forbids; of one type
 * where a slice demands it; closed where every type has its slice. If the slices are the whole of it, of their types only.
 */
export const slicedChoice = (
  name: string,
  element: ElementDefinition,
  slices: readonly ElementNode[],
  isWhole: boolean,
): ElementDefinition => {
  const demanded = slices.find((slice) => (slice.element?.min ?? 0) > 0);
  const forbidden = slices.filter((slice) => slice.element?.max === '0');
  const types = (element.type ?? []).filter((type) =>
    demanded || isWhole
      ? isCovered(name, type, demanded ? [demanded] : slices)
      : !isCovered(name, type, forbidden),
  );
  return {
    ...element,
    ...(demanded && { min: 1 }),
    ...(types.length > 0 && { type: types }),
    slicing: {
      ...element.slicing,
      discriminator: [{ type: 'type', path: '$this' }],
      ordered: false,
      rules: types.every((type) => isCovered(name, type, slices))
        ? 'closed'
        : (element.slicing?.rules ?? 'open'),
    },
  };
};
