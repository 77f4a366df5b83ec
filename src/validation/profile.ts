import { checkAggregation } from './aggregation.ts';
import { checkBinding } from './binding.ts';
import { checkExtensionParts } from './extension.ts';
import type { Instance } from './instance.ts';
import { checkInvariants } from './invariant.ts';
import {
  type CheckOne,
  childrenIn,
  furtherChildren,
  hasAggregation,
  hasBinding,
  hasConstraints,
  hasExtensionParts,
  hasReference,
  hasTargetProfiles,
  hasTypeProfiles,
  hasValue,
  hasValueRules,
  type Planned,
  planOf,
} from './plan.ts';
import { checkReference } from './reference.ts';
import type { Check, Run } from './run.ts';
import { slices } from './slicing.ts';
import type { ElementDefinition, StructureDefinition } from './structure-definition.ts';
import { checkTargetProfiles } from './target-profile.ts';
import { checkValue } from './value.ts';
import { checkValueRules } from './value-rules.ts';

/** Checks an element against a profile or an extension's definition; what its base type says of it is checked elsewhere. */
const checkDefinition = (instance: Instance, definition: StructureDefinition, run: Run): void => {
  const checked = run.checked.get(instance) ?? new Set();
  if (checked.has(definition)) return;
  run.checked.set(instance, checked.add(definition));
  checkElement(instance, nodeOf(definition.root), definition, run);
};

/** Checks an extension by its definition, which nothing else does. */
export const checkExtensionDefinition = (
  instance: Instance,
  definition: StructureDefinition,
  run: Run,
): void => checkElement(instance, nodeOf(definition.root), definition, run);

/** Whether an element conforms; nothing is reported. */
const conforms = (instance: Instance, definition: StructureDefinition, run: Run): boolean => {
  if (definition.type !== instance.type && !definition.abstract) return false;
  if (definition.derivation === 'specialization') return true;
  let isValid = true;
  checkDefinition(instance, definition, {
    ...run,
    isTrial: true,
    checked: new Map(),
    report: ({ severity }) => {
      if (severity === 'error' || severity === 'fatal') isValid = false;
    },
  });
  return isValid;
};

/** Checks by what an element of a definition says. */
const CHECKS: readonly Planned[] = [
  { check: checkValue, concerns: hasValue },
  { check: checkValueRules, concerns: hasValueRules },
  { check: checkBinding, concerns: hasBinding },
  { check: checkReference, concerns: hasReference },
  { check: checkAggregation, concerns: hasAggregation },
  { check: (check) => checkTargetProfiles(check, conforms), concerns: hasTargetProfiles },
  { check: checkInvariants, concerns: hasConstraints },
  { check: checkExtensionParts, concerns: hasExtensionParts },
  { check: (check) => checkTypeProfiles(check), concerns: hasTypeProfiles },
];

/** An element of a definition, with what has to be done about it. */
interface Node {
  readonly element: ElementDefinition;
  readonly name: string;
  readonly min: number;
  readonly isSliced: boolean;
  /** The first of the types that it may be of, which is the only one of most. */
  readonly type: string | undefined;
  readonly checks: readonly CheckOne[];
  /** Those of its children that there is something to do about; `further` of a resource that its type has checked. */
  children: readonly Node[] | undefined;
  further: readonly Node[] | undefined;
}

const nodes = new WeakMap<ElementDefinition, Node>();

const nodeOf = (element: ElementDefinition): Node => {
  let node = nodes.get(element);
  if (node === undefined) {
    const { name, min, slices: sliced, types } = element;
    const checks = planOf(CHECKS, element);
    node = {
      ...{ element, name, min, isSliced: sliced !== undefined, type: types[0]?.code, checks },
      ...{ children: undefined, further: undefined },
    };
    nodes.set(element, node);
  }
  return node;
};

/** The children of an element that a definition has to be asked about. */
const childrenOf = (node: Node, definition: StructureDefinition, run: Run): readonly Node[] => {
  const isFurther = definition.kind === 'resource' || definition.type === 'Extension';
  if (run.isTrial || !run.isReadable || !isFurther) {
    // What a data type's profile says is told before what the type itself says.
    node.children ??= childrenIn(node.element, definition, run.definitions).map(nodeOf);
    return node.children;
  }
  node.further ??= furtherChildren(node.element, definition, run.definitions).map(nodeOf);
  return node.further;
};

const checkElement = (instance: Instance, node: Node, definition: StructureDefinition, run: Run): void => {
  const { checks } = node;
  if (checks.length > 0) {
    const check = { run, instance, element: node.element, definition };
    for (let at = 0; at < checks.length; at += 1) checks[at]!(check);
  }
  if (node.type !== undefined && node.type !== instance.type) {
    checkAllowedType(instance, node.element, definition, run);
  }
  const children = childrenOf(node, definition, run);
  for (let at = 0; at < children.length; at += 1) checkChild(instance, children[at]!, definition, run);
};

/** Checks an element by the profiles that a definition has for its type. */
export const checkTypeProfiles = ({ run, instance, element, definition }: Check): void => {
  if (!element.types.some(({ profiles }) => profiles)) return;
  const supertypes = run.definitions.type(instance.type)?.supertypes ?? [];
  const type = element.types.find(
    ({ code, profiles }) => profiles && (code === instance.type || supertypes.includes(code)),
  );
  if (type?.profiles === undefined) return;
  const profiles = type.profiles
    .map((url) => run.definitions.structureDefinition(url))
    .filter((profile) => profile !== undefined);
  const [only, ...others] = profiles;
  if (only === undefined || only.type === 'Extension') return;
  if (others.length === 0 && (only.type === instance.type || supertypes.includes(only.type))) {
    checkDefinition(instance, only, run);
  } else if (!profiles.some((profile) => conforms(instance, profile, run))) {
    const text = `The element conforms to none of ${profiles.map(({ url }) => url).join(', ')}`;
    run.report({ severity: 'error', code: 'structure', rule: 'type-profile', text }, instance, definition);
  }
};

/** Checks that an element is of one of the types that a definition lets it be of. */
const checkAllowedType = (
  instance: Instance,
  element: ElementDefinition,
  definition: StructureDefinition,
  run: Run,
): void => {
  if (element === definition.root) return;
  const codes = element.types.map(({ code }) => code);
  if (codes.includes(instance.type)) return;
  const supertypes = run.definitions.type(instance.type)?.supertypes ?? [];
  if (codes.some((code) => supertypes.includes(code))) return;
  const text = `The type ${instance.type} is not allowed here, only ${codes.join(', ')}`;
  run.report({ severity: 'error', code: 'structure', rule: 'type', text }, instance, definition);
};

const checkChild = (instance: Instance, child: Node, definition: StructureDefinition, run: Run): void => {
  const items = instance.children(child.name);
  const { element } = child;
  if (items.length === 0 && child.min === 0 && !child.isSliced) return;
  checkCardinality(instance, definition, run, element, child.name, items.length);
  if (child.isSliced) {
    const check = { run, instance, element, definition };
    for (const slice of slices(check, element, items, conforms)) {
      const { length } = slice.items;
      if (length === 0 && slice.element.min === 0) continue;
      checkCardinality(instance, definition, run, slice.element, `${child.name}:${slice.name}`, length);
      const node = nodeOf(slice.element);
      for (const item of slice.items) checkElement(item, node, definition, run);
    }
  }
  for (let at = 0; at < items.length; at += 1) checkElement(items[at]!, child, definition, run);
};

/** Checks how many there are: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.min */
const checkCardinality = (
  instance: Instance,
  definition: StructureDefinition,
  run: Run,
  { min, max }: ElementDefinition,
  name: string,
  count: number,
): void => {
  if (count < min) {
    const text = `${name}: at least ${min} required, ${count} found`;
    run.report({ severity: 'error', code: 'required', rule: 'cardinality-min', text }, instance, definition);
  }
  if (max !== undefined && count > max) {
    const text = `${name}: at most ${max} allowed, ${count} found`;
    run.report({ severity: 'error', code: 'structure', rule: 'cardinality-max', text }, instance, definition);
  }
};

/** Checks a resource against one profile; `unknown` is how bad it is that the profile is not known. */
export const checkProfile = (
  resource: Instance,
  canonical: string,
  run: Run,
  unknown: 'error' | 'warning',
): void => {
  const profile = run.definitions.structureDefinition(canonical);
  const base = run.definitions.type(resource.type);
  if (base === undefined) return;
  if (profile === undefined) {
    const text = `The profile ${canonical} is unknown`;
    run.report({ severity: unknown, code: 'not-found', rule: 'profile-unknown', text }, resource, base);
  } else if (profile.type !== resource.type && !base.supertypes.includes(profile.type)) {
    const text = `The profile ${canonical} is for ${profile.type}, not for ${resource.type}`;
    run.report({ severity: 'error', code: 'invalid', rule: 'profile-type', text }, resource, base);
  } else if (profile.derivation === 'constraint') {
    checkDefinition(resource, profile, run);
  }
};
