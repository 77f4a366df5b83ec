import type {
  ElementDefinition,
  ElementDefinitionBinding,
  ElementDefinitionConstraint,
  ElementDefinitionMapping,
  ElementDefinitionType,
} from 'fhir/r5.js';
import { mergedExtensions } from './inherited-extension.ts';

/** The name of a property of a choice that an element states: `fixedCode` of `fixed[x]`. */
export const choiceProperty = (element: object, name: string): string | undefined =>
  Object.keys(element).find((key) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length)));

/** Text that begins with three dots goes on from that of the base. */
const mergedText = (base: string | undefined, own: string): string =>
  own.startsWith('...') && base !== undefined ? `${base}\r\n${own.slice(3)}` : own;

/** Two lists as one, without those of the second that are in the first; `key` says which are the same. */
const union = <T>(base: readonly T[] = [], own: readonly T[] = [], key: (one: T) => string): T[] => {
  const known = new Set(base.map(key));
  return [...base, ...own.filter((one) => !known.has(key(one)))];
};

/** What is bound stays, unless said otherwise; what was said of it holds only for the base's binding. */
const mergedBinding = (
  base: ElementDefinitionBinding | undefined,
  own: ElementDefinitionBinding,
): ElementDefinitionBinding => {
  if (base === undefined) return own;
  const additional = union(base.additional, own.additional, (one) => JSON.stringify(one));
  return {
    ...own,
    strength: own.strength ?? base.strength,
    ...(base.valueSet !== undefined && { valueSet: own.valueSet ?? base.valueSet }),
    ...(additional.length > 0 && { additional }),
  };
};

const mergedConstraints = (
  base: readonly ElementDefinitionConstraint[] = [],
  own: readonly ElementDefinitionConstraint[],
  source: string,
): ElementDefinitionConstraint[] =>
  union(
    base,
    own.map((one) => ({ ...one, source: one.source ?? source })),
    ({ key }) => key,
  );

/** Mappings to one specification as one, the nearest first. */
const mergedMappings = (
  base: readonly ElementDefinitionMapping[] = [],
  own: readonly ElementDefinitionMapping[],
): ElementDefinitionMapping[] => {
  const all = [...own, ...base];
  const nearest = new Map(all.toReversed().map((mapping) => [mapping.identity, mapping]));
  return [...new Set(all.map(({ identity }) => identity))].map((identity) => {
    const maps = all.filter((mapping) => mapping.identity === identity).map(({ map }) => map.trim());
    return { ...nearest.get(identity)!, map: [...new Set(maps)].join(',') };
  });
};

/** A type as a profile states it keeps what the base's type says of itself beyond profiles and targets. */
const mergedTypes = (
  base: readonly ElementDefinitionType[] = [],
  own: readonly ElementDefinitionType[],
): ElementDefinitionType[] =>
  own.map((type) => {
    const from = base.find(({ code }) => code === type.code);
    const extension = mergedExtensions(from?.extension, type.extension);
    return extension.length > 0 ? { ...type, extension } : type;
  });

/** Properties with a type in their names: an element has one of each. */
const CHOICES = ['fixed', 'pattern', 'minValue', 'maxValue', 'defaultValue'];

/** An element of a base with what a differential says of it; `source` is the URL of the profile that says it. */
export const mergedElement = (
  base: ElementDefinition,
  own: ElementDefinition,
  source: string,
): ElementDefinition => {
  const { id: _, path: __, base: ___, extension, binding, ...properties } = own;
  const merged: ElementDefinition & Record<string, unknown> = { ...base, ...properties };
  for (const name of CHOICES) {
    const before = choiceProperty(base, name);
    const now = choiceProperty(own, name);
    if (before !== undefined && now !== undefined && before !== now) delete merged[before];
  }
  for (const name of ['definition', 'comment', 'requirements', 'label', 'meaningWhenMissing'] as const) {
    if (own[name] !== undefined) merged[name] = mergedText(base[name], own[name]);
  }
  if (extension) merged.extension = mergedExtensions(base.extension, extension);
  if (own.slicing && base.slicing) merged.slicing = { ...base.slicing, ...own.slicing };
  if (own.type) merged.type = mergedTypes(base.type, own.type);
  if (binding) merged.binding = mergedBinding(base.binding, binding);
  if (own.alias) merged.alias = union(base.alias, own.alias, (one) => one);
  if (own.condition) merged.condition = union(base.condition, own.condition, (one) => one);
  if (own.valueAlternatives) {
    merged.valueAlternatives = union(base.valueAlternatives, own.valueAlternatives, (one) => one);
  }
  if (own.code) merged.code = union(base.code, own.code, (one) => `${one.system}|${one.code}`);
  if (own.example) merged.example = union(base.example, own.example, (one) => JSON.stringify(one));
  if (own.mapping) merged.mapping = mergedMappings(base.mapping, own.mapping);
  if (own.constraint) merged.constraint = mergedConstraints(base.constraint, own.constraint, source);
  return merged;
};
