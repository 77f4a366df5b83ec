import type { CodeableConcept, EvidenceStatistic, EvidenceStatisticAttributeEstimate } from 'fhir/r5.js';
import { exact } from '../../../fhir/content.ts';
import { NOT_STATED, stated } from '../../../model/fact.ts';
import type { Measurement, MeasureTable } from '../../../model/record/results.ts';
import { absent, type Marks } from '../../mark.ts';
import type { Cell } from './cell.ts';
import { isPeople, isShareOfPeople, notes, reportedQuantity, reportedRange } from './quantity.ts';
import { sampleSize } from './sample-size.ts';
import { countsPeople, isPlainNumber, measureTypeConcept, type Spread, spreadOf } from './statistic-type.ts';
import { writtenCount, writtenFraction } from './written-number.ts';

const spreadEstimates = (
  marks: Marks,
  { spread, lower, upper }: Pick<Measurement, 'spread' | 'lower' | 'upper'>,
  kind: Spread | undefined,
  unit: string | undefined,
): EvidenceStatisticAttributeEstimate[] => {
  const level = kind?.level === undefined ? undefined : writtenFraction(kind.level);
  // A kind of spread in another shape than its own is said in words, as what it is cannot be known.
  const type = (shape: 'value' | 'range') =>
    kind === undefined
      ? absent('unknown')
      : kind.shape === shape || kind.concept.coding === undefined
        ? kind.concept
        : { text: kind.concept.text };
  return [
    ...(spread === NOT_STATED
      ? []
      : [{ type: type('value'), quantity: reportedQuantity(marks, spread, unit) }]),
    ...(lower === NOT_STATED && upper === NOT_STATED
      ? []
      : [
          {
            type: type('range'),
            ...(level !== undefined && { level: exact(level) }),
            ...reportedRange(marks, lower, upper, unit),
          },
        ]),
  ];
};

/** What the cells of a table have in common. */
export interface Kind {
  readonly unit: string | undefined;
  readonly type: CodeableConcept;
  readonly people: boolean;
  readonly spread: Spread | undefined;
}

/** What a table says once for all of its cells. */
export const kindOf = ({ parameterType, dispersionType, unit }: MeasureTable): Kind => {
  const type = stated(parameterType);
  const units = stated(unit);
  const people = countsPeople(type) || (isPlainNumber(type) && isPeople(units));
  const otherwise = people ? 'count' : isShareOfPeople(units) ? 'proportion' : 'descriptive';
  const dispersion = stated(dispersionType);
  return {
    unit: units,
    type: measureTypeConcept(type, otherwise),
    people,
    spread: dispersion === undefined ? undefined : spreadOf(dispersion),
  };
};

/** The value of a cell, marked, with how many people it is about: https://hl7.org/fhir/R5/evidence-definitions.html#Evidence.statistic */
export const measureStatistic = (
  marks: Marks,
  /** Marks what holds for several cells. */
  once: Marks,
  { titles, measurement, sizes }: Cell,
  { unit, type, people, spread }: Kind,
): EvidenceStatistic => {
  const value = measurement?.value ?? NOT_STATED;
  const count = people && value !== NOT_STATED ? writtenCount(value.value) : undefined;
  const estimates = measurement
    ? spreadEstimates(marks, measurement, spread, spread?.shape === undefined ? undefined : unit)
    : [];
  return {
    ...(measurement && notes(marks, measurement.comment)),
    statisticType: type,
    ...(titles.length > 0 && { category: { text: titles.join(': ') } }),
    quantity: value === NOT_STATED ? absent('unknown') : reportedQuantity(marks, value, unit),
    ...(count !== undefined && { numberAffected: count }),
    ...sampleSize(once, sizes),
    ...(estimates.length > 0 && { attributeEstimate: estimates }),
  };
};
