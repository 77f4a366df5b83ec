import { fixedMismatches, patternMismatches } from './pattern.ts';
import type { Check } from './run.ts';

/** Checks a value by what a definition fixes and how long it lets it be: https://hl7.org/fhir/R5/elementdefinition.html */
export const checkValue = ({ run, instance, element, definition }: Check): void => {
  const issue = (rule: string, text: string, below = ''): void =>
    run.report({ severity: 'error', code: 'value', rule, text }, instance, definition, below);
  if (element.fixed !== undefined && element.fixed !== instance.value) {
    for (const { below, text } of fixedMismatches(instance.value, element.fixed)) issue('fixed', text, below);
  }
  if (element.pattern !== undefined) {
    for (const { below, text } of patternMismatches(instance.value, element.pattern))
      issue('pattern', text, below);
  }
  if (element.maxLength !== undefined && String(instance.value ?? '').length > element.maxLength) {
    issue('max-length', `The value is longer than ${element.maxLength} characters`);
  }
};
