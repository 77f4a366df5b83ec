import type { EvidenceStatisticAttributeEstimate, Quantity } from 'fhir/r5.js';
import { exact } from '../fhir/content.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Fact, Stated } from '../model/fact.ts';
import { NOT_STATED } from '../model/fact.ts';
import type { Interval, PValue } from '../model/trial.ts';
import { attributeEstimateConcept } from './concept.ts';
import type { Context } from './context.ts';
import { absent, valued, verbatim } from './mark.ts';
import { quantity, unitOf } from './quantity.ts';

type AttributeEstimates = readonly EvidenceStatisticAttributeEstimate[];

/** The bounds of an interval. R5 forbids a reversed range (rng-2): it is then in words alone. */
const bounds = (
  context: Context,
  interval: Fact<Interval>,
  unit: string | undefined,
): EvidenceStatisticAttributeEstimate => {
  const { low, high } = interval.value;
  const bound = (fact: Fact<Decimal>): Quantity => ({ ...context.on(fact), ...quantity(fact.value, unit) });
  if (Number(low.value) <= Number(high.value)) return { range: { low: bound(low), high: bound(high) } };
  const inWords: Quantity = { ...absent('as-text'), ...(unit !== undefined && unitOf(unit)) };
  return {
    ...context.primitive('description', verbatim(interval)),
    range: { low: inWords, high: inWords },
  };
};

/** An interval around a value: https://hl7.org/fhir/R5/evidence-definitions.html#Evidence.statistic.attributeEstimate */
export const intervalEstimate = (
  context: Context,
  interval: Stated<Interval>,
  unit: string | undefined,
): AttributeEstimates => {
  if (interval === NOT_STATED) return [];
  const { type, level } = interval.value;
  return [
    {
      type: attributeEstimateConcept(type),
      ...context.primitive('level', valued(level, exact)),
      ...bounds(context, interval, unit),
    },
  ];
};

/** A standard deviation or error, in the unit of its mean. */
export const deviationEstimate = (
  context: Context,
  type: 'standard-deviation' | 'standard-error',
  deviation: Stated<Decimal>,
  unit: string | undefined,
): AttributeEstimates =>
  deviation === NOT_STATED
    ? []
    : [
        {
          type: attributeEstimateConcept(type),
          quantity: { ...context.on(deviation), ...quantity(deviation.value, unit) },
        },
      ];

/** A P value with the comparator it is reported with. `>` and `<` are as reported; nothing is made exact. */
export const pValueEstimate = (context: Context, pValue: Stated<PValue>): AttributeEstimates => {
  if (pValue === NOT_STATED) return [];
  const { comparator, value } = pValue.value;
  return [
    {
      type: attributeEstimateConcept('p-value'),
      quantity: { ...context.on(pValue), ...quantity(value, undefined), ...(comparator && { comparator }) },
    },
  ];
};
