import type { ElementDefinition } from 'fhir/r5.js';
import { typeUrl } from './definitions.ts';
import type { Derivation } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';

/** An element with children that its list did not show. */
export interface Unfolded {
  readonly element: ElementDefinition;
  readonly children: readonly ElementNode[];
}

/**
 * Elements that a new definition has from another one. R5's resources do not say again that extensions are
 * sliced, in contrast to its data types.
 */
export const inheritedChildren = (
  children: readonly ElementNode[],
  { isSpecialization, definition }: Derivation,
): readonly ElementNode[] =>
  isSpecialization && definition.kind === 'resource' ? children.map(withoutSlicing) : children;

const withoutSlicing = (node: ElementNode): ElementNode => {
  if (node.element?.slicing === undefined || node.slices.length > 0) return node;
  const { slicing: _, ...element } = node.element;
  return { ...node, element };
};

const descendant = (node: ElementNode | undefined, path: string): ElementNode | undefined =>
  path
    .split('.')
    .slice(1)
    .reduce<ElementNode | undefined>((at, name) => at?.children.find((child) => child.name === name), node);

/** The element that a contentReference names: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.contentReference */
const referenced = (contentReference: string, derivation: Derivation): ElementNode | undefined => {
  const [url = '', id = ''] = contentReference.split('#');
  const tree = derivation.tree(url || typeUrl(derivation.definition.type));
  return descendant(tree, id);
};

/**
 * The definitions that may hold the elements of an element, the best first: its type's only profile, its only
 * type, or what all types have in common.
 */
const contentUrls = ({ type: types = [] }: ElementDefinition): readonly string[] => {
  const [type] = types;
  if (type === undefined) return [];
  if (types.some(({ code }) => code !== type.code)) return [typeUrl('Element')];
  const [profile, ...others] = types.flatMap((one) => one.profile ?? []);
  const isProfiled = profile !== undefined && others.length === 0 && types.length === 1;
  return [...(isProfiled ? [profile] : []), typeUrl(type.code)];
};

/** An element with the children of its type, or of the element it refers to; `undefined` if these are unknown. */
export const unfold = (element: ElementDefinition, derivation: Derivation): Unfolded | undefined => {
  if (element.contentReference !== undefined) {
    const target = referenced(element.contentReference, derivation);
    if (target?.element === undefined) return undefined;
    const { contentReference: _, ...rest } = element;
    return {
      element: { ...rest, ...(target.element.type && { type: target.element.type }) },
      children: target.children,
    };
  }
  for (const url of contentUrls(element)) {
    const tree = derivation.tree(url);
    if (tree) return { element, children: inheritedChildren(tree.children, derivation) };
  }
  return undefined;
};
