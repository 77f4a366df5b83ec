import type { UsageContext } from 'fhir/r5.js';
import { withoutVersion } from '../fhir/canonical.ts';
import { asObject, type Instance } from './instance.ts';
import { patternMismatches } from './pattern.ts';
import type { Check, Run } from './run.ts';
import type { AdditionalBinding } from './structure-definition.ts';

/** The resource whose elements a path begins with: the one checked, or the first of the document it stands in. */
const startOf = (type: string, instance: Instance, { root }: Run): Instance | undefined => {
  if (instance.resource.type === type) return instance.resource;
  if (root.type !== 'Bundle' || asObject(root.value)?.type !== 'document') return undefined;
  return root
    .children('entry')[0]
    ?.children('resource')
    .find((resource) => resource.type === type);
};

/** The elements that a path such as `Observation.category` leads to. */
const elementsAt = (path: string, instance: Instance, run: Run): readonly Instance[] => {
  const [type = '', ...names] = path.split('.');
  const start = startOf(type, instance, run);
  return names.reduce<readonly Instance[]>(
    (found, name) => found.flatMap((one) => one.children(name)),
    start === undefined ? [] : [start],
  );
};

const hasValue = ({ type, value }: Instance, context: UsageContext): boolean => {
  const concept = context.valueCodeableConcept;
  const wanted = concept?.coding ?? [];
  if (concept === undefined) {
    const other = context.valueQuantity ?? context.valueReference;
    return other !== undefined && patternMismatches(value, other).length === 0;
  }
  if (type === 'code') return wanted.some(({ code }) => code === value);
  const codings = type === 'CodeableConcept' ? asObject(value)?.coding : [value];
  return (
    Array.isArray(codings) &&
    codings.some((one) => {
      const { system, code } = asObject(one) ?? {};
      return wanted.some((coding) => coding.code === code && coding.system === system);
    })
  );
};

/** Whether a context that was named is one that a binding is for. */
const isSame = (named: UsageContext, context: UsageContext): boolean => {
  if (named.code.system !== context.code.system || named.code.code !== context.code.code) return false;
  const wanted = context.valueCodeableConcept?.coding;
  if (wanted !== undefined)
    return wanted.some(({ system, code }) =>
      named.valueCodeableConcept?.coding?.some((one) => one.system === system && one.code === code),
    );
  const other = context.valueQuantity ?? context.valueRange ?? context.valueReference;
  const given = named.valueQuantity ?? named.valueRange ?? named.valueReference;
  return other !== undefined && patternMismatches(given, other).length === 0;
};

/**
 * Whether a binding is for resources such as this: if its contexts are named with the resource, or the values that they
 * name stand at the paths they name, with the profile as the system of the path.
 * https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.binding.additional.usage
 */
export const appliesHere = (
  { usage = [] }: AdditionalBinding,
  { run, instance, definition }: Check,
): boolean => {
  const isMet = (context: UsageContext): boolean =>
    run.usageContexts.some((named) => isSame(named, context)) ||
    (withoutVersion(context.code.system ?? '') === definition.url &&
      elementsAt(context.code.code ?? '', instance, run).some((one) => hasValue(one, context)));
  // Contexts of one kind are alternatives.
  const kinds = Map.groupBy(usage, ({ code }) => `${code.system}|${code.code}`);
  return [...kinds.values()].every((contexts) => contexts.some(isMet));
};
