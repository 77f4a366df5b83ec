import { checkBinding, checkCoding } from './binding.ts';
import { checkBundleEntry } from './bundle.ts';
import { checkContained } from './contained.ts';
import { withoutVersion } from './definitions.ts';
import { checkExtensionParts, extensionDefinition } from './extension.ts';
import { asObject, asString, type Instance, isResource } from './instance.ts';
import { checkInvariants } from './invariant.ts';
import { checkNarrative } from './narrative.ts';
import { fitsPattern, isFixed } from './pattern.ts';
import { checkFragment, checkReference } from './reference.ts';
import type { Check, Run } from './run.ts';
import { slices } from './slicing.ts';
import type { ElementDefinition, StructureDefinition } from './structure-definition.ts';

/** Checks a resource or element against a whole definition: a base type, a profile or an extension. */
const checkDefinition = (instance: Instance, definition: StructureDefinition, run: Run): void =>
  checkElement({ run, instance, definition, element: definition.root });

/** Whether an element conforms; nothing is reported. */
const conforms = (instance: Instance, definition: StructureDefinition, run: Run): boolean => {
  if (definition.type !== instance.type && !definition.abstract) return false;
  let isValid = true;
  // A trial must not mark the elements as checked, so it goes over a copy.
  checkDefinition(instance.copy(), definition, {
    ...run,
    report: ({ severity }) => {
      if (severity === 'error' || severity === 'fatal') isValid = false;
    },
  });
  return isValid;
};

const checkElement = (check: Check): void => {
  const { instance, element } = check;
  if (instance.checked.has(element)) return;
  instance.checked.add(element);
  checkValue(check);
  checkBinding(check);
  checkReference(check);
  checkInvariants(check);
  checkBundleEntry(check);
  if (check.definition.type === 'Extension' && check.definition.derivation === 'constraint') {
    checkExtensionParts(check);
  }
  checkType(check);
  checkChildren(check);
};

const checkValue = ({ run, instance, element, definition }: Check): void => {
  const issue = (rule: string, text: string): void =>
    run.report({ severity: 'error', code: 'value', rule, text }, instance, definition);
  if (element.fixed !== undefined && !isFixed(instance.value, element.fixed)) {
    issue('fixed', `The value must be ${JSON.stringify(element.fixed)}`);
  }
  if (element.pattern !== undefined && !fitsPattern(instance.value, element.pattern)) {
    issue('pattern', `The value must have ${JSON.stringify(element.pattern)}`);
  }
  if (element.maxLength !== undefined && String(instance.value ?? '').length > element.maxLength) {
    issue('max-length', `The value is longer than ${element.maxLength} characters`);
  }
};

/** Checks an element by its own type, by the profiles the definition asks of it and by its extension. */
const checkType = (check: Check): void => {
  const { run, instance, element, definition } = check;
  if (instance.parent === undefined || element === definition.root) return;
  if (isResource(instance)) {
    checkResource(instance, run);
  } else {
    checkCoding(check);
    checkNarrative(check);
    checkFragment(check);
    const base = run.definitions.type(instance.type);
    if (base) checkDefinition(instance, base, run);
    if (instance.type === 'Extension') {
      const known = extensionDefinition(check);
      if (known) checkDefinition(instance, known, run);
    }
  }
  if (definition.derivation === 'constraint') checkAllowedType(check);
  const profiles = element.types
    .filter(({ code }) => code === instance.type)
    .flatMap((type) => type.profiles ?? [])
    .map((url) => run.definitions.structureDefinition(url))
    .filter((profile) => profile !== undefined);
  const [only, ...others] = profiles;
  if (only === undefined || only.type === 'Extension') return;
  if (others.length === 0) {
    checkDefinition(instance, only, run);
  } else if (!profiles.some((profile) => conforms(instance, profile, run))) {
    const text = `The element conforms to none of ${profiles.map(({ url }) => url).join(', ')}`;
    run.report({ severity: 'error', code: 'structure', rule: 'type-profile', text }, instance, definition);
  }
};

const checkAllowedType = ({ run, instance, element, definition }: Check): void => {
  const codes = element.types.map(({ code }) => code);
  const supertypes = run.definitions.type(instance.type)?.supertypes ?? [];
  if (codes.length === 0 || codes.some((code) => code === instance.type || supertypes.includes(code))) return;
  const text = `The type ${instance.type} is not allowed here, only ${codes.join(', ')}`;
  run.report({ severity: 'error', code: 'structure', rule: 'type', text }, instance, definition);
};

const checkChildren = (check: Check): void => {
  const { run, instance, element, definition } = check;
  for (const child of run.definitions.referenced(element, definition).children ?? []) {
    const items = instance.children(child, run.definitions);
    // The JSON Schema has counted what the base type demands.
    if (definition.derivation === 'constraint') checkCardinality(check, child, child.name, items.length);
    if (child.slices) {
      for (const slice of slices(check, child, items, conforms)) {
        checkCardinality(check, slice.element, `${child.name}:${slice.name}`, slice.items.length);
        for (const item of slice.items) {
          checkElement({ run, definition, instance: item, element: slice.element });
        }
      }
    }
    for (const item of items) checkElement({ run, definition, instance: item, element: child });
  }
};

/** Checks how many there are: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.min */
const checkCardinality = (
  { run, instance, definition }: Check,
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

/** Checks a resource against its type and the profiles it claims: https://hl7.org/fhir/R5/resource.html#Meta */
export const checkResource = (resource: Instance, run: Run): void => {
  const base = run.definitions.type(resource.type);
  if (base === undefined) return;
  checkContained({ run, instance: resource, element: base.root, definition: base });
  checkDefinition(resource, base, run);
  const claimed = asObject(asObject(resource.value)?.meta)?.profile;
  for (const canonical of Array.isArray(claimed) ? claimed : []) {
    const url = asString(canonical);
    if (url !== undefined) checkProfile(resource, url, run, 'warning');
  }
};

/** Checks a resource against one profile; `unknown` is how bad it is that the profile is not known. */
export const checkProfile = (
  resource: Instance,
  canonical: string,
  run: Run,
  unknown: 'error' | 'warning',
): void => {
  const profile = run.definitions.structureDefinition(withoutVersion(canonical));
  const base = run.definitions.type(resource.type);
  if (base === undefined) return;
  if (profile === undefined) {
    const text = `The profile ${canonical} is unknown`;
    run.report({ severity: unknown, code: 'not-found', rule: 'profile-unknown', text }, resource, base);
  } else if (profile.type !== resource.type && !base.supertypes.includes(profile.type)) {
    const text = `The profile ${canonical} is for ${profile.type}, not for ${resource.type}`;
    run.report({ severity: 'error', code: 'invalid', rule: 'profile-type', text }, resource, base);
  } else {
    checkDefinition(resource, profile, run);
  }
};
