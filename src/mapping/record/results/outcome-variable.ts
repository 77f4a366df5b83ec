import { NOT_STATED, stated } from '../../../model/fact.ts';
import type { MeasureTable, ReportedOutcome } from '../../../model/record/results.ts';
import { valuesOf } from '../../context.ts';
import { uniqueKeys } from '../../id.ts';
import { measureDetails, measureParts } from './measure-evidence.ts';
import type { ResultVariable } from './result-variable.ts';

/** The outcomes of a record's results with what each measures. */
export const outcomeVariables = (
  outcomes: readonly ReportedOutcome[],
): ReadonlyMap<ReportedOutcome, ResultVariable> => {
  const keys = uniqueKeys(outcomes, [
    ({ title }) => title.value,
    ({ role, timeFrame }) => `${stated(role) ?? ''}\n${stated(timeFrame) ?? ''}`,
    ({ description, populationDescription }) =>
      `${stated(description) ?? ''}\n${stated(populationDescription) ?? ''}`,
    valuesOf,
  ]);
  return new Map(
    outcomes.map((outcome) => [
      outcome,
      {
        key: `outcome ${keys.get(outcome) ?? ''}`,
        name: outcome.title.value,
        title: outcome.title,
        description: outcome.description,
        timeFrame: outcome.timeFrame,
        details: [
          ['role', outcome.role],
          ['reporting status', outcome.reportingStatus],
          ['anticipated posting date', outcome.anticipatedPostingDate],
          ['units analysed', outcome.typeUnitsAnalysed],
          ...measureDetails(outcome),
        ],
        parts: measureParts(outcome),
      },
    ]),
  );
};

/** The characteristics of a record's baseline with what each measures. */
export const baselineVariables = (
  measures: readonly MeasureTable[],
): ReadonlyMap<MeasureTable, ResultVariable> => {
  const keys = uniqueKeys(measures, [
    ({ title }) => title.value,
    ({ description, unit }) => `${stated(description) ?? ''}\n${stated(unit) ?? ''}`,
    valuesOf,
  ]);
  return new Map(
    measures.map((measure) => [
      measure,
      {
        key: `baseline ${keys.get(measure) ?? ''}`,
        name: measure.title.value,
        title: measure.title,
        description: measure.description,
        timeFrame: NOT_STATED,
        details: measureDetails(measure),
        parts: measureParts(measure),
      },
    ]),
  );
};
