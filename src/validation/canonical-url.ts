import { asObject, asString } from './instance.ts';
import type { Check } from './run.ts';

/** Checks that the address of a canonical resource is absolute: https://hl7.org/fhir/R5/canonicalresource.html */
export const checkCanonicalUrl = ({ run, instance, definition }: Check): void => {
  const url = asString(asObject(instance.value)?.url);
  if (url === undefined || url === '' || /^[A-Za-z][\w+.-]*:/.test(url)) return;
  if (!definition.supertypes.includes('CanonicalResource')) return;
  const text = `The canonical URL "${url}" is not absolute`;
  run.report({ severity: 'error', code: 'value', rule: 'canonical-url', text }, instance, definition, '.url');
};
