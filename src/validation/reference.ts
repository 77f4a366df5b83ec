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

/** Checks what a Reference points to: https://hl7.org/fhir/R5/references.html */
export const checkReference = (check: Check): void => {
  const { run, instance, element, definition } = check;
  const { definitions } = run;
  const codeable = instance.type === 'CodeableReference';
  if (!codeable && instance.type !== 'Reference') return;
  const holder = codeable ? asObject(asObject(instance.value)?.reference) : asObject(instance.value);
  const reference = asString(holder?.reference);
  const stated = asString(holder?.type);
  const issue = (rule: string, text: string): void =>
    run.report({ severity: 'error', code: 'value', rule, text }, instance, definition);

  if (reference?.includes('?') && !/^\w+:/.test(reference) && !isTransaction(run)) {
    issue(
      'reference-conditional',
      `The conditional reference ${reference} has a meaning in a transaction only`,
    );
    return;
  }
  const isPlain = reference !== undefined && !/[?#]/.test(reference);
  if (isPlain && !/^[A-Za-z][\w+.-]*:/.test(reference) && namedType(reference, definitions) === undefined) {
    issue('reference-format', `"${reference}" is no reference of the form [type]/[id]`);
    return;
  }
  const found = reference === undefined ? undefined : resolveReference(reference, instance, run)?.type;
  if (found !== undefined && stated !== undefined && definitions.isResourceType(stated) && stated !== found) {
    issue('reference-type', `The reference names a ${found} and says that it is a ${stated}`);
  }
  const targets = element.types.find(({ code }) => code === instance.type)?.targetProfiles;
  const allowed = targets && allowedTypes(targets, definitions);
  const target = found ?? (stated !== undefined && definitions.isResourceType(stated) ? stated : undefined);
  if (allowed !== undefined && target !== undefined && !allowed.includes(target)) {
    issue('reference-target', `A reference to ${target} is not allowed here, only to ${allowed.join(', ')}`);
  }
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
