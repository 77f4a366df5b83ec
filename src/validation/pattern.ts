import { asObject } from './instance.ts';

/** Where a value is not what is fixed, as a FHIRPath from there, and how. */
interface Mismatch {
  readonly below: string;
  readonly text: string;
}

const NONE: readonly Mismatch[] = [];

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 200);

const joined = (parts: readonly (readonly Mismatch[])[]): readonly Mismatch[] => parts.flat();

const within = (below: string, mismatches: readonly Mismatch[]): readonly Mismatch[] =>
  mismatches.map((one) => ({ ...one, below: below + one.below }));

/** Where a value is not exactly the fixed one: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.fixed_x_ */
export const fixedMismatches = (value: unknown, fixed: unknown): readonly Mismatch[] => {
  if (Array.isArray(fixed)) {
    if (!Array.isArray(value) || value.length !== fixed.length)
      return [{ below: '', text: `The values must be ${shown(fixed)}` }];
    return joined(fixed.map((item, index) => within(`[${index}]`, fixedMismatches(value[index], item))));
  }
  const expected = asObject(fixed);
  if (expected === undefined) {
    return value === fixed ? [] : [{ below: '', text: `The value must be ${shown(fixed)}` }];
  }
  const actual = asObject(value) ?? {};
  const missing = Object.entries(expected).map(([key, item]) =>
    Object.hasOwn(actual, key)
      ? within(`.${key}`, fixedMismatches(actual[key], item))
      : [{ below: `.${key}`, text: `${key} must be there and be ${shown(item)}` }],
  );
  const added = Object.keys(actual)
    .filter((key) => !Object.hasOwn(expected, key))
    .map((key) => ({ below: `.${key}`, text: `${key} must not be there` }));
  return [...joined(missing), ...added];
};

/** Whether a value has what the pattern has: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.pattern_x_ */
export const hasPattern = (value: unknown, pattern: unknown): boolean => {
  if (Array.isArray(pattern)) {
    return pattern.every(
      (item) => Array.isArray(value) && value.some((candidate) => hasPattern(candidate, item)),
    );
  }
  const expected = asObject(pattern);
  if (expected === undefined) return value === pattern;
  const actual = asObject(value);
  for (const key of Object.keys(expected)) {
    if (actual === undefined || !Object.hasOwn(actual, key) || !hasPattern(actual[key], expected[key]))
      return false;
  }
  return true;
};

/** Where a value has not what the pattern has: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.pattern_x_ */
export const patternMismatches = (value: unknown, pattern: unknown): readonly Mismatch[] => {
  if (hasPattern(value, pattern)) return NONE;
  if (Array.isArray(pattern)) {
    return pattern
      .filter((item) => !hasPattern(value, [item]))
      .map((item) => ({ below: '', text: `One must have ${shown(item)}` }));
  }
  const expected = asObject(pattern);
  if (expected === undefined) {
    return value === pattern ? [] : [{ below: '', text: `The value must be ${shown(pattern)}` }];
  }
  const actual = asObject(value) ?? {};
  return joined(
    Object.entries(expected).map(([key, item]) =>
      Object.hasOwn(actual, key)
        ? within(`.${key}`, patternMismatches(actual[key], item))
        : [{ below: `.${key}`, text: `${key} must be there and have ${shown(item)}` }],
    ),
  );
};
