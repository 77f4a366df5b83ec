import type { EvidenceStatistic } from 'fhir/r5.js';
import { NOT_STATED } from '../model/fact.ts';
import type { ComparisonResult } from '../model/trial.ts';
import { intervalEstimate, pValueEstimate } from './attribute-estimate.ts';
import { statisticTypeConcept, testConcept } from './concept.ts';
import type { Context } from './context.ts';
import { quantity } from './quantity.ts';
import { sidesConcept } from './record/results/statistic-type.ts';

/** Whether a comparison reports a number. */
export const hasValue = ({ estimate, interval, pValue }: ComparisonResult): boolean =>
  [estimate, interval, pValue].some((fact) => fact !== NOT_STATED);

/** An estimate with its interval and P value; a P value alone has neither type nor quantity. */
export const comparisonStatistic = (context: Context, result: ComparisonResult): EvidenceStatistic => {
  const { estimate, interval, pValue, test, adjusted, population, sides, margin } = result;
  const unit = result.unit?.value;
  const attributeEstimate = [
    ...intervalEstimate(context, interval, unit),
    ...pValueEstimate(context, pValue),
  ];
  const modelCharacteristic = [
    ...(test === NOT_STATED ? [] : [{ code: { ...context.on(test), ...testConcept(test.value) } }]),
    ...(adjusted ? [{ code: { ...context.on(adjusted), text: adjusted.value } }] : []),
    ...(population ? [{ code: { ...context.on(population), text: population.value } }] : []),
    ...(sides ? [{ code: { ...context.on(sides), ...sidesConcept(sides.value) } }] : []),
    ...(margin ? [{ code: { ...context.on(margin), text: margin.value } }] : []),
  ];
  return {
    ...(estimate !== NOT_STATED && {
      statisticType: statisticTypeConcept(estimate.value.type),
      quantity: {
        ...context.on(estimate),
        ...quantity(estimate.value.value, unit),
        ...(result.unit && { _unit: context.on(result.unit) }),
      },
    }),
    ...(attributeEstimate.length > 0 && { attributeEstimate }),
    ...(modelCharacteristic.length > 0 && { modelCharacteristic }),
  };
};
