import { type Markup, table } from '../../../fhir/narrative.ts';
import { type Fact, type Stated, stated } from '../../../model/fact.ts';
import type { Analysis, Group } from '../../../model/record/results.ts';
import { valuesOf } from '../../context.ts';
import { uniqueKeys } from '../../id.ts';
import { analysisStatistic } from './analysis-statistic.ts';
import {
  type Entry,
  exposureDefinition,
  measuredDefinition,
  populationDefinition,
  type ResultsContext,
  resultEvidence,
  unknownExposure,
} from './result-evidence.ts';
import type { ResultVariable } from './result-variable.ts';
import { groupsById, type Subject, subjectName } from './subject.ts';

const words = (fact: Stated<string>): string => stated(fact) ?? '';

const analysisTable = (analysis: Analysis): readonly Markup[] => {
  const { intervalLower, intervalUpper, intervalLevel } = analysis;
  const bounds = [intervalLower, intervalUpper].map(words);
  const level = stated(intervalLevel);
  return table(
    ['Estimate', 'Value', 'Interval', 'P', 'Method'],
    [
      [
        words(analysis.parameterType),
        words(analysis.parameterValue),
        bounds.some((bound) => bound !== '')
          ? `${level === undefined ? '' : `${level}%: `}${bounds.join(' to ')}`
          : '',
        words(analysis.pValue),
        words(analysis.statisticalMethod),
      ],
    ],
  );
};

/** The analyses of an outcome, an Evidence each: https://hl7.org/fhir/R5/evidence.html */
export const analysisEvidence = (
  context: ResultsContext,
  analyses: readonly Analysis[],
  groups: readonly Group[],
  variable: ResultVariable,
): readonly Entry[] => {
  const byId = groupsById(groups);
  const subjectsOf = (analysis: Analysis): readonly Subject[] =>
    [...Map.groupBy(analysis.groups, ({ value }) => value).values()].map((named) => ({
      group: byId.get(named[0]!.value),
      named: named as [Fact<string>, ...Fact<string>[]],
    }));
  const namesOf = (analysis: Analysis): string => subjectsOf(analysis).map(subjectName).join(' and ');
  const keys = uniqueKeys(analyses, [
    namesOf,
    ({ parameterType, statisticalMethod }) => `${words(parameterType)}\n${words(statisticalMethod)}`,
    ({ groupDescription }) => words(groupDescription),
    valuesOf,
  ]);
  return analyses.map((analysis) => {
    const subjects = subjectsOf(analysis);
    const named = namesOf(analysis) || 'all participants';
    const title = `${variable.name}: ${named}, ${stated(analysis.parameterType) ?? 'analysis'}`;
    const found = analysisStatistic(context, analysis);
    return {
      section: 'Analyses',
      evidence: resultEvidence(
        context,
        'comparison-evidence',
        title,
        [variable.key, 'analysis', keys.get(analysis) ?? ''],
        analysisTable(analysis),
        {
          ...context.primitive('description', analysis.groupDescription),
          variableDefinition: [
            populationDefinition(context),
            ...(subjects.length === 0
              ? [unknownExposure]
              : subjects.map((subject) => exposureDefinition(context, subject))),
            measuredDefinition(context, variable),
          ],
          statistic: [Object.keys(found).length === 0 ? { description: 'No value is reported.' } : found],
        },
      ),
    };
  });
};
