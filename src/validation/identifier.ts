import { asObject, asString } from './instance.ts';
import type { Check } from './run.ts';

/** A URI with its scheme. */
const ABSOLUTE = /^[A-Za-z][\w+.-]*:/;

/** Checks that an identifier's system is absolute, and so its value if that is a URI: https://hl7.org/fhir/R5/datatypes.html#Identifier */
export const checkIdentifier = ({ run, instance, definition }: Check): void => {
  if (instance.type !== 'Identifier') return;
  const { system, value } = asObject(instance.value) ?? {};
  const issue = (rule: string, text: string): void =>
    run.report({ severity: 'error', code: 'value', rule, text }, instance, definition);
  if (typeof system === 'string' && !ABSOLUTE.test(system)) {
    issue('identifier-system', `The identifier's system "${system}" is not absolute`);
  }
  const uri = asString(value);
  if (system === 'urn:ietf:rfc:3986' && uri !== undefined && !ABSOLUTE.test(uri)) {
    issue('identifier-value', `The identifier's system says that its value is a URI, which "${uri}" is not`);
  }
};
