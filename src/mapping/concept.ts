import type { CodeableConcept } from 'fhir/r5.js';
import { codeSystem } from '../fhir/canonical.ts';
import type {
  Allocation,
  AllocationMethod,
  Direction,
  EstimateType,
  MeasureType,
  Phase,
} from '../model/trial.ts';

/** A concept with one coding: https://hl7.org/fhir/R5/datatypes.html#CodeableConcept */
export const concept = (system: string, code: string, display?: string): CodeableConcept => ({
  coding: [{ system, code, ...(display !== undefined && { display }) }],
});

/** A concept of one of our own code systems. */
export const ownConcept = (system: string, code: string): CodeableConcept =>
  concept(codeSystem(system), code);

type Term = readonly [code: string, display?: string];

const termOf =
  <K extends string>(system: string, terms: Readonly<Record<K, Term>>) =>
  (key: K): CodeableConcept => {
    const [code, display] = terms[key];
    return concept(system, code, display);
  };

/** https://hl7.org/fhir/R5/valueset-research-study-phase.html */
export const phaseConcept = termOf<Phase | 'n-a'>('http://hl7.org/fhir/research-study-phase', {
  'n-a': ['n-a', 'N/A'],
  'early-phase-1': ['early-phase-1', 'Early Phase 1'],
  'phase-1': ['phase-1', 'Phase 1'],
  'phase-1-phase-2': ['phase-1-phase-2', 'Phase 1/Phase 2'],
  'phase-2': ['phase-2', 'Phase 2'],
  'phase-2-phase-3': ['phase-2-phase-3', 'Phase 2/Phase 3'],
  'phase-3': ['phase-3', 'Phase 3'],
  'phase-4': ['phase-4', 'Phase 4'],
});

/** Our design terms that R5's list has a code for: https://hl7.org/fhir/R5/valueset-study-design.html */
export const studyDesignConcept = termOf<
  | Allocation
  | AllocationMethod
  | 'analysts-masked'
  | 'assessors-masked'
  | 'case-control'
  | 'cross-sectional'
  | 'crossover'
  | 'ecologic'
  | 'expanded-access'
  | 'family-based'
  | 'interventional'
  | 'matched-controls'
  | 'multicentre'
  | 'observational'
  | 'parallel'
  | 'participants-masked'
  | 'providers-masked'
  | 'single-group'
>('http://hl7.org/fhir/study-design', {
  interventional: ['SEVCO:01001', 'Interventional research'],
  randomised: ['SEVCO:01003', 'randomized assignment'],
  'non-randomised': ['SEVCO:01005', 'Non-randomized assignment'],
  simple: ['SEVCO:01006', 'simple randomization'],
  stratified: ['SEVCO:01007', 'stratified randomization'],
  block: ['SEVCO:01008', 'block randomization'],
  adaptive: ['SEVCO:01009', 'adaptive randomization'],
  'matched-controls': ['SEVCO:01014', 'Matching for comparison'],
  multicentre: ['SEVCO:01043', 'Multicentric'],
  observational: ['SEVCO:01002', 'Observational research'],
  'expanded-access': ['SEVCO:01038', 'Expanded Access study'],
  parallel: ['SEVCO:01011', 'Parallel cohort design'],
  crossover: ['SEVCO:01012', 'Crossover cohort design'],
  'case-control': ['SEVCO:01013', 'Case control design'],
  'single-group': ['SEVCO:01016', 'Uncontrolled cohort design'],
  'family-based': ['SEVCO:01020', 'Family study design'],
  // R5's display of this code ends in a space.
  'cross-sectional': ['SEVCO:01027'],
  ecologic: ['SEVCO:01044', 'Ecological design'],
  'participants-masked': ['SEVCO:01060', 'Blinding of study participants'],
  'providers-masked': ['SEVCO:01061', 'Blinding of intervention providers'],
  'assessors-masked': ['SEVCO:01062', 'Blinding of outcome assessors'],
  'analysts-masked': ['SEVCO:01063', 'Blinding of data analysts'],
});

/** https://hl7.org/fhir/R5/valueset-research-study-arm-type.html */
export const armTypeConcept = termOf<
  | 'experimental'
  | 'placebo-comparator'
  | 'active-comparator'
  | 'sham-comparator'
  | 'no-intervention'
  | 'other'
>('http://hl7.org/fhir/research-study-arm-type', {
  experimental: ['experimental', 'Experimental'],
  'placebo-comparator': ['placebo-comparator', 'Placebo Comparator'],
  'active-comparator': ['active-comparator', 'Active Comparator'],
  'sham-comparator': ['sham-comparator', 'Sham Comparator'],
  'no-intervention': ['no-intervention', 'No Intervention'],
  other: ['other-arm-type', 'Other Arm Type'],
});

/** https://hl7.org/fhir/R5/valueset-research-study-objective-type.html */
export const objectiveTypeConcept = termOf<'primary' | 'secondary'>(
  'http://hl7.org/fhir/research-study-objective-type',
  { primary: ['primary', 'Primary'], secondary: ['secondary', 'Secondary'] },
);

/** https://hl7.org/fhir/R5/valueset-variable-role.html */
export const variableRoleConcept = termOf<
  'population' | 'exposure' | 'referenceExposure' | 'measuredVariable'
>('http://terminology.hl7.org/CodeSystem/variable-role', {
  population: ['population', 'population'],
  exposure: ['exposure', 'exposure'],
  referenceExposure: ['referenceExposure', 'reference exposure'],
  measuredVariable: ['measuredVariable', 'measured variable'],
});

/** https://hl7.org/fhir/R5/valueset-statistic-type.html */
export const statisticTypeConcept = termOf<MeasureType | EstimateType>(
  'http://terminology.hl7.org/CodeSystem/statistic-type',
  {
    count: ['C25463', 'Count'],
    proportion: ['C44256', 'Proportion'],
    median: ['C28007', 'Median'],
    mean: ['C53319', 'Mean'],
    descriptive: ['descriptive', 'Descriptive'],
    'relative-risk': ['C93152', 'Relative Risk'],
    'odds-ratio': ['C16932', 'Odds Ratio'],
    'hazard-ratio': ['C93150', 'Hazard Ratio'],
    'rate-ratio': ['rate-ratio', 'Incidence Rate Ratio'],
    'risk-difference': ['0000424', 'Risk Difference'],
    'mean-difference': ['0000457', 'Mean Difference'],
    'median-difference': ['absolute-MedianDiff', 'Absolute Median Difference'],
    'standardised-mean-difference': ['0000100', 'Standardized Mean Difference'],
  },
);

/** https://hl7.org/fhir/R5/valueset-attribute-estimate-type.html */
export const attributeEstimateConcept = termOf<
  | 'confidence-interval'
  | 'credible-interval'
  | 'interquartile-range'
  | 'range'
  | 'standard-deviation'
  | 'standard-error'
  | 'p-value'
>('http://terminology.hl7.org/CodeSystem/attribute-estimate-type', {
  'confidence-interval': ['C53324', 'Confidence interval'],
  'credible-interval': ['0000455', 'Credible interval'],
  'interquartile-range': ['C53245', 'Interquartile range'],
  range: ['C38013', 'Range'],
  'standard-deviation': ['C53322', 'Standard deviation'],
  'standard-error': ['0000037', 'Standard error of the mean'],
  'p-value': ['C44185', 'P-value'],
});

/** Which way a result points; R5 has no element for it. */
export const directionConcept = (direction: Direction): CodeableConcept =>
  ownConcept('evidence-direction', direction);

// Tests of the list by their own names; anything more or less than such a name is not one of them.
const TESTS: ReadonlyMap<string, Term> = new Map(
  (
    [
      ['zTest', 'z-test'],
      ['oneSampleTTest', '1-sample t-test'],
      ['twoSampleTTest', '2-sample t-test'],
      ['pairedTTest', 'paired t-test'],
      ['chiSquareTest', 'Chi-square test'],
      ['chiSquareTestTrend', 'Chi-square test for trend'],
      ['pearsonCorrelation', 'Pearson correlation'],
      ['anovaOneWay', 'one-way ANOVA'],
      ['signTest', 'sign test'],
      ['wilcoxonSignedRankTest', 'Wilcoxon signed-rank test'],
      ['wilcoxonRankSumTest', 'Wilcoxon rank-sum test'],
      ['mannWhitneyUTest', 'Mann-Whitney U test'],
      ['fishersExactTest', 'Fisher’s exact test'],
      ['mcnemarsTest', 'McNemar’s test'],
      ['kruskalWallisTest', 'Kruskal Wallis test'],
      ['spearmanCorrelation', 'Spearman correlation'],
      ['kendallCorrelation', 'Kendall correlation'],
      ['friedmanTest', 'Friedman test'],
      ['linearRegression', 'Linear Regression'],
      ['logisticRegression', 'Logistic Regression'],
    ] satisfies Term[]
  ).map((term) => [testKey(term[1]), term]),
);

function testKey(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[-‐–\s]+/g, ' ')
    .trim();
}

/** A test in the source's words, coded only where they name one of https://hl7.org/fhir/R5/valueset-statistic-model-code.html */
export const testConcept = (words: string): CodeableConcept => {
  const term = TESTS.get(testKey(words));
  return { ...(term && concept('http://hl7.org/fhir/statistic-model-code', term[0], term[1])), text: words };
};
