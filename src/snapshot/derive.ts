import type { ElementDefinition } from 'fhir/r5.js';
import { checkElement } from './check-element.ts';
import { checkSlice, checkSlicing } from './check-slicing.ts';
import { choiceNode, choiceType, isChoice } from './choice.ts';
import { type Derivation, MAX_ELEMENTS, report } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';
import { mergedElement } from './merge-element.ts';
import { rootConstraints } from './root-constraints.ts';
import { newSlice, withResliced, withSlicing } from './slicing.ts';
import { constrained, overlaid } from './statement.ts';
import { withoutSuppressed } from './suppressed.ts';
import { isExtension, lowerMax, withTypeProfile } from './type-profile.ts';
import { type Unfolded, unfold } from './unfold.ts';

const deriveElement = (
  base: ElementDefinition,
  node: ElementNode,
  derivation: Derivation,
): ElementDefinition => {
  if (node.element === undefined) return base;
  const isOfExtension = isExtension(node.name) || node.name === 'Extension';
  const own = derivation.isSpecialization ? node.element : constrained(node.element, isOfExtension);
  const template = withTypeProfile(base, own, derivation);
  const merged = mergedElement(...withoutSuppressed(template, own), derivation.definition.url);
  checkElement(base, merged, node, derivation);
  // An extension says itself how often it may be there at most.
  const max = isOfExtension ? lowerMax(merged.max, template.max) : merged.max;
  return max === undefined ? merged : { ...merged, max };
};

/** The children an element has to be spoken of: those listed, or those of its type; what a new type groups has none yet. */
const unfolded = (
  node: ElementNode,
  element: ElementDefinition,
  derivation: Derivation,
): Unfolded | undefined => {
  if (node.children.length > 0) return { element, children: node.children };
  const isGroup = derivation.isSpecialization && !element.type && !element.contentReference;
  return isGroup ? { element, children: [] } : unfold(element, derivation);
};

/** An element of the base with what a node of the differential says of it and its children, not of its slices. */
const deriveEntry = (base: ElementNode, node: ElementNode, derivation: Derivation): ElementNode => {
  const element = deriveElement(base.element ?? { path: base.name }, node, derivation);
  const derived = { ...base, element };
  if (node.children.length === 0 && !node.common?.length) return derived;
  const whole = unfolded(base, element, derivation);
  if (whole === undefined) {
    report(derivation, node, 'snapshot-content', 'the elements below it are not known', 'not-found');
    return derived;
  }
  return { ...derived, element: whole.element, children: deriveChildren(whole.children, node, derivation) };
};

/** A slice, of which holds what is said of the children of all slices, and which cannot be more than all of them. */
const deriveSlice = (
  start: ElementNode,
  entry: ElementNode,
  node: ElementNode,
  own: ElementNode,
  derivation: Derivation,
): ElementNode => {
  const common = [...(node.common ?? []), ...node.children, ...(own.common ?? [])];
  const slice = deriveNode(start, { ...own, common }, derivation);
  const max = lowerMax(slice.element?.max, entry.element?.max);
  return max === undefined || slice.element === undefined
    ? slice
    : { ...slice, element: { ...slice.element, max } };
};

const deriveSlices = (
  base: ElementNode,
  entry: ElementNode,
  node: ElementNode,
  derivation: Derivation,
): ElementNode => {
  const said = withResliced(base, node.slices);
  const derived = new Map<string | undefined, ElementNode>();
  for (const own of said) {
    const inherited = base.slices.find(({ sliceName }) => sliceName === own.sliceName);
    if (inherited === undefined) checkSlice(base, entry, own, derivation);
    derived.set(
      own.sliceName,
      deriveSlice(inherited ?? newSlice(base, entry, own), entry, node, own, derivation),
    );
  }
  checkSlicing(base, node, derived, derivation);
  const before = base.slices.map((slice) => derived.get(slice.sliceName) ?? slice);
  const added = [...derived.values()].filter((slice) =>
    base.slices.every(({ sliceName }) => sliceName !== slice.sliceName),
  );
  // A slicing of elements defined elsewhere shows what is sliced.
  const children =
    entry.children.length === 0 && base.slices.length === 0 && entry.element?.contentReference !== undefined
      ? (unfold(entry.element, derivation)?.children ?? [])
      : entry.children;
  const sliced = {
    ...entry,
    children,
    slices: isChoice(base.name) ? [...added, ...before] : [...before, ...added],
  };
  return { ...sliced, element: withSlicing(sliced, node.element !== undefined) };
};

/** An element of the base with what a node of the differential says of it, its children and its slices. */
export const deriveNode = (base: ElementNode, node: ElementNode, derivation: Derivation): ElementNode => {
  derivation.derived.count++;
  if (derivation.derived.count > MAX_ELEMENTS) return base;
  const entry = deriveEntry(base, node, derivation);
  return node.slices.length > 0 ? deriveSlices(base, entry, node, derivation) : entry;
};

const baseOf = (children: readonly ElementNode[], { name }: ElementNode): number => {
  const same = children.findIndex((child) => child.name === name);
  return same >= 0
    ? same
    : children.findIndex((child) => isChoice(child.name) && choiceType(child, name) !== undefined);
};

/** An element that a specialisation adds, with what every element has. */
const newElement = (node: ElementNode, derivation: Derivation): ElementNode => {
  const own = node.element ?? { path: node.name };
  const constraint = rootConstraints(node, derivation);
  const element = mergedElement(
    {
      path: own.path,
      base: { path: own.path, min: own.min ?? 0, max: own.max ?? '*' },
      ...(constraint.length > 0 && { constraint }),
    },
    own,
    derivation.definition.url,
  );
  return deriveNode(
    { ...node, element, children: [], slices: [] },
    { ...node, element: undefined },
    derivation,
  );
};

/** The children of an element with what the differential says of them, in the base's order, then the new ones. */
export const deriveChildren = (
  children: readonly ElementNode[],
  { children: nodes, common = [] }: Pick<ElementNode, 'children' | 'common'>,
  derivation: Derivation,
): readonly ElementNode[] => {
  const said = new Map<number, ElementNode[]>();
  const added: ElementNode[] = [];
  let last = 0;
  for (const node of nodes) {
    const at = baseOf(children, node);
    if (at < 0) {
      if (derivation.isSpecialization) added.push(newElement(node, derivation));
      else report(derivation, node, 'snapshot-unknown-element', 'the base has no such element', 'not-found');
    } else {
      if (at < last) {
        const text = 'it stands after an element that it comes before in the base';
        report(derivation, node, 'snapshot-order', text);
      }
      last = Math.max(last, at);
      said.set(at, [...(said.get(at) ?? []), node]);
    }
  }
  const derived = children.map((child, at) => {
    const own = said.get(at) ?? [];
    const ofAll = common.filter((node) => baseOf(children, node) === at);
    if (own.length + ofAll.length === 0) return child;
    const nodes = isChoice(child.name)
      ? [ofAll, own].filter(({ length }) => length > 0).map((some) => choiceNode(child, some))
      : [...ofAll, ...own];
    return deriveNode(child, nodes.reduce(overlaid), derivation);
  });
  return [...derived, ...added];
};
