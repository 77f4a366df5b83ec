import type { ElementDefinition } from 'fhir/r5.js';
import type { Derivation } from './derivation.ts';

/** The lower of two values of `max`. */
export const lowerMax = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || one === '*'
    ? other
    : other === undefined || other === '*' || +one < +other
      ? one
      : other;

/** What the root of an extension's definition says of the elements that hold the extension. */
const asExtension = (base: ElementDefinition, root: ElementDefinition): ElementDefinition => {
  const { comment: _, requirements: __, alias: ___, mapping: ____, ...rest } = base;
  const max = lowerMax(base.max, root.max);
  return {
    ...rest,
    ...(root.short !== undefined && { short: root.short }),
    ...(root.definition !== undefined && { definition: root.definition }),
    ...(root.comment !== undefined && { comment: root.comment }),
    ...(root.requirements !== undefined && { requirements: root.requirements }),
    ...(root.alias && { alias: root.alias }),
    ...(root.mapping && { mapping: root.mapping }),
    ...(root.condition && { condition: root.condition }),
    ...(root.constraint && { constraint: root.constraint }),
    ...(max !== undefined && { max }),
    ...(root.isModifier !== undefined && { isModifier: root.isModifier }),
    ...(root.isModifierReason !== undefined && { isModifierReason: root.isModifierReason }),
  };
};

/** What the root of a resource's profile says of an element that holds the resource: its texts. */
const asResource = (base: ElementDefinition, root: ElementDefinition): ElementDefinition => ({
  ...base,
  ...(root.short !== undefined && { short: root.short }),
  ...(root.definition !== undefined && { definition: root.definition }),
  ...(root.comment !== undefined && { comment: root.comment }),
  ...(root.alias && { alias: root.alias }),
  ...(root.mapping && { mapping: root.mapping }),
});

/** An element for extensions that a profile speaks of: what the base says of extensions at large is not said of it. */
export const asAnyExtension = (base: ElementDefinition): ElementDefinition => {
  const { comment: _, requirements: __, alias: ___, mapping: ____, ...rest } = base;
  return { ...rest, short: 'Extension', definition: 'An Extension' };
};

/** Whether an element holds extensions, by the last part of its path. */
export const isExtension = (name: string): boolean => name === 'extension' || name === 'modifierExtension';

/**
 * An element of the base as the profile of its type leaves it, where the differential names one profile of an
 * extension or a resource. What a data type's profile demands stays with that profile.
 */
export const withTypeProfile = (
  base: ElementDefinition,
  own: ElementDefinition,
  derivation: Derivation,
): ElementDefinition => {
  const types = own.type ?? [];
  const [profile, ...others] = types.flatMap((type) => type.profile ?? []);
  const isKept = base.type?.[0]?.profile?.[0] === profile && base.sliceName !== undefined;
  const definition =
    profile !== undefined && types.length + others.length === 1 && !isKept
      ? derivation.find(profile)
      : undefined;
  const root = definition && derivation.tree(definition.url)?.element;
  if (definition?.type === 'Extension' && root) return asExtension(base, root);
  if (definition?.kind === 'resource' && root) return asResource(base, root);
  const name = own.path.split('.').at(-1) ?? '';
  return (isExtension(name) || own.path === 'Extension') && base.sliceName === undefined
    ? asAnyExtension(base)
    : base;
};
