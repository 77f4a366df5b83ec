import { checkAttachment } from './attachment.ts';
import { checkBinding, checkCoding } from './binding.ts';
import { checkBundleEntry } from './bundle.ts';
import { checkCanonicalUrl } from './canonical-url.ts';
import { checkContained } from './contained.ts';
import { extensionDefinition } from './extension.ts';
import { checkIdentifier } from './identifier.ts';
import { checkIds } from './ids.ts';
import { asObject, asString, type Instance } from './instance.ts';
import { checkInvariants } from './invariant.ts';
import { checkMeta } from './meta.ts';
import { checkNarrative } from './narrative.ts';
import { vitalSignProfile } from './observation.ts';
import { checkDefinition, checkProfile, checkTypeProfiles } from './profile.ts';
import { checkFragment, checkReference } from './reference.ts';
import { RESOURCE_RULES } from './resource/rules.ts';
import type { Run } from './run.ts';
import type { StructureDefinition } from './structure-definition.ts';
import { checkValue } from './value.ts';

/** Checks an element, whose structure has been checked, by its own type and what its owner's type says of it. */
const checkElement = (instance: Instance, definition: StructureDefinition, run: Run): void => {
  const check = { run, instance, element: instance.element, definition };
  checkValue(check);
  checkBinding(check);
  checkReference(check);
  checkInvariants({ ...check, element: run.definitions.referenced(instance.element) });
  checkTypeProfiles(check);
  if (instance.isResource) {
    checkResource(instance, run);
    return;
  }
  checkBundleEntry(check);
  checkCoding(check);
  checkNarrative(check);
  checkAttachment(check);
  checkMeta(check);
  checkIdentifier(check);
  checkFragment(check);
  const type = run.definitions.type(instance.type);
  if (type) checkInvariants({ ...check, element: type.root, definition: type });
  if (instance.type === 'Extension') {
    const known = extensionDefinition(check);
    if (known) checkDefinition(instance, known, run);
  }
  for (const child of instance.all()) checkElement(child, definition, run);
};

/** Checks a resource by its type and the profiles it claims: https://hl7.org/fhir/R5/resource.html#Meta */
export const checkResource = (resource: Instance, run: Run): void => {
  const base = run.definitions.type(resource.type);
  if (base === undefined) return;
  const check = { run, instance: resource, element: base.root, definition: base };
  checkContained(check);
  checkIds(resource, run);
  checkCanonicalUrl(check);
  if (run.isSound) RESOURCE_RULES.get(resource.type)?.(check);
  checkInvariants(check);
  for (const child of resource.all()) checkElement(child, base, run);
  const claimed = asObject(asObject(resource.value)?.meta)?.profile;
  for (const canonical of Array.isArray(claimed) ? claimed : []) {
    const url = asString(canonical);
    if (url !== undefined) checkProfile(resource, url, run, 'warning');
  }
  const vitalSign = vitalSignProfile(resource);
  if (vitalSign !== undefined) checkProfile(resource, vitalSign, run, 'warning');
};
