import { checkAttachment } from './attachment.ts';
import { checkBinding, checkCoding } from './binding.ts';
import { checkBundle } from './bundle.ts';
import { checkCanonicalUrl } from './canonical-url.ts';
import { checkContained } from './contained.ts';
import { extensionDefinition } from './extension.ts';
import { checkIdentifier } from './identifier.ts';
import { checkIds } from './ids.ts';
import { asObject, asString, type Instance } from './instance.ts';
import { checkInvariants } from './invariant.ts';
import { checkKnownUrl } from './known-url.ts';
import { checkMeta } from './meta.ts';
import { checkNarrative } from './narrative.ts';
import { vitalSignProfile } from './observation.ts';
import { hasBinding, hasConstraints, hasReference, hasTypeProfiles, hasValue, planOf } from './plan.ts';
import { checkDefinition, checkProfile, checkTypeProfiles } from './profile.ts';
import { checkFragment, checkReference } from './reference.ts';
import { RESOURCE_RULES } from './resource/rules.ts';
import type { Check, Run } from './run.ts';
import type { StructureDefinition } from './structure-definition.ts';
import { checkValue } from './value.ts';

/** Checks by what an element's definition says. */
const elementPlan = planOf([
  { check: checkValue, concerns: hasValue },
  { check: checkBinding, concerns: hasBinding },
  { check: checkReference, concerns: hasReference },
  {
    check: (check) => checkInvariants({ ...check, element: check.run.definitions.referenced(check.element) }),
    concerns: (element) => hasConstraints(element) || element.contentReference !== undefined,
  },
  { check: checkTypeProfiles, concerns: hasTypeProfiles },
]);

const checkExtension = (check: Check): void => {
  const known = extensionDefinition(check);
  if (known) checkDefinition(check.instance, known, check.run);
};

/** Checks by what an element is, beside the invariants of its type. */
const TYPE_CHECKS: ReadonlyMap<string, (check: Check) => void> = new Map([
  ['Attachment', checkAttachment],
  ['canonical', checkFragment],
  ['Coding', checkCoding],
  ['Identifier', checkIdentifier],
  ['Meta', checkMeta],
  ['Quantity', checkCoding],
  ['uri', checkKnownUrl],
  ['url', checkKnownUrl],
  ['xhtml', checkNarrative],
]);

/** Checks an element, whose structure has been checked, by its own type and what its owner's type says of it. */
const checkElement = (instance: Instance, definition: StructureDefinition, run: Run): void => {
  const { element, type } = instance;
  const plan = elementPlan(element);
  if (plan.length > 0) {
    const check = { run, instance, element, definition };
    for (const one of plan) one(check);
  }
  if (instance.isResource) {
    checkResource(instance, run);
    return;
  }
  const ofType = TYPE_CHECKS.get(type);
  if (ofType) ofType({ run, instance, element, definition });
  const known = run.definitions.type(type);
  if (known?.root.constraints) checkInvariants({ run, instance, element: known.root, definition: known });
  if (type === 'Extension') checkExtension({ run, instance, element, definition });
  for (const list of instance.lists) for (const child of list) checkElement(child, definition, run);
};

/** Checks a resource by its type and the profiles it claims: https://hl7.org/fhir/R5/resource.html#Meta */
export const checkResource = (resource: Instance, run: Run): void => {
  const base = run.definitions.type(resource.type);
  if (base === undefined) return;
  const check = { run, instance: resource, element: base.root, definition: base };
  checkContained(check);
  checkIds(resource, run);
  checkCanonicalUrl(check);
  checkBundle(check);
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
