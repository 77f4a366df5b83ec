import type { ImplementationGuide } from 'fhir/r5.js';
import type { Check } from '../run.ts';

/** Checks that the guides it depends on are named with a version or without, and not in between: https://hl7.org/fhir/R5/implementationguide.html */
export const checkImplementationGuide = ({ run, instance }: Check): void => {
  for (const [index, { uri }] of ((instance.value as ImplementationGuide).dependsOn ?? []).entries()) {
    if (typeof uri !== 'string' || !uri.endsWith('|')) continue;
    const text = `The canonical URL ${uri} ends with "|"`;
    run.report(
      { severity: 'error', code: 'value', rule: 'canonical-version', text },
      instance,
      undefined,
      `.dependsOn[${index}]`,
    );
  }
};
