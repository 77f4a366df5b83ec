import type { CodeSystem } from 'fhir/r5.js';
import type { Check } from '../run.ts';

/** Properties that FHIR defines for any code system: https://hl7.org/fhir/R5/codesystem-concept-properties.html */
const STANDARD = 'http://hl7.org/fhir/concept-properties';

/** Checks that properties which are said to be FHIR's own are: https://hl7.org/fhir/R5/codesystem.html#defined-props */
export const checkCodeSystem = ({ run, instance }: Check): void => {
  const { property } = instance.value as CodeSystem;
  for (const [index, { uri }] of (Array.isArray(property) ? property : []).entries()) {
    if (typeof uri !== 'string' || !uri.startsWith(`${STANDARD}#`)) continue;
    if (run.terminology.hasCode(STANDARD, uri.slice(STANDARD.length + 1)) !== 'no') continue;
    const text = `FHIR has no property ${uri} of code systems`;
    run.report(
      { severity: 'error', code: 'invalid', rule: 'code-system-property', text },
      instance,
      undefined,
      `.property[${index}]`,
    );
  }
};
