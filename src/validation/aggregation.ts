import { asObject, asString } from './instance.ts';
import { resolveAtHand } from './resolve.ts';
import type { Check } from './run.ts';
import type { Aggregation } from './structure-definition.ts';

const isAllowed = (allowed: readonly Aggregation[], actual: Aggregation): boolean =>
  // What is in the same Bundle is referred to as anything outside is.
  allowed.includes(actual) || (actual === 'bundled' && allowed.includes('referenced'));

/** Checks that what a reference leads to is where the definition wants it: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.type.aggregation */
export const checkAggregation = ({ run, instance, element, definition }: Check): void => {
  const allowed = element.types.find(({ code }) => code === instance.type)?.aggregation;
  if (allowed === undefined) return;
  const value = asObject(instance.value);
  const reference = asString(
    (instance.type === 'CodeableReference' ? asObject(value?.reference) : value)?.reference,
  );
  if (reference === undefined) return;
  const found = resolveAtHand(reference, instance, run);
  const isBundled = found?.parent !== undefined;
  const actual = reference.startsWith('#') ? 'contained' : isBundled ? 'bundled' : 'referenced';
  if (isAllowed(allowed, actual)) return;
  // A resource that has been taken out of its Bundle cannot show what was there.
  const isApart = run.root.type !== 'Bundle' && !run.elsewhere?.isBundleExpected;
  if (isApart && actual === 'referenced' && allowed.includes('bundled')) return;
  const text = `The reference ${reference} is ${actual}; here it has to be ${allowed.join(' or ')}`;
  run.report(
    { severity: 'error', code: 'structure', rule: 'reference-aggregation', text },
    instance,
    definition,
  );
};
