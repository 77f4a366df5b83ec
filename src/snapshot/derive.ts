import type { ElementDefinition, ElementDefinitionConstraint, ElementDefinitionSlicing } from 'fhir/r5.js';
import { checkElement } from './check-element.ts';
import { choiceName, choiceNode, choiceType, isChoice, slicedChoice } from './choice.ts';
import { typeUrl } from './definitions.ts';
import { type Derivation, report } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';
import { mergedElement } from './merge-element.ts';
import { withoutSuppressed } from './suppressed.ts';
import { asAnyExtension, isExtension, lowerMax, withTypeProfile } from './type-profile.ts';
import { unfold } from './unfold.ts';

/** What a differential says of an element, without what only the definition of a type can say. */
const constrained = (own: ElementDefinition, isOfExtension: boolean): ElementDefinition => {
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

/** An element of the base with what a node of the differential says of it and its children, not of its slices. */
const deriveEntry = (base: ElementNode, node: ElementNode, derivation: Derivation): ElementNode => {
  const element = deriveElement(base.element ?? { path: base.name }, node, derivation);
  const derived = { ...base, element };
  if (node.children.length === 0 && !node.common?.length) return derived;
  if (base.children.length > 0) {
    return { ...derived, children: deriveChildren(base.children, node, derivation) };
  }
  const unfolded = unfold(element, derivation);
  if (unfolded === undefined) {
    report(derivation, node, 'snapshot-content', 'the elements below it are not known', 'not-found');
    return derived;
  }
  return {
    ...derived,
    element: unfolded.element,
    children: deriveChildren(unfolded.children, node, derivation),
  };
};

const EXTENSION_SLICING: ElementDefinitionSlicing = {
  discriminator: [{ type: 'value', path: 'url' }],
  ordered: false,
  rules: 'open',
};

/** The slices a differential speaks of, a reslice `a/b` below the slice `a` even where that goes unmentioned. */
const withResliced = (base: ElementNode, slices: readonly ElementNode[]): readonly ElementNode[] => {
  const found: ElementNode[] = [];
  for (const slice of slices) {
    const owner = base.slices.find(
      ({ sliceName }) => slice.sliceName !== sliceName && slice.sliceName?.startsWith(`${sliceName}/`),
    );
    if (owner === undefined) {
      found.push(slice);
      continue;
    }
    const at = found.findIndex(({ sliceName }) => sliceName === owner.sliceName);
    const holder = found[at] ?? { ...owner, element: undefined, children: [], slices: [] };
    const added = { ...holder, position: slice.position, slices: [...holder.slices, slice] };
    if (at < 0) found.push(added);
    else found[at] = added;
  }
  return found;
};

/** What a new slice starts from: its element as the base has it, or for a reslice the slice it divides. */
const newSlice = (base: ElementNode, entry: ElementNode, own: ElementNode): ElementNode => {
  const from = base.sliceName === undefined ? base : entry;
  const { slicing: _, ...element } = from.element ?? { path: base.name };
  const type = isChoice(base.name) ? choiceType(from, own.sliceName) : undefined;
  const isOnly = type !== undefined && entry.element?.type?.length === 1;
  return {
    name: base.name,
    sliceName: own.sliceName,
    position: own.position,
    element: {
      ...(isExtension(base.name) && base.sliceName === undefined ? asAnyExtension(element) : element),
      ...(own.sliceName !== undefined && { sliceName: own.sliceName }),
      min: isOnly ? (element.min ?? 0) : 0,
      ...(type && { type: [type] }),
    },
    children: from.children,
    slices: [],
  };
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

const checkSlice = (
  base: ElementNode,
  entry: ElementNode,
  own: ElementNode,
  derivation: Derivation,
): void => {
  if (isChoice(base.name)) {
    if (choiceType(base, own.sliceName) === undefined) {
      const allowed = base.element?.type?.map(({ code }) => choiceName(base.name, code)).join(', ');
      report(
        derivation,
        own,
        'snapshot-type-slice',
        `${own.sliceName} is no slice by type; these are: ${allowed}`,
      );
    }
  } else if (base.element?.slicing?.rules === 'closed' && base.slices.length > 0) {
    report(derivation, own, 'snapshot-closed-slicing', 'the base has closed the slicing');
  } else if (entry.element?.slicing === undefined && !isExtension(base.name) && entry.element?.max !== '1') {
    report(derivation, own, 'snapshot-no-slicing', 'it is not said how the slices are told apart');
  }
};

/** How an element that cannot repeat may be sliced: by what it is, not by what it holds. */
const BY_KIND: readonly string[] = ['type', 'profile', 'exists', 'position'];

const checkSlicing = (
  base: ElementNode,
  node: ElementNode,
  slices: ReadonlyMap<string | undefined, ElementNode>,
  derivation: Derivation,
): void => {
  if (base.element?.max !== '1') return;
  const byContent = node.element?.slicing?.discriminator?.find(({ type }) => !BY_KIND.includes(type));
  if (byContent && !isChoice(base.name)) {
    report(
      derivation,
      node,
      'snapshot-single-slicing',
      `there is only one, to be sliced by ${byContent.path}`,
    );
  }
  const demanded = [...slices.values()].find(({ element }) => (element?.min ?? 0) > 0);
  const other = node.slices.find(
    ({ sliceName }) => sliceName !== demanded?.sliceName && slices.get(sliceName)?.element?.max !== '0',
  );
  if (isChoice(base.name) && demanded && other) {
    report(
      derivation,
      other,
      'snapshot-type-slice',
      `${demanded.sliceName} leaves no place for another type`,
    );
  }
};

/** The entry of a slicing with what the slices mean for it, as far as the differential does not say it. */
const withSlicing = (entry: ElementNode, isStated: boolean): ElementDefinition => {
  const element = entry.element ?? { path: entry.name };
  if (isChoice(entry.name)) {
    // An extension whose value is only spoken of by type has no other types.
    const isWhole = !isStated && element.base?.path === 'Extension.value[x]';
    return slicedChoice(entry.name, element, entry.slices, isWhole);
  }
  if (isStated && element.slicing !== undefined) return element;
  const least = entry.slices.reduce((sum, slice) => sum + (slice.element?.min ?? 0), 0);
  return {
    ...(isExtension(entry.name) && !isStated && element.slicing === undefined
      ? asAnyExtension(element)
      : element),
    ...(least > (element.min ?? 0) && { min: least }),
    ...(isExtension(entry.name) &&
      entry.sliceName === undefined && { slicing: element.slicing ?? EXTENSION_SLICING }),
  };
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
  const entry = deriveEntry(base, node, derivation);
  return node.slices.length > 0 ? deriveSlices(base, entry, node, derivation) : entry;
};

const baseOf = (children: readonly ElementNode[], { name }: ElementNode): number => {
  const same = children.findIndex((child) => child.name === name);
  return same >= 0
    ? same
    : children.findIndex((child) => isChoice(child.name) && choiceType(child, name) !== undefined);
};

/**
 * The invariants that every element has, and an extension besides, read from their roots as they were written.
 * Logical models state them where they have elements of their own.
 */
const rootConstraints = (node: ElementNode, derivation: Derivation): ElementDefinitionConstraint[] => {
  const types = node.element?.type ?? [];
  if (derivation.definition.kind === 'logical' && node.children.length === 0) return [];
  if (types.some(({ code }) => code.includes('System.') || code === 'Resource')) return [];
  const holders = types[0]?.code === 'Extension' ? ['Element', 'Extension'] : ['Element'];
  const constraints = holders.flatMap((type) => {
    const url = typeUrl(type);
    const definition = derivation.find(url);
    const [root] = (definition?.snapshot ?? definition?.differential)?.element ?? [];
    return root?.constraint?.map((one) => ({ ...one, source: one.source ?? url })) ?? [];
  });
  return [...new Map(constraints.map((one) => [one.key, one])).values()];
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

/** What is said of the same element by two nodes, of which the second goes before the first. */
const overlaid = (common: ElementNode, own: ElementNode): ElementNode => ({
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
    } else if (at < last) {
      report(
        derivation,
        node,
        'snapshot-order',
        'it stands after an element that it comes before in the base',
      );
    } else {
      last = at;
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
