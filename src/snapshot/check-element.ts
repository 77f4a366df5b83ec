import type { ElementDefinition, ElementDefinitionType } from 'fhir/r5.js';
import { typeUrl } from './definitions.ts';
import { type Derivation, report } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';
import { choiceProperty } from './merge-element.ts';

const upper = (max: string | undefined): number =>
  max === undefined || max === '*' ? Infinity : Number(max);

/** Whether a type is another one, or derived from it. */
const isKindOf = (code: string, base: string, derivation: Derivation): boolean => {
  for (let url: string | undefined = typeUrl(code), steps = 0; url !== undefined && steps < 32; steps++) {
    if (url === typeUrl(base)) return true;
    url = derivation.find(url)?.baseDefinition;
  }
  return false;
};

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
