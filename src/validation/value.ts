import { fitsPattern, isFixed } from './pattern.ts';
import type { Check } from './run.ts';

/** Checks a value by what a definition fixes and how long it lets it be: https://hl7.org/fhir/R5/elementdefinition.html */
export const checkValue = ({ run, instance, element, definition }: Check): void => {
  const issue = (rule: string, text: string): void =>
    run.report({ severity: 'error', code: 'value', rule, text }, instance, definition);
  if (element.fixed !== undefined && !isFixed(instance.value, element.fixed)) {
    issue('fixed', `The value must be ${JSON.stringify(element.fixed)}`);
  }
  if (element.pattern !== undefined && !fitsPattern(instance.value, element.pattern)) {
    issue('pattern', `The value must have ${JSON.stringify(element.pattern)}`);
  }
  if (element.maxLength !== undefined && String(instance.value ?? '').length > element.maxLength) {
    issue('max-length', `The value is longer than ${element.maxLength} characters`);
  }
};
