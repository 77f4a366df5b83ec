import { asObject } from './instance.ts';

/** Whether a value is exactly the fixed one: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.fixed_x_ */
export const isFixed = (value: unknown, fixed: unknown): boolean => {
  if (Array.isArray(fixed)) {
    return (
      Array.isArray(value) &&
      value.length === fixed.length &&
      fixed.every((item, index) => isFixed(value[index], item))
    );
  }
  const expected = asObject(fixed);
  if (expected === undefined) return value === fixed;
  const actual = asObject(value);
  return (
    actual !== undefined &&
    Object.keys(actual).length === Object.keys(expected).length &&
    Object.entries(expected).every(([key, item]) => isFixed(actual[key], item))
  );
};

/** Whether a value has all that the pattern has: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.pattern_x_ */
export const fitsPattern = (value: unknown, pattern: unknown): boolean => {
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) && pattern.every((item) => value.some((candidate) => fitsPattern(candidate, item)))
    );
  }
  const expected = asObject(pattern);
  if (expected === undefined) return value === pattern;
  const actual = asObject(value);
  return (
    actual !== undefined && Object.entries(expected).every(([key, item]) => fitsPattern(actual[key], item))
  );
};
