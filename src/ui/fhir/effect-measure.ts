import type { EvidenceStatistic } from 'fhir/r5.js';
import { codeIn } from './concept.ts';

const STATISTICS = 'http://terminology.hl7.org/CodeSystem/statistic-type';

/** The measures that compare two groups, by the names that `$pool` has for them: https://hl7.org/fhir/R5/valueset-statistic-type.html */
export const MEASURES = {
  RR: { code: 'C93152', isRatio: true, isOfCounts: true },
  OR: { code: 'C16932', isRatio: true, isOfCounts: true },
  RD: { code: '0000424', isRatio: false, isOfCounts: true },
  MD: { code: '0000457', isRatio: false, isOfCounts: false },
  SMD: { code: '0000100', isRatio: false, isOfCounts: false },
  HR: { code: 'C93150', isRatio: true, isOfCounts: false },
  IRR: { code: 'rate-ratio', isRatio: true, isOfCounts: false },
} as const;

/** The name of a measure that compares two groups. */
export type MeasureName = keyof typeof MEASURES;

/** The names of all measures that compare two groups. */
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];

/** The measure of a statistic, if it compares two groups by one that can be drawn. */
export const measureOf = ({ statisticType }: EvidenceStatistic): MeasureName | undefined => {
  const code = codeIn(STATISTICS, statisticType);
  return MEASURE_NAMES.find((name) => MEASURES[name].code === code);
};
