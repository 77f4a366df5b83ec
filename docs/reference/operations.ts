import type { OperationDefinition, SearchParameter } from 'fhir/r5.js';
import { code, table } from './markdown.ts';

const levels = ({ system, type, instance, resource = [], code: name }: OperationDefinition): string =>
  [
    ...(system ? [`$${name}`] : []),
    ...resource.flatMap((of) => [
      ...(type ? [`${of}/$${name}`] : []),
      ...(instance ? [`${of}/[id]/$${name}`] : []),
    ]),
  ]
    .map(code)
    .join(', ');

/** An operation with its parameters: https://hl7.org/fhir/R5/operationdefinition.html */
export const operationReference = (definition: OperationDefinition): string =>
  [
    `### $${definition.code}: ${definition.title ?? definition.name}`,
    levels(definition),
    definition.description ?? '',
    table(
      ['parameter', 'use', 'card.', 'type', 'what it is'],
      (definition.parameter ?? []).map(({ name, use, min, max, type, documentation = '' }) => [
        code(name),
        use,
        `${min}..${max}`,
        type ?? '',
        documentation,
      ]),
    ),
  ].join('\n\n');

/** Search parameters as one table: https://hl7.org/fhir/R5/searchparameter.html */
export const searchParameterTable = (parameters: readonly SearchParameter[]): string =>
  table(
    ['of', 'name', 'type', 'finds'],
    parameters.map(({ base, code: name, type, description }) => [
      base.join(', '),
      code(name),
      type,
      description,
    ]),
  );
