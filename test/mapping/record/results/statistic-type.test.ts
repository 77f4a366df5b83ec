import { describe, expect, test } from 'vitest';
import {
  estimateTypeConcept,
  measureTypeConcept,
  methodConcept,
  sidesOf,
  spreadOf,
} from '../../../../src/mapping/record/results/statistic-type.ts';

const code = ({ coding }: { coding?: { code?: string | undefined }[] | undefined }) => coding?.[0]?.code;

describe('words of registries', () => {
  test.each([
    ['MEAN', 'C53319'],
    ['Median', 'C28007'],
    ['COUNT_OF_PARTICIPANTS', 'C25463'],
    ['Count of Units', 'C25463'],
    ['NUMBER', 'descriptive'],
    ['GEOMETRIC_MEAN', undefined],
    ['LEAST_SQUARES_MEAN', undefined],
    ['LOG_MEAN', undefined],
    ['Another', undefined],
  ])('for a kind of value: %s is %s', (words, expected) => {
    expect(code(measureTypeConcept(words))).toBe(expected);
    expect(measureTypeConcept(words).text).toBe(words);
  });

  test.each([
    ['Hazard Ratio (HR)', 'C93150'],
    ['Odds Ratio (OR)', 'C16932'],
    ['Risk Ratio (RR)', 'C93152'],
    ['Risk Difference (RD)', '0000424'],
    ['Mean Difference (Final Values)', '0000457'],
    ['Mean Difference (Net)', '0000457'],
    ['Odds Ratio, log', undefined],
    ['LS-MEANS Difference', undefined],
    ['Slope', undefined],
  ])('for an estimate: %s is %s', (words, expected) => {
    expect(code(estimateTypeConcept(words))).toBe(expected);
    expect(estimateTypeConcept(words).text).toBe(words);
  });

  test.each([
    ['STANDARD_DEVIATION', 'C53322', 'value', undefined],
    ['Standard Error', '0000037', 'value', undefined],
    ['Inter-Quartile Range', 'C53245', 'range', undefined],
    ['FULL_RANGE', 'C38013', 'range', undefined],
    ['95% Confidence Interval', 'C53324', 'range', '95'],
    ['97.5% Confidence Interval', 'C53324', 'range', '97.5'],
    ['GEOMETRIC_COEFFICIENT_OF_VARIATION', undefined, undefined, undefined],
    ['NONE', undefined, undefined, undefined],
  ])('for a spread: %s is %s', (words, expected, shape, level) => {
    const { concept, ...others } = spreadOf(words);
    expect(code(concept)).toBe(expected);
    expect(concept.text).toBe(words);
    expect(others).toEqual({ shape, level });
  });

  test.each([
    ['Fisher Exact', 'fishersExactTest'],
    ['Regression, Cox', 'coxProportionalHazards'],
    ['Wilcoxon (Mann-Whitney)', 'mannWhitneyUTest'],
    ['Sign Test', 'signTest'],
    ['Chi-squared', 'chiSquareTest'],
    ['Chi-squared, Corrected', undefined],
    ['Cochran-Mantel-Haenszel', undefined],
    ['ANCOVA', undefined],
    ['t-test, 2 sided', undefined],
  ])('for a method: %s is %s', (words, expected) => {
    expect(code(methodConcept(words))).toBe(expected);
    expect(methodConcept(words).text).toBe(words);
  });

  test.each([
    ['t-test, 2 sided', 'two-sided'],
    ['t-test, 1 sided', 'one-sided'],
    ['two-tailed Fisher', 'two-sided'],
    ['ANCOVA', undefined],
    ['12 sided', undefined],
  ])('for sides: %s is %s', (words, expected) => {
    expect(sidesOf(words)).toBe(expected);
  });
});
