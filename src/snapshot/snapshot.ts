import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { withoutVersion } from '../fhir/canonical.ts';
import type { Issue } from '../fhir/issue.ts';
import { type Find, inheritedTree } from './definitions.ts';
import { type Derivation, MAX_ELEMENTS, report } from './derivation.ts';
import { deriveChildren, deriveNode } from './derive.ts';
import { type ElementNode, elementCount, elementList, elementTree } from './element-tree.ts';
import { mergedElement } from './merge-element.ts';
import { inheritedChildren } from './unfold.ts';

/** What was made of a definition: nothing if there is no base to derive from; `issues` tell what is wrong in it. */
interface Made {
  readonly definition?: StructureDefinition | undefined;
  readonly issues: readonly Issue[];
}

/** How many definitions may be made for the sake of one: bases of bases, and profiles of types in them. */
const MAX_DEPTH = 64;

interface Snapshots {
  readonly made: WeakMap<StructureDefinition, Made>;
  readonly making: Set<StructureDefinition>;
}

/** The snapshots of the definitions that one `find` knows. */
const snapshots = new WeakMap<Find, Snapshots>();

const problem = (
  rule: string,
  text: string,
  definition: StructureDefinition,
  element: 'baseDefinition' | 'differential' = 'baseDefinition',
): Made => ({
  issues: [
    {
      severity: 'error',
      code: 'processing',
      rule,
      text,
      expression: `StructureDefinition.${element}`,
      profile: definition.url,
    },
  ],
});

/** The root of a new type: that of what it specialises, with what the differential says of it. */
const specializedRoot = (
  base: ElementDefinition | undefined,
  own: ElementDefinition,
  { kind, url }: StructureDefinition,
): ElementDefinition => {
  const min = own.min ?? base?.min ?? 0;
  const max = own.max ?? base?.max ?? '*';
  // A logical model's root is an element of the base; a type's is where its own elements begin.
  const origin = (kind === 'logical' && base?.base) || { path: own.path, min, max };
  return mergedElement({ path: own.path, ...base, base: origin, min, max }, own, url);
};

const derive = (base: ElementNode | undefined, node: ElementNode, derivation: Derivation): ElementNode => {
  if (
    node.element?.sliceName !== undefined ||
    node.element?.slicing !== undefined ||
    node.slices.length > 0
  ) {
    report(derivation, node, 'snapshot-root', 'the root of a definition cannot be sliced');
  }
  if (node.element?.type !== undefined && derivation.definition.kind !== 'logical') {
    report(derivation, node, 'snapshot-root', 'the root of a definition has no type of its own');
  }
  if (derivation.isSpecialization || base === undefined) {
    return {
      ...node,
      element: specializedRoot(base?.element, node.element ?? { path: node.name }, derivation.definition),
      children: deriveChildren(inheritedChildren(base?.children ?? [], derivation), node, derivation),
      slices: [],
    };
  }
  if (base.name !== node.name) {
    report(derivation, node, 'snapshot-root', `the paths of the base begin with ${base.name}`);
    return base;
  }
  return deriveNode(base, node, derivation);
};

/** The root's name of a definition whose differential is empty. */
const rootName = ({ type = '' }: StructureDefinition): string => type.split('/').at(-1) ?? type;

/** What is wrong in the order of the differential; what is said of all slices is wrong in each and told once. */
const issuesOf = ({ issues }: Derivation): readonly Issue[] => {
  const ordered = issues.toSorted((a, b) => a.position - b.position);
  return [...new Map(ordered.map(({ issue }) => [issue.text, issue])).values()];
};

const make = (definition: StructureDefinition, find: Find): Made => {
  const { baseDefinition } = definition;
  const known = (url: string): StructureDefinition | undefined => find(url) ?? find(withoutVersion(url));
  const base = baseDefinition === undefined ? undefined : known(baseDefinition);
  if (baseDefinition !== undefined && base === undefined) {
    return problem('snapshot-no-base', `The base definition ${baseDefinition} is not known`, definition);
  }
  if (definition.derivation === 'constraint' && base !== undefined && base.type !== definition.type) {
    const text = `${definition.url} is about ${definition.type}, but its base ${base.url} about ${base.type}`;
    return problem('snapshot-type', text, definition);
  }
  const madeBase = base && madeOnce(base, find);
  if (madeBase !== undefined && madeBase.definition === undefined) return madeBase;
  const baseTree = madeBase?.definition && inheritedTree(madeBase.definition);
  if (madeBase !== undefined && baseTree === undefined) {
    return problem('snapshot-broken-base', `The snapshot of ${baseDefinition} is out of order`, definition);
  }

  const derivation: Derivation = {
    definition,
    isSpecialization: definition.derivation !== 'constraint',
    find: known,
    tree: (url) => {
      const other = known(url);
      const complete = other && madeOnce(other, find).definition;
      return complete && inheritedTree(complete);
    },
    derived: { count: 0 },
    issues: [],
  };
  const elements = definition.differential?.element ?? [];
  const parsed = elementTree(elements.length > 0 ? elements : [{ path: rootName(definition) }]);
  if ('misplaced' in parsed) {
    const { misplaced, position } = parsed;
    report(
      derivation,
      { name: misplaced.path, element: misplaced, position, children: [], slices: [] },
      'snapshot-misplaced',
      'it repeats an element, its path lies too deep or does not begin as that of the first element',
      'structure',
    );
    return { issues: issuesOf(derivation) };
  }
  const tree = derive(baseTree, parsed, derivation);
  if (derivation.derived.count > MAX_ELEMENTS || elementCount(tree, MAX_ELEMENTS) > MAX_ELEMENTS) {
    const text = `The snapshot would have more than ${MAX_ELEMENTS} elements`;
    return problem('snapshot-size', text, definition, 'differential');
  }
  return {
    definition: { ...definition, snapshot: { element: [...elementList(tree)] } },
    issues: [...(madeBase?.issues ?? []), ...issuesOf(derivation)],
  };
};

/** Bases without a snapshot get one first; these are kept as long as the same `find` is used. */
const madeOnce = (definition: StructureDefinition, find: Find): Made => {
  if (definition.snapshot !== undefined) return { definition, issues: [] };
  const { made, making } = snapshots.get(find) ?? { made: new WeakMap(), making: new Set() };
  snapshots.set(find, { made, making });
  const known = made.get(definition);
  if (known !== undefined) return known;
  if (making.has(definition)) {
    return problem('snapshot-circular', `${definition.url} is its own base or part of it`, definition);
  }
  if (making.size > MAX_DEPTH) {
    return problem(
      'snapshot-depth',
      `${definition.url} is one of too many that build on each other`,
      definition,
    );
  }
  making.add(definition);
  try {
    const result = make(definition, find);
    if (result.definition) made.set(definition, result);
    return result;
  } finally {
    making.delete(definition);
  }
};

/**
 * A definition with its snapshot, made from its differential and its base; or what keeps it from being made.
 * A definition that comes with a snapshot stays as it is. https://hl7.org/fhir/R5/profiling.html#snapshot
 */
export const snapshot = (
  definition: StructureDefinition,
  find: Find,
): StructureDefinition | readonly Issue[] => {
  const { definition: complete, issues } = madeOnce(definition, find);
  return complete !== undefined && issues.length === 0 ? complete : issues;
};

/** A definition with its snapshot as far as it can be made: with what is wrong in its differential left aside or taken as it is said. */
export const possibleSnapshot = (
  definition: StructureDefinition,
  find: Find,
): StructureDefinition | undefined => madeOnce(definition, find).definition;
