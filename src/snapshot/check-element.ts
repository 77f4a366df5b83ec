import type { ElementDefinition, ElementDefinitionType } from 'fhir/r5.js';
import { withoutVersion } from '../fhir/canonical.ts';
import { typeUrl } from './definitions.ts';
import { type Derivation, report } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';
import { choiceProperty } from './merge-element.ts';

const upper = (max: string | undefined): number =>
  max === undefined || max === '*' ? Infinity : Number(max);

const IMPOSED = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile';

/** Whether a definition is another one, or derived from it, or imposes it; also where this is not known. */
const isDerivedFrom = (url: string, base: string, derivation: Derivation, depth = 32): boolean => {
  if (withoutVersion(url) === withoutVersion(base) || depth === 0) return true;
  const definition = derivation.find(url);
  if (definition === undefined) return true;
  const imposed = definition.extension?.filter((one) => one.url === IMPOSED) ?? [];
  return [definition.baseDefinition, ...imposed.map((one) => one.valueCanonical)].some(
    (above) => above !== undefined && isDerivedFrom(above, base, derivation, depth - 1),
  );
};

/** Whether a type is another one, or derived from it. */
const isKindOf = (code: string, base: string, derivation: Derivation): boolean =>
  derivation.find(typeUrl(code)) !== undefined && isDerivedFrom(typeUrl(code), typeUrl(base), derivation);

const ANY_TYPE = new Set(['*', 'Element', 'Base', 'DataType']);

/** Types of FHIRPath, which R5 uses for the values of primitive types and profiles may call by FHIR's names. */
const isSystemType = (code: string): boolean => code.startsWith('http://hl7.org/fhirpath/System.');

const isAllowed = (
  { code }: ElementDefinitionType,
  base: readonly ElementDefinitionType[],
  derivation: Derivation,
): boolean =>
  base.length === 0 ||
  base.some(
    (type) =>
      type.code === code ||
      isSystemType(type.code) ||
      ANY_TYPE.has(type.code) ||
      isKindOf(code, type.code, derivation),
  );

/** The profile that a type names and that is of another type, if there is one. */
const strangeProfile = (
  { code, profile = [] }: ElementDefinitionType,
  derivation: Derivation,
): string | undefined => profile.find((url) => !isDerivedFrom(url, typeUrl(code), derivation));

/** The target that a reference names and that the base's references do not allow, if there is one. */
const strangeTarget = (
  { code, targetProfile = [] }: ElementDefinitionType,
  base: readonly ElementDefinitionType[],
  derivation: Derivation,
): string | undefined => {
  const same = base.filter((type) => type.code === code);
  const allowed = same.flatMap((type) => type.targetProfile ?? []);
  if (allowed.length === 0 || same.some((type) => type.targetProfile === undefined)) return undefined;
  return targetProfile.find((url) => !allowed.some((one) => isDerivedFrom(url, one, derivation)));
};

/** Types whose values are of a kind of their own in a fixed or pattern value, by the suffix of its name. */
const suffix = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1);

/** Reports where an element of a profile allows what its base does not: https://hl7.org/fhir/R5/profiling.html#limitations */
export const checkElement = (
  base: ElementDefinition,
  merged: ElementDefinition,
  node: ElementNode,
  derivation: Derivation,
): void => {
  const own = node.element;
  if (own === undefined) return;
  const isSlice = node.sliceName !== undefined;
  if (own.min !== undefined && own.min < (base.min ?? 0) && !isSlice) {
    report(
      derivation,
      node,
      'snapshot-min',
      `min ${own.min} is less than ${base.min}, which the base demands`,
    );
  }
  if (own.max !== undefined && upper(own.max) > upper(base.max)) {
    report(
      derivation,
      node,
      'snapshot-max',
      `max ${own.max} is more than ${base.max}, which the base allows`,
    );
  }
  if ((merged.min ?? 0) > upper(merged.max) && (own.min !== undefined || own.max !== undefined)) {
    report(derivation, node, 'snapshot-cardinality', `min ${merged.min} is more than max ${merged.max}`);
  }
  for (const type of own.type ?? []) {
    if (!isAllowed(type, base.type ?? [], derivation)) {
      const allowed = base.type?.map(({ code }) => code).join(', ');
      report(derivation, node, 'snapshot-type', `type ${type.code} is not one of the base's: ${allowed}`);
    }
    const profile = strangeProfile(type, derivation);
    if (profile !== undefined) {
      report(derivation, node, 'snapshot-type', `${profile} is no profile of ${type.code}`);
    }
    const target = derivation.isSpecialization ? undefined : strangeTarget(type, base.type ?? [], derivation);
    if (target !== undefined) {
      report(derivation, node, 'snapshot-target', `references to ${target} are not allowed by the base`);
    }
  }
  for (const name of ['mustSupport', 'mustHaveValue'] as const) {
    if (base[name] === true && own[name] === false && !isSlice) {
      report(derivation, node, 'snapshot-must', `${name} is true in the base and cannot become false`);
    }
  }
  if (base.binding?.strength === 'required' && own.binding && own.binding.strength !== 'required') {
    report(derivation, node, 'snapshot-binding', `a required binding cannot become ${own.binding.strength}`);
  }
  for (const name of ['fixed', 'pattern']) {
    const property = choiceProperty(own, name);
    const types = merged.type ?? [];
    if (
      property !== undefined &&
      types.length > 0 &&
      !types.some(({ code }) => code.includes(':') || name + suffix(code) === property)
    ) {
      const allowed = types.map(({ code }) => code).join(', ');
      report(derivation, node, 'snapshot-value', `${property} is not of the element's type: ${allowed}`);
    }
  }
};
