import { fullMatches } from '../fhir/full-match.ts';
import type { Check } from './run.ts';
import { valueOrder } from './value-order.ts';

/** Checks a value by the range, the length and the form that a definition lets it have: https://hl7.org/fhir/R5/elementdefinition.html */
export const checkValueRules = ({ run, instance, element, definition }: Check): void => {
  const { value, type } = instance;
  const { minValue, maxValue, minLength, regex, mustHaveValue } = element;
  const issue = (rule: string, text: string): void =>
    run.report({ severity: 'error', code: 'value', rule, text }, instance, definition);
  if (value === undefined) {
    if (mustHaveValue) issue('value-missing', 'An extension cannot stand for the value here');
    return;
  }
  if (minValue !== undefined && (valueOrder(type, value, minValue) ?? 0) < 0) {
    issue('min-value', `The value is less than ${JSON.stringify(minValue)}`);
  }
  if (maxValue !== undefined && (valueOrder(type, value, maxValue) ?? 0) > 0) {
    issue('max-value', `The value is more than ${JSON.stringify(maxValue)}`);
  }
  if (minLength !== undefined && String(value).length < minLength) {
    issue('min-length', `The value is shorter than ${minLength} characters`);
  }
  if (regex !== undefined && typeof value !== 'object') {
    const matches = fullMatches(regex, [String(value)]);
    if (Array.isArray(matches) && !matches[0]) issue('regex', `The value does not match ${regex}`);
  }
};
