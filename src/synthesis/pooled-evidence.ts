import type { Evidence, EvidenceStatistic, EvidenceVariableDefinition, RelatedArtifact } from 'fhir/r5.js';
import { structureDefinition } from '../fhir/canonical.ts';
import { type Frame, frameOf, rowInterval, rowName } from './frame.ts';
import { callInR } from './in-r.ts';
import { nameOf } from './material.ts';
import { MEASURES } from './measure.ts';
import type { Pooled } from './pool.ts';
import {
  confidenceInterval,
  differences,
  modelCharacteristics,
  percent,
  pooledAttributes,
  quantity,
  written,
} from './pooled-attributes.ts';
import { pooledText } from './pooled-text.ts';
import type { Row } from './row.ts';
import { sumOf } from './study-effect.ts';
import type { Synthesis } from './synthesis.ts';

const participants = (rows: readonly Row[]): number | undefined =>
  rows.some((row) => row.participants === undefined)
    ? undefined
    : Math.round(sumOf(rows, (row) => row.participants!));

const sampleSize = (rows: readonly Row[]): EvidenceStatistic['sampleSize'] => {
  const people = participants(rows);
  return {
    ...(people === undefined && {
      description: 'Of some studies an effect was pooled without knowing how many people it is of.',
    }),
    numberOfStudies: new Set(rows.map(({ study }) => study)).size,
    ...(people !== undefined && { numberOfParticipants: people }),
  };
};

const pooledStatistic = ({ pooled, rows, choices }: Synthesis, frame: Frame): EvidenceStatistic => {
  const { scale, unit, type, level, from } = frame;
  const { name } = MEASURES[choices.measure];
  return {
    description: `The pooled ${name}. On the ${scale.name} scale, on which it was pooled, it is ${written(pooled.estimate)} with a standard error of ${written(pooled.standardError)}.`,
    statisticType: type,
    quantity: quantity(scale.from(pooled.estimate), unit),
    sampleSize: sampleSize(rows),
    attributeEstimate: pooledAttributes(pooled, level, { scale: scale.name, unit, from }),
    modelCharacteristic: modelCharacteristics(
      choices.model,
      choices.hartungKnapp,
      rows.some(({ corrected }) => corrected),
    ),
  };
};

const rowStatistic = (
  row: Row,
  weight: number,
  { type, scale, unit, from, level }: Frame,
): EvidenceStatistic => ({
  description: 'The effect of one study, as it was pooled.',
  statisticType: type,
  category: { text: rowName(row) },
  quantity: quantity(scale.from(row.effect.estimate), unit),
  ...(row.participants !== undefined && {
    sampleSize: { numberOfStudies: 1, numberOfParticipants: Math.round(row.participants) },
  }),
  attributeEstimate: [
    confidenceInterval(from(rowInterval(row, level)), level, unit),
    { type: { text: 'weight' }, quantity: percent(weight) },
  ],
});

const leftOutStatistic = (
  row: Row,
  pooled: Pooled,
  { type, scale, unit, from, level }: Frame,
): EvidenceStatistic => ({
  description: 'The pooled effect of all others.',
  statisticType: type,
  category: { text: `without ${rowName(row)}` },
  quantity: quantity(scale.from(pooled.estimate), unit),
  attributeEstimate: [confidenceInterval(from(pooled.interval), level, unit), ...differences(pooled, level)],
});

const distinct = (items: readonly string[]): string => [...new Set(items)].join('; ');

const role = (code: string, display: string): EvidenceVariableDefinition['variableRole'] => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variable-role', code, display }],
});

const variables = (rows: readonly Row[]): EvidenceVariableDefinition[] => {
  const outcomes = rows.map(({ comparison: { outcome, category, time } }) =>
    [outcome, category, time].filter((part) => part !== undefined).join(', '),
  );
  return [
    {
      description: `The people of: ${distinct(rows.map(({ study }) => study.name))}`,
      variableRole: role('population', 'population'),
    },
    {
      description: distinct(rows.map(({ comparison }) => comparison.groups[0])),
      variableRole: role('exposure', 'exposure'),
    },
    {
      description: distinct(rows.map(({ comparison }) => comparison.groups[1])),
      variableRole: role('referenceExposure', 'reference exposure'),
    },
    { description: distinct(outcomes), variableRole: role('measuredVariable', 'measured variable') },
  ];
};

const related = ({ evidence }: Synthesis, csv: string): RelatedArtifact[] => [
  ...evidence.map(
    (one): RelatedArtifact => ({
      type: 'derived-from',
      resourceReference: { ...one.source.reference, display: nameOf(one) },
    }),
  ),
  {
    type: 'supported-with',
    label: 'Data',
    document: {
      // The official validator knows but a few media types by itself, and text/csv is none of them.
      contentType: 'text/plain',
      data: Buffer.from(csv).toString('base64'),
      title: 'pooled.csv: the data that were pooled, for R’s metafor',
    },
  },
];

/**
 * What evidence gives together, as Evidence: https://hl7.org/fhir/R5/evidence.html Its first statistic is the pooled
 * effect; then come the studies, then the pooled effect without each of them. `csv` is the data that went in.
 */
export const pooledEvidence = (synthesis: Synthesis, csv: string, date: string): Evidence => {
  const { choices, rows, pooled, leftOut, remarks } = synthesis;
  const frame = frameOf(synthesis);
  const outcomes = distinct(rows.map(({ comparison }) => comparison.outcome));
  const title = `${outcomes}: pooled ${MEASURES[choices.measure].name}`;
  const inR = `To repeat it in R with metafor, “dat” being the data beside it: ${callInR(choices)}`;
  return {
    resourceType: 'Evidence',
    meta: { profile: [structureDefinition('pooled-evidence')] },
    ...pooledText(title, synthesis, frame),
    title,
    status: 'draft',
    date,
    relatedArtifact: related(synthesis, csv),
    description: `${new Set(rows.map(({ study }) => study)).size} studies were pooled by computer, as asked for; nobody has appraised the result. I² is that of Higgins and Thompson, from Q; the prediction interval has two degrees of freedom less than there are studies.`,
    note: [...remarks, inR].map((one) => ({ text: one })),
    variableDefinition: variables(rows),
    synthesisType: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/synthesis-type',
          code: 'std-MA',
          display: 'summary data meta-analysis',
        },
      ],
    },
    statistic: [
      pooledStatistic(synthesis, frame),
      ...rows.map((row, at) => rowStatistic(row, pooled.weights[at]!, frame)),
      ...leftOut.map((one, at) => leftOutStatistic(rows[at]!, one, frame)),
    ],
  };
};
