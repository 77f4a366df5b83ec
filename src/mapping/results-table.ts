import { list, type Markup, section, table } from '../fhir/narrative.ts';
import { stated } from '../model/fact.ts';
import type { Domain } from '../model/trial.ts';
import type { Context } from './context.ts';
import { groupsText, resultText } from './result-text.ts';
import { timeText } from './time-point.ts';

const resultsTable = (context: Context, domain: Domain): readonly Markup[] =>
  table(
    ['Outcome', 'Time', 'Groups', 'Result'],
    context.trial.results
      .filter(({ outcome }) => context.outcome(outcome).domain === domain)
      .map((result) => {
        const time = stated(result.timePoint);
        return [
          context.outcome(result.outcome).name.value,
          time === undefined ? '' : timeText(time),
          groupsText(context, result),
          resultText(result),
        ];
      }),
  );

/** Everything a trial found, in the sections of its report. */
export const findingsText = (context: Context): readonly Markup[] => [
  ...section('Baseline', resultsTable(context, 'baseline')),
  ...section('Results', resultsTable(context, 'effect')),
  ...section('Adverse events', resultsTable(context, 'adverse-event')),
  ...section('Conclusions', list(context.trial.conclusions.map(({ value }) => value))),
];
