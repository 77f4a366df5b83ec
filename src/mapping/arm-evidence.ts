import type { EvidenceStatistic } from 'fhir/r5.js';
import { exact } from '../fhir/content.ts';
import { type Markup, table } from '../fhir/narrative.ts';
import { NOT_STATED, stated } from '../model/fact.ts';
import type { GroupResult, Measure } from '../model/trial.ts';
import { deviationEstimate, intervalEstimate } from './attribute-estimate.ts';
import { statisticTypeConcept } from './concept.ts';
import type { Context } from './context.ts';
import { quantity } from './quantity.ts';
import { measureName, spreadText, valueText } from './result-text.ts';

const WHOLE = /^\d+$/;

const statistic = (context: Context, measure: Measure, { n }: GroupResult): EvidenceStatistic => {
  const { type, value } = measure;
  const unit = stated(measure.unit);
  const affected = type === 'count' && WHOLE.test(value.value);
  const attributeEstimate = [
    ...intervalEstimate(context, measure.spread, unit),
    ...deviationEstimate(context, 'standard-deviation', measure.standardDeviation, unit),
    ...deviationEstimate(context, 'standard-error', measure.standardError ?? NOT_STATED, unit),
  ];
  const count = context.primitive('knownDataCount', n);
  return {
    statisticType: statisticTypeConcept(type),
    quantity: {
      ...context.on(value),
      ...quantity(value.value, unit),
      ...(unit !== undefined && { _unit: context.on(measure.unit) }),
    },
    ...(affected && { numberAffected: exact(value.value), _numberAffected: context.on(value) }),
    ...('knownDataCount' in count && { sampleSize: count }),
    ...(attributeEstimate.length > 0 && { attributeEstimate }),
  };
};

/** The values of one outcome in one group: https://hl7.org/fhir/R5/evidence-definitions.html#Evidence.statistic */
export const armStatistics = (context: Context, result: GroupResult): EvidenceStatistic[] =>
  result.measures.map((measure) => statistic(context, measure, result));

/** The same values as a table. */
export const armTable = (result: GroupResult): readonly Markup[] =>
  table(
    ['Measure', 'Value', 'Spread', 'Participants'],
    result.measures.map((measure) => [
      measureName(measure.type),
      valueText(measure),
      spreadText(measure),
      String(stated(result.n) ?? ''),
    ]),
  );
