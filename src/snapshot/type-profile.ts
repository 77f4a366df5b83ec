import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import type { Derivation } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';

const lower = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || one === '*'
    ? other
    : other === undefined || other === '*' || +one < +other
      ? one
      : other;

/** What the root of an extension's definition says of the elements that hold the extension. */
const asExtension = (base: ElementDefinition, root: ElementDefinition): ElementDefinition => {
  const { comment: _, requirements: __, alias: ___, mapping: ____, ...rest } = base;
  const max = lower(base.max, root.max);
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

const template = (
  { type, kind }: StructureDefinition,
  base: ElementDefinition,
  root: ElementDefinition,
): ElementDefinition =>
  type === 'Extension' ? asExtension(base, root) : kind === 'resource' ? asResource(base, root) : base;

/**
 * An element of the base as the profile of its type leaves it, where the differential names one profile of an
 * extension or a resource. What a data type's profile demands stays with that profile.
 */
export const withTypeProfile = (
  base: ElementDefinition,
  own: ElementDefinition,
  derivation: Derivation,
): ElementDefinition => {
  const [type, ...others] = own.type ?? [];
  const [profile, ...more] = type?.profile ?? [];
  if (profile === undefined || others.length + more.length > 0) return base;
  if (base.type?.[0]?.profile?.[0] === profile) return base;
  const definition = derivation.find(profile);
  const root: ElementNode | undefined = definition && derivation.tree(profile);
  return definition && root?.element ? template(definition, base, root.element) : base;
};
