import type { Conforms } from './discriminator.ts';
import { asObject, asString, type Instance } from './instance.ts';
import { resolveAtHand } from './resolve.ts';
import type { Check } from './run.ts';

const outermost = (instance: Instance): Instance => {
  let at = instance;
  while (at.parent) at = at.parent;
  return at;
};

/** Checks that the resource that a reference leads to conforms to one of the target profiles: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.type.targetProfile */
export const checkTargetProfiles = (
  { run, instance, element, definition }: Check,
  conforms: Conforms,
): void => {
  const targets = element.types.find(({ code }) => code === instance.type)?.targetProfiles;
  if (targets === undefined) return;
  const profiles = targets.map((url) => run.definitions.structureDefinition(url));
  // One that is not known might be met, and one that is a type asks for no more than the type.
  if (!profiles.every((profile) => profile?.derivation === 'constraint')) return;
  const value = asObject(instance.value);
  const reference = asString(
    (instance.type === 'CodeableReference' ? asObject(value?.reference) : value)?.reference,
  );
  const target = reference === undefined ? undefined : resolveAtHand(reference, instance, run);
  if (target === undefined) return;
  const there = { ...run, root: outermost(target) };
  if (profiles.some((profile) => conforms(target, profile!, there))) return;
  const text = `What ${reference} leads to conforms to none of ${targets.join(', ')}`;
  run.report({ severity: 'error', code: 'structure', rule: 'reference-profile', text }, instance, definition);
};
