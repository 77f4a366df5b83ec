import type { Definitions } from './definitions.ts';
import { asObject, asString } from './instance.ts';
import { namedType, resolveReference } from './resolve.ts';
import type { Check, Run } from './run.ts';

/** The resource types that target profiles allow; nothing if any is. */
const allowedTypes = (
  targetProfiles: readonly string[],
  definitions: Definitions,
): readonly string[] | undefined => {
  const types = targetProfiles.map((url) => definitions.structureDefinition(url));
  // An unknown profile could be of any type.
  return types.some((type) => type === undefined || type.abstract)
    ? undefined
    : types.map((type) => type!.type);
};

const isTransaction = (run: Run): boolean =>
  run.root.type === 'Bundle' && /^(?:transaction|batch)$/.test(String(asObject(run.root.value)?.type));

/** A search for the one resource that is meant: https://hl7.org/fhir/R5/http.html#trules */
const CONDITIONAL = /^[A-Z]\w*\?[^=&?]+=[^=&?]*(?:&[^=&?]+=[^=&?]*)*$/;

/** Checks what a Reference points to: https://hl7.org/fhir/R5/references.html */
export const checkReference = (check: Check): void => {
  const { run, instance, element, definition } = check;
  const { definitions } = run;
  const codeable = instance.type === 'CodeableReference';
  if (!codeable && instance.type !== 'Reference') return;
  const holder = codeable ? asObject(asObject(instance.value)?.reference) : asObject(instance.value);
  const reference = asString(holder?.reference);
  const stated = asString(holder?.type);
  const issue = (rule: string, text: string, severity: 'error' | 'warning' = 'error'): void =>
    run.report({ severity, code: 'value', rule, text }, instance, definition);

  const isRelative = reference !== undefined && !/^(?:[A-Za-z][\w+.-]*:|#)/.test(reference);
  if (isRelative && /^[A-Z]\w*\?/.test(reference)) {
    if (!isTransaction(run)) {
      const text = `The conditional reference ${reference} has a meaning in a transaction only`;
      issue('reference-conditional', text);
    } else if (!CONDITIONAL.test(reference)) {
      issue('reference-conditional', `"${reference}" is no search of the form [type]?[parameters]`);
    }
    return;
  }
  const found = reference === undefined ? undefined : resolveReference(reference, instance, run);
  if (reference !== undefined && /\s/.test(reference)) {
    issue('reference-format', `"${reference}" is no reference: there is white space in it`);
    return;
  }
  // Where it leads to can only be known where there is a place to look.
  if (isRelative && found === undefined && namedType(reference, definitions) === undefined) {
    issue('reference-format', `"${reference}" is no reference of the form [type]/[id]`, 'warning');
  }
  if (found === undefined && (reference?.startsWith('#') || run.elsewhere?.mustExist) && reference) {
    issue('reference-not-found', `The reference ${reference} leads to nothing`);
  }
  const type = found?.instance.type ?? (reference && namedType(reference, definitions));
  const isTypeStated = stated !== undefined && definitions.isResourceType(stated);
  if (type !== undefined && isTypeStated && stated !== type) {
    issue('reference-type', `The reference names a ${type} and says that it is a ${stated}`);
  }
  const targets = element.types.find(({ code }) => code === instance.type)?.targetProfiles;
  const allowed = targets && allowedTypes(targets, definitions);
  const notAllowed = (target: string, severity: 'error' | 'warning'): void => {
    if (allowed?.includes(target) !== false) return;
    const text = `A reference to ${target} is not allowed here, only to ${allowed.join(', ')}`;
    issue('reference-target', text, severity);
  };
  if (isTypeStated && reference !== undefined) notAllowed(stated, 'error');
  // An address of another server may look like one of a resource and lead to something else.
  const isSure = found?.isAtHand || (isRelative && run.ownsReferences);
  if (type && type !== stated) notAllowed(type, isSure ? 'error' : 'warning');
};

/** Checks that a canonical within the resource leads somewhere: https://hl7.org/fhir/R5/references.html#canonical */
export const checkFragment = ({ run, instance, definition }: Check): void => {
  const fragment = asString(instance.value);
  if (instance.type !== 'canonical' || !fragment?.startsWith('#')) return;
  if (resolveReference(fragment, instance, run) === undefined) {
    const text = `There is no contained resource "${fragment.slice(1)}"`;
    run.report(
      { severity: 'error', code: 'not-found', rule: 'reference-fragment', text },
      instance,
      definition,
    );
  }
};
