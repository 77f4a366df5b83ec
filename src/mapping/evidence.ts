import type { Evidence, Extension, Reference } from 'fhir/r5.js';
import { structureDefinition } from '../fhir/canonical.ts';
import { heading, type Markup, narrative, paragraph, quotation, sentence } from '../fhir/narrative.ts';
import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import type { Direction, Result } from '../model/trial.ts';
import { armStatistics, armTable } from './arm-evidence.ts';
import { citationReference } from './citation.ts';
import { comparisonStatistic, hasValue } from './comparison-evidence.ts';
import { directionConcept } from './concept.ts';
import { type Context, claims } from './context.ts';
import { comparisonText, directionText, groupsText, measureName, outcomeText } from './result-text.ts';
import { population, variableDefinitions } from './variable-definition.ts';

const title = (context: Context, result: Result): string => {
  const groups = `${outcomeText(context, result)}: ${groupsText(context, result)}`;
  return result.kind === 'comparison' && result.estimate !== NOT_STATED
    ? `${groups}, ${measureName(result.estimate.value.type)}`
    : groups;
};

const resultId = (context: Context, result: Result): string =>
  context.makeId(title(context, result), ['Evidence', context.resultKey(result)]);

/** The Evidence of a result. */
export const evidenceReference = (context: Context, result: Result): Reference => ({
  reference: `Evidence/${resultId(context, result)}`,
});

const conclusionId = (context: Context, conclusion: Fact<string>): string =>
  context.makeId('conclusion', ['Evidence', 'conclusion', conclusion.value]);

/** The Evidence of a conclusion. */
export const conclusionReference = (context: Context, conclusion: Fact<string>): Reference => ({
  reference: `Evidence/${conclusionId(context, conclusion)}`,
});

const directed = (context: Context, direction: Stated<Direction>): { extension?: Extension[] } =>
  direction === NOT_STATED
    ? {}
    : {
        extension: [
          {
            url: structureDefinition('evidence-direction'),
            valueCodeableConcept: { ...context.on(direction), ...directionConcept(direction.value) },
          },
        ],
      };

const frame = (
  context: Context,
  id: string,
  profile: string,
  name: string,
  text: readonly Markup[],
): Pick<Evidence, 'resourceType' | 'id' | 'meta' | 'text' | 'title' | 'status' | 'relatedArtifact'> => {
  const resourceReference = citationReference(context);
  return {
    resourceType: 'Evidence',
    id,
    ...claims(profile),
    ...narrative(heading(name), ...text),
    title: name,
    status: 'active',
    ...(resourceReference && { relatedArtifact: [{ type: 'derived-from', resourceReference }] }),
  };
};

/** What is said of a result, and in which of the three forms; without any value it is a finding in words. */
const said = (
  context: Context,
  result: Result,
): [profile: string, text: readonly Markup[], content: Partial<Evidence>] => {
  if (result.kind === 'group' && result.measures.length > 0)
    return ['arm-evidence', armTable(result), { statistic: armStatistics(context, result) }];
  if (result.kind === 'comparison' && hasValue(result))
    return [
      'comparison-evidence',
      [paragraph(`${comparisonText(result)}.`)],
      { statistic: [comparisonStatistic(context, result)] },
    ];
  const words = result.kind === 'finding' ? result.words : result.sentence;
  return ['finding-evidence', [paragraph(words.value)], context.primitive('assertion', words)];
};

const resultEvidence = (context: Context, result: Result): Evidence => {
  const name = title(context, result);
  const [profile, text, content] = said(context, result);
  const direction = result.kind === 'group' ? undefined : directionText(result.direction);
  return {
    ...frame(context, resultId(context, result), profile, name, [
      ...text,
      ...sentence('Direction: ', direction, '.'),
      quotation(result.sentence.value),
    ]),
    ...(result.kind !== 'group' && directed(context, result.direction)),
    ...context.primitive('description', result.sentence),
    variableDefinition: variableDefinitions(context, result),
    ...content,
  };
};

const conclusionEvidence = (context: Context, conclusion: Fact<string>): Evidence => ({
  ...frame(context, conclusionId(context, conclusion), 'finding-evidence', 'Conclusion', [
    paragraph(conclusion.value),
  ]),
  ...context.primitive('assertion', conclusion),
  variableDefinition: [population(context)],
});

/** What a trial found, one Evidence per result and conclusion: https://hl7.org/fhir/R5/evidence.html */
export const evidence = (context: Context): readonly Evidence[] => [
  ...context.trial.results.map((result) => resultEvidence(context, result)),
  ...context.trial.conclusions.map((conclusion) => conclusionEvidence(context, conclusion)),
];
