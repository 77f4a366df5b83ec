import { checkAttachment } from './attachment.ts';
import { checkBinding, checkCoding } from './binding.ts';
import { checkBundle } from './bundle.ts';
import { checkCanonicalUrl } from './canonical-url.ts';
import { checkContained } from './contained.ts';
import type { Definitions } from './definitions.ts';
import { extensionDefinition } from './extension.ts';
import { checkIdentifier } from './identifier.ts';
import { checkIds } from './ids.ts';
import { asObject, asString, type Instance } from './instance.ts';
import { checkConstraints, checkInvariants } from './invariant.ts';
import { checkKnownUrl } from './known-url.ts';
import { checkMeta } from './meta.ts';
import { checkNarrative } from './narrative.ts';
import { vitalSignProfile } from './observation.ts';
import {
  type CheckOne,
  hasBinding,
  hasConstraints,
  hasReference,
  hasTypeProfiles,
  hasValue,
  type Planned,
  planOf,
} from './plan.ts';
import { checkExtensionDefinition, checkProfile, checkTypeProfiles } from './profile.ts';
import { checkFragment, checkReference } from './reference.ts';
import { RESOURCE_RULES } from './resource/rules.ts';
import type { Check, Run } from './run.ts';
import type { Property } from './shape.ts';
import type { StructureDefinition } from './structure-definition.ts';
import { checkValue } from './value.ts';

/** Checks by what an element's definition says. */
const ELEMENT_CHECKS: readonly Planned[] = [
  { check: checkValue, concerns: hasValue },
  { check: checkBinding, concerns: hasBinding },
  { check: checkReference, concerns: hasReference },
  {
    check: (check) => checkInvariants({ ...check, element: check.run.definitions.referenced(check.element) }),
    concerns: (element) => hasConstraints(element) || element.contentReference !== undefined,
  },
  { check: checkTypeProfiles, concerns: hasTypeProfiles },
];

const checkExtension = (check: Check): void => {
  const known = extensionDefinition(check);
  if (known) checkExtensionDefinition(check.instance, known, check.run);
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

/** All checks of what a property holds, by what its owner's type says of it and by its own type. */
const checksOf = ({ element, type, kind }: Property, definitions: Definitions): readonly CheckOne[] => {
  const plan = planOf(ELEMENT_CHECKS, element, type);
  if (kind === 'resource') return plan;
  const ofType = TYPE_CHECKS.get(type);
  const known = definitions.type(type);
  const constraints = known?.root.constraints;
  return [
    ...plan,
    ...(ofType && element.path !== 'Extension.url' ? [ofType] : []),
    ...(constraints
      ? [({ instance, run }: Check) => checkConstraints(constraints, instance, known, run)]
      : []),
    ...(type === 'Extension' ? [checkExtension] : []),
  ];
};

const checksByProperty = new WeakMap<Property, readonly CheckOne[]>();

/** Checks an element, whose structure has been checked, by its own type and what its owner's type says of it. */
const checkElement = (instance: Instance, definition: StructureDefinition, run: Run): void => {
  if (instance.isUnread) return;
  const { property, lists } = instance;
  let checks = checksByProperty.get(property);
  if (checks === undefined) {
    checks = checksOf(property, run.definitions);
    checksByProperty.set(property, checks);
  }
  if (checks.length > 0) {
    const check = { run, instance, element: property.element, definition };
    for (let at = 0; at < checks.length; at += 1) checks[at]!(check);
  }
  if (instance.isResource) checkResource(instance, run);
  else if (lists.length > 0) checkChildren(lists, definition, run);
};

const checkChildren = (
  lists: readonly (readonly Instance[])[],
  definition: StructureDefinition,
  run: Run,
): void => {
  for (let at = 0; at < lists.length; at += 1) {
    const list = lists[at]!;
    for (let index = 0; index < list.length; index += 1) checkElement(list[index]!, definition, run);
  }
};

/** Checks a resource by its type and the profiles it claims: https://hl7.org/fhir/R5/resource.html#Meta */
export const checkResource = (resource: Instance, run: Run): void => {
  const base = run.definitions.type(resource.type);
  if (base === undefined) return;
  const check = { run, instance: resource, element: base.root, definition: base };
  checkContained(check);
  if (run.hasElementIds) checkIds(resource, run);
  checkCanonicalUrl(check);
  checkBundle(check);
  if (run.isSound) RESOURCE_RULES.get(resource.type)?.(check);
  checkInvariants(check);
  checkChildren(resource.lists, base, run);
  const claimed = asObject(asObject(resource.value)?.meta)?.profile;
  for (const canonical of Array.isArray(claimed) ? claimed : []) {
    const url = asString(canonical);
    if (url !== undefined) checkProfile(resource, url, run, 'warning');
  }
  const vitalSign = vitalSignProfile(resource);
  if (vitalSign !== undefined) checkProfile(resource, vitalSign, run, 'warning');
};
