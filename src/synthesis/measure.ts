import type { CountMeasure, MeanMeasure } from './effect-size.ts';

/** A measure of effect of R5's list: https://hl7.org/fhir/R5/valueset-statistic-type.html */
interface Term {
  readonly code: string;
  readonly display: string;
  readonly name: string;
  /** Whether it is pooled as its logarithm. */
  readonly isRatio: boolean;
}

/** The measures of effect under the names that R's metafor has for them. */
export const MEASURES = {
  RR: { code: 'C93152', display: 'Relative Risk', name: 'risk ratio', isRatio: true },
  OR: { code: 'C16932', display: 'Odds Ratio', name: 'odds ratio', isRatio: true },
  RD: { code: '0000424', display: 'Risk Difference', name: 'risk difference', isRatio: false },
  MD: { code: '0000457', display: 'Mean Difference', name: 'mean difference', isRatio: false },
  SMD: {
    code: '0000100',
    display: 'Standardized Mean Difference',
    name: 'standardised mean difference',
    isRatio: false,
  },
  HR: { code: 'C93150', display: 'Hazard Ratio', name: 'hazard ratio', isRatio: true },
  IRR: { code: 'rate-ratio', display: 'Incidence Rate Ratio', name: 'rate ratio', isRatio: true },
} as const satisfies Record<string, Term>;

/** The name of a measure of effect. */
export type MeasureName = keyof typeof MEASURES;

/** The names of all measures of effect. */
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];

/** The measure that a code of R5's list stands for. */
export const measureOfCode = (code: string | undefined): MeasureName | undefined =>
  MEASURE_NAMES.find((name) => MEASURES[name].code === code);

/** Whether counts of two groups give a measure. */
export const isOfCounts = (measure: MeasureName): measure is CountMeasure =>
  measure === 'RR' || measure === 'OR' || measure === 'RD';

/** Whether means of two groups give a measure. */
export const isOfMeans = (measure: MeasureName): measure is MeanMeasure =>
  measure === 'MD' || measure === 'SMD';
