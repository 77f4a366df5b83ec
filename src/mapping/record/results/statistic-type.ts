import type { CodeableConcept } from 'fhir/r5.js';
import type { EstimateType, MeasureType } from '../../../model/trial.ts';
import { attributeEstimateConcept, concept, statisticTypeConcept, testConcept } from '../../concept.ts';

/** A registry's word without the accidents of its writing: `Mean Difference (Net)` is `mean difference net`. */
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();

/** Kinds of values of one group, as registries name them. */
const MEASURE_TYPES: ReadonlyMap<string, MeasureType> = new Map([
  ['count of participants', 'count'],
  ['count of units', 'count'],
  ['mean', 'mean'],
  ['arithmetic mean', 'mean'],
  ['median', 'median'],
]);

/** Whether a kind of value counts people. */
export const countsPeople = (parameterType: string | undefined): boolean =>
  plain(parameterType ?? '') === 'count of participants';

/** Whether a kind of value says only that it is a number. */
export const isPlainNumber = (parameterType: string | undefined): boolean =>
  plain(parameterType ?? 'number') === 'number';

/** The kind of a group's values, coded where R5 lists it: https://hl7.org/fhir/R5/valueset-statistic-type.html */
export const measureTypeConcept = (
  parameterType: string | undefined,
  otherwise: MeasureType = 'descriptive',
): CodeableConcept => {
  const text = parameterType === undefined ? {} : { text: parameterType };
  if (isPlainNumber(parameterType)) return { ...statisticTypeConcept(otherwise), ...text };
  const type = MEASURE_TYPES.get(plain(parameterType ?? ''));
  return { ...(type && statisticTypeConcept(type)), ...text };
};

/** Kinds of estimates, as registries and those who fill in their forms name them. */
const ESTIMATE_TYPES: ReadonlyMap<string, EstimateType> = new Map([
  ['hazard ratio', 'hazard-ratio'],
  ['hazard ratio hr', 'hazard-ratio'],
  ['odds ratio', 'odds-ratio'],
  ['odds ratio or', 'odds-ratio'],
  ['risk ratio', 'relative-risk'],
  ['risk ratio rr', 'relative-risk'],
  ['relative risk', 'relative-risk'],
  ['relative risk rr', 'relative-risk'],
  ['rate ratio', 'rate-ratio'],
  ['incidence rate ratio', 'rate-ratio'],
  ['risk difference', 'risk-difference'],
  ['risk difference rd', 'risk-difference'],
  ['mean difference', 'mean-difference'],
  ['mean difference final values', 'mean-difference'],
  ['mean difference net', 'mean-difference'],
  ['median difference', 'median-difference'],
  ['median difference final values', 'median-difference'],
  ['median difference net', 'median-difference'],
  ['standardized mean difference', 'standardised-mean-difference'],
]);

/** What an analysis estimates, in the record's words, coded where R5 lists it. */
export const estimateTypeConcept = (parameterType: string): CodeableConcept => {
  const type = ESTIMATE_TYPES.get(plain(parameterType));
  return { ...(type && statisticTypeConcept(type)), text: parameterType };
};

/** A kind of spread; one that is not known may be in another unit than its value, and has no shape. */
export interface Spread {
  readonly shape: 'value' | 'range' | undefined;
  readonly concept: CodeableConcept;
  /** Per cent. */
  readonly level: string | undefined;
}

const STANDARD_ERROR = concept(
  'http://terminology.hl7.org/CodeSystem/attribute-estimate-type',
  '0000037',
  'Standard error of the mean',
);

const SPREADS: ReadonlyMap<string, readonly ['value' | 'range', CodeableConcept]> = new Map([
  ['standard deviation', ['value', attributeEstimateConcept('standard-deviation')]],
  ['standard error', ['value', STANDARD_ERROR]],
  ['standard error of the mean', ['value', STANDARD_ERROR]],
  ['standard error of mean', ['value', STANDARD_ERROR]],
  ['inter quartile range', ['range', attributeEstimateConcept('interquartile-range')]],
  ['interquartile range', ['range', attributeEstimateConcept('interquartile-range')]],
  ['full range', ['range', attributeEstimateConcept('range')]],
]);

const CONFIDENCE_INTERVAL = /^(?:(?<level>\d{1,2}(?:\.\d+)?)\s*%\s*)?confidence interval$/i;

/** A kind of spread as a record names it: https://hl7.org/fhir/R5/valueset-attribute-estimate-type.html */
export const spreadOf = (dispersionType: string): Spread => {
  const interval = CONFIDENCE_INTERVAL.exec(dispersionType.replaceAll('_', ' ').trim());
  const [shape, coded] = interval
    ? (['range', attributeEstimateConcept('confidence-interval')] as const)
    : (SPREADS.get(plain(dispersionType)) ?? []);
  return {
    shape,
    concept: { ...coded, text: dispersionType },
    level: interval?.groups?.level,
  };
};

const MODEL = 'http://hl7.org/fhir/statistic-model-code';

/** Tests by the names a registry offers, where these are of one test of R5's list. */
const METHODS: ReadonlyMap<string, readonly [code: string, display: string]> = new Map([
  ['anova', ['anova', 'ANOVA (ANalysis Of VAriance)']],
  ['chi squared', ['chiSquareTest', 'Chi-square test']],
  ['fisher exact', ['fishersExactTest', 'Fisher’s exact test']],
  ['kruskal wallis', ['kruskalWallisTest', 'Kruskal Wallis test']],
  ['mantel haenszel', ['manteHaenszelMethod', 'Mantel-Haenszel method']],
  ['mcnemar', ['mcnemarsTest', 'McNemar’s test']],
  ['regression cox', ['coxProportionalHazards', 'Cox Proportional Hazards']],
  ['regression linear', ['linearRegression', 'Linear Regression']],
  ['regression logistic', ['logisticRegression', 'Logistic Regression']],
  ['wilcoxon mann whitney', ['mannWhitneyUTest', 'Mann-Whitney U test']],
]);

/** How numbers were analysed, in the record's words, coded where they name one of R5's list. */
export const methodConcept = (words: string): CodeableConcept => {
  const term = METHODS.get(plain(words));
  return term ? { ...concept(MODEL, term[0], term[1]), text: words } : testConcept(words);
};

const SIDES = {
  'one-sided': ['oneTailedTest', 'one-tailed test (1 threshold)'],
  'two-sided': ['twoTailedTest', 'two-tailed test (2 thresholds)'],
} as const;

/** Whether a test or interval has one side or two: https://hl7.org/fhir/R5/valueset-statistic-model-code.html */
export const sidesConcept = (sides: 'one-sided' | 'two-sided'): CodeableConcept => {
  const [code, display] = SIDES[sides];
  return { ...concept(MODEL, code, display), text: sides };
};

/** The sides that the name of a test says it has. */
export const sidesOf = (method: string): 'one-sided' | 'two-sided' | undefined => {
  const [, sides] = /\b(1|one|2|two)[- ](?:sided|tailed)\b/i.exec(method) ?? [];
  if (sides === undefined) return;
  return /^(?:1|one)$/i.test(sides) ? 'one-sided' : 'two-sided';
};
