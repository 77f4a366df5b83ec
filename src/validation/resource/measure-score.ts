import type { Measure, MeasureGroup, MeasureReport, MeasureReportGroup } from 'fhir/r5.js';

/** The least and the most that a score can be: https://hl7.org/fhir/R5/valueset-measure-scoring.html */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  cohort: [0, Number.POSITIVE_INFINITY],
  proportion: [0, 1],
  ratio: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  'continuous-variable': [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** Scorings whose scores are counts or shares. */
const WITHOUT_UNIT = /^(?:cohort|proportion)$/;

/** Checks that the score of a group is as the scoring of its measure has it: https://hl7.org/fhir/R5/measurereport-definitions.html#MeasureReport.group.measureScore_x_ */
export const checkMeasureScore = (
  { measureScoreQuantity: quantity, ...group }: MeasureReportGroup,
  { scoring: own }: MeasureGroup,
  measure: Measure,
  type: MeasureReport['type'],
  issue: (text: string) => void,
): void => {
  const hasScore = quantity !== undefined || Object.keys(group).some((key) => key.startsWith('measureScore'));
  if (type === 'data-exchange') {
    if (hasScore) issue('A report that exchanges data has no score');
    return;
  }
  const scoring = (own ?? measure.scoring)?.coding?.[0]?.code ?? '';
  const range = Object.hasOwn(RANGES, scoring) ? RANGES[scoring] : undefined;
  if (range === undefined) return;
  if (!hasScore) issue(`The scoring of the measure is ${scoring}, but there is no score`);
  if (quantity === undefined) return;
  const { value, unit, system, code } = quantity;
  if (WITHOUT_UNIT.test(scoring) && (unit ?? system ?? code) !== undefined)
    issue(`The score of a measure of scoring ${scoring} has no unit`);
  if (value === undefined) issue(`The score of a measure of scoring ${scoring} has a value`);
  else if (value < range[0] || value > range[1])
    issue(`The score ${value} is not between ${range[0]} and ${range[1]}`);
};
