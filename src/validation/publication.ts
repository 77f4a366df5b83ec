import { asObject, asString, type Instance } from './instance.ts';
import type { Run } from './run.ts';

const WORK_GROUP = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-wg';

/** Addresses under which HL7 publishes. */
const HL7 = /^https?:\/\/(?:[\w-]+\.)*hl7\.org\//;

/** Checks what HL7 asks of the canonical resources that it publishes itself, which is more than FHIR does: https://hl7.org/fhir/extensions/StructureDefinition-structuredefinition-wg.html */
export const checkPublication = (resource: Instance, run: Run): void => {
  const value = asObject(resource.value);
  const isCanonical = run.definitions.type(resource.type)?.supertypes.includes('CanonicalResource');
  if (!isCanonical || !HL7.test(asString(value?.url) ?? '')) return;
  const groups = resource.children('extension').filter((one) => asObject(one.value)?.url === WORK_GROUP);
  const issue = (severity: 'error' | 'warning', text: string): void =>
    run.report({ severity, code: 'business-rule', rule: 'publication', text }, resource);
  if (groups.length === 0) issue('error', `The work group that owns it is not said with ${WORK_GROUP}`);
  if (groups.length > 1) issue('error', `It has more than one extension ${WORK_GROUP}`);
  if (groups.length === 1 && asString(value?.publisher) === undefined)
    issue('warning', 'The publisher is missing');
};
