import type { Definitions } from './definitions.ts';
import type { Check } from './run.ts';
import type { ElementDefinition, StructureDefinition } from './structure-definition.ts';

/** A check of an element. */
export type CheckOne = (check: Check) => void;

/** A check, and which elements, of which type if that is known, it can find anything at. */
export interface Planned {
  readonly check: CheckOne;
  readonly concerns: (element: ElementDefinition, type?: string) => boolean;
}

/** Of some checks those that concern an element. */
export const planOf = (
  all: readonly Planned[],
  element: ElementDefinition,
  type?: string,
): readonly CheckOne[] => all.filter(({ concerns }) => concerns(element, type)).map(({ check }) => check);

/** Whether a definition says anything of the value itself. */
export const hasValue = ({ fixed, pattern, maxLength }: ElementDefinition): boolean =>
  fixed !== undefined || pattern !== undefined || maxLength !== undefined;

/** Whether it says more of the value, as profiles can. */
export const hasValueRules = ({
  minValue,
  maxValue,
  minLength,
  regex,
  mustHaveValue,
}: ElementDefinition): boolean =>
  [minValue, maxValue, minLength, regex, mustHaveValue].some((rule) => rule !== undefined);

export const hasBinding = ({ binding, additionalBindings }: ElementDefinition): boolean =>
  binding !== undefined || additionalBindings !== undefined;

export const hasReference = ({ types }: ElementDefinition, of?: string): boolean =>
  types.some(
    ({ code }) => (code === 'Reference' || code === 'CodeableReference') && (of === undefined || code === of),
  );

export const hasAggregation = ({ types }: ElementDefinition): boolean =>
  types.some(({ aggregation }) => aggregation !== undefined);

export const hasTargetProfiles = ({ types }: ElementDefinition): boolean =>
  types.some(({ targetProfiles }) => targetProfiles !== undefined);

export const hasConstraints = ({ constraints }: ElementDefinition): boolean => constraints !== undefined;

/** Whether it is an extension that is made of others. */
export const hasExtensionParts = ({ path, children }: ElementDefinition): boolean =>
  path.startsWith('Extension') &&
  children?.some(({ name, slices }) => name === 'extension' && slices) === true;

export const hasTypeProfiles = ({ types }: ElementDefinition): boolean =>
  types.some(({ profiles }) => profiles !== undefined);

/** What an element of a profile can say that may be no more than the type says. */
const REPEATED = new Set(['binding', 'children', 'max', 'min', 'name', 'path', 'slicing', 'types']);

const UNBOUNDED = Number.POSITIVE_INFINITY;

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const childOf = (
  base: ElementDefinition | undefined,
  name: string,
  definitions: Definitions,
): ElementDefinition | undefined => {
  const [type, ...others] = base?.types ?? [];
  const ofType = type && others.length === 0 ? definitions.type(type.code)?.root.children : undefined;
  return (base?.children ?? ofType)?.find((child) => child.name === name);
};

/** Whether the profile of a resource says nothing of an element, or of what is in it, that its type does not say. */
const addsNothing = (
  element: ElementDefinition,
  base: ElementDefinition | undefined,
  definitions: Definitions,
): boolean => {
  if (base === undefined || Object.keys(element).some((key) => !REPEATED.has(key))) return false;
  const { min, max = UNBOUNDED, slicing, binding, types, children = [] } = element;
  return (
    (min === 0 || min === base.min) &&
    max >= (base.max ?? UNBOUNDED) &&
    slicing?.rules !== 'closed' &&
    isEqual(types, base.types) &&
    (binding === undefined || isEqual(binding, base.binding)) &&
    children.every((child) => addsNothing(child, childOf(base, child.name, definitions), definitions))
  );
};

/** What the type says of an element of a profile. */
const bases = new WeakMap<ElementDefinition, ElementDefinition | undefined>();

/** The children of an element, which may be defined elsewhere. */
export const childrenIn = (
  element: ElementDefinition,
  definition: StructureDefinition,
  definitions: Definitions,
): readonly ElementDefinition[] => definitions.referenced(element, definition).children ?? [];

/** Those of its children that the profile of a resource says more of than the type, by which the resource has been checked. */
export const furtherChildren = (
  element: ElementDefinition,
  definition: StructureDefinition,
  definitions: Definitions,
): readonly ElementDefinition[] => {
  const own = definitions.referenced(element, definition);
  const { root, type } = definition;
  const base = own === root ? definitions.type(type)?.root : bases.get(own);
  return (own.children ?? []).filter((child) => {
    const ofType = childOf(base, child.name, definitions);
    for (const one of [child, ...Object.values(child.slices ?? {})]) bases.set(one, ofType);
    // A resource without anything is not told what it needs by its type.
    return (own === root && child.min > 0) || !addsNothing(child, ofType, definitions);
  });
};
