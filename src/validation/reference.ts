import { isRestful, nearestEntry } from './bundle.ts';
import type { Definitions } from './definitions.ts';
import { asObject, asString, type Instance } from './instance.ts';
import { namedType, resolveAtHand, resolveReference } from './resolve.ts';
import type { Check, Run } from './run.ts';

/** Whether target profiles allow a resource type; one that is unknown could be of any. */
const isAllowed = (type: string, targetProfiles: readonly string[], definitions: Definitions): boolean =>
  targetProfiles.some((url) => {
    const target = definitions.structureDefinition(url);
    return target === undefined || target.abstract || target.type === type;
  });

const isTransaction = (run: Run): boolean =>
  run.root.type === 'Bundle' &&
  /^(?:transaction|batch)$/.test(asString(asObject(run.root.value)?.type) ?? '');

/** How a relative reference in a Bundle is read, by the fullUrl of its entry: https://hl7.org/fhir/R5/bundle.html#references */
const inBundle = (instance: Instance, run: Run): 'resolvable' | 'meaningless' | undefined => {
  const { resource } = instance;
  if (resource === run.root && resource.type !== 'Bundle') return undefined;
  const fullUrl = asString(asObject(nearestEntry(instance)?.value)?.fullUrl);
  if (fullUrl === undefined) return undefined;
  return isRestful(fullUrl, run.definitions) || isTransaction(run) ? 'resolvable' : 'meaningless';
};

/** A search for the one resource that is meant: https://hl7.org/fhir/R5/http.html#trules */
const CONDITIONAL = /^[A-Z]\w*\?[^=&?]+=[^=&?]*(?:&[^=&?]+=[^=&?]*)*$/;

const LONGEST_ID = 64;
const SLASH = 0x2f;

/** The characters that ids are made of, by their codes: https://hl7.org/fhir/R5/datatypes.html#id */
const ID_CHARACTERS = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9.-]/.test(String.fromCharCode(code)),
);

const PREFIX = 'http://hl7.org/fhir/StructureDefinition/';

/** The type that a reference of the form `[type]/[id]` names, as most are; read from its end. */
const plainTypeOf = (reference: string, definitions: Definitions): string | undefined => {
  let slash = reference.length - 1;
  while (slash > 0 && ID_CHARACTERS[reference.charCodeAt(slash)] === true) slash -= 1;
  const length = reference.length - 1 - slash;
  if (length === 0 || length > LONGEST_ID || reference.charCodeAt(slash) !== SLASH) return undefined;
  const type = reference.slice(0, slash);
  return definitions.isResourceType(type) ? type : undefined;
};

/** Checks what a Reference points to: https://hl7.org/fhir/R5/references.html */
export const checkReference = (check: Check): void => {
  const { run, instance, definition } = check;
  if (instance.type === 'CodeableReference') {
    const reference = asString(asObject(asObject(instance.value)?.reference)?.reference);
    const type =
      reference && (plainTypeOf(reference, run.definitions) ?? namedType(reference, run.definitions));
    // Its reference is checked for itself; that it leads to another type is no more than odd.
    if (type) checkTarget(check, type, 'warning');
    return;
  }
  if (instance.type !== 'Reference') return;
  const { definitions } = run;
  const value = asObject(instance.value);
  const reference = asString(value?.reference);
  const stated = asString(value?.type);
  if (!reference) return;
  const issue = (rule: string, text: string, severity: 'error' | 'warning' = 'error'): void =>
    run.report({ severity, code: 'value', rule, text }, instance, definition);

  const plainType = plainTypeOf(reference, definitions);
  const isRelative = plainType !== undefined || !/^(?:[A-Za-z][\w+.-]*:|#)/.test(reference);
  const searched = plainType === undefined ? /^([A-Z]\w*)\?/.exec(reference)?.[1] : undefined;
  if (searched !== undefined && definitions.isResourceType(searched)) {
    if (!isTransaction(run)) {
      const text = `The conditional reference ${reference} has a meaning in a transaction only`;
      issue('reference-conditional', text);
    } else if (!CONDITIONAL.test(reference)) {
      issue('reference-conditional', `"${reference}" is no search of the form [type]?[parameters]`);
    }
    return;
  }
  if (plainType === undefined && /\s/.test(reference)) {
    issue('reference-format', `"${reference}" is no reference: there is white space in it`);
    return;
  }
  const found = resolveAtHand(reference, instance, run);
  const reading = isRelative ? inBundle(instance, run) : undefined;
  if (plainType !== undefined) {
    // There is nothing to be said of its form.
  } else if (reading === 'resolvable' && !/^[^/]*\/[^/]*(?:\/[^/]*\/[^/]*)?$/.test(reference)) {
    issue('reference-format', `"${reference}" is no reference of the form [type]/[id]`);
  } else if (isRelative && found === undefined && namedType(reference, definitions) === undefined) {
    // Where it leads to can only be known where there is a place to look.
    issue('reference-format', `"${reference}" is no reference of the form [type]/[id]`, 'warning');
  }
  if (found === undefined && (reference.startsWith('#') || run.elsewhere?.mustExist)) {
    issue('reference-not-found', `The reference ${reference} leads to nothing`);
  }
  const type = found?.type ?? plainType ?? namedType(reference, definitions);
  if (stated !== undefined) {
    if (type !== undefined && stated !== type)
      issue('reference-type', `The reference names a ${type} and says that it is a ${stated}`);
    checkTarget(check, stated.startsWith(PREFIX) ? stated.slice(PREFIX.length) : stated, 'error');
  }
  // An address of another server may look like one of a resource and lead to something else.
  const isSure = reading !== 'meaningless' && (found !== undefined || (isRelative && run.ownsReferences));
  if (type && type !== stated) checkTarget(check, type, isSure ? 'error' : 'warning');
};

/** Checks that a reference may lead to a resource of a type. */
const checkTarget = (
  { run, instance, element, definition }: Check,
  type: string,
  severity: 'error' | 'warning',
): void => {
  const targets = element.types.find(({ code }) => code === instance.type)?.targetProfiles;
  if (targets === undefined || isAllowed(type, targets, run.definitions)) return;
  const allowed = targets.map((url) => run.definitions.structureDefinition(url)?.type);
  const text = `A reference to ${type} is not allowed here, only to ${allowed.join(', ')}`;
  run.report({ severity, code: 'value', rule: 'reference-target', text }, instance, definition);
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
