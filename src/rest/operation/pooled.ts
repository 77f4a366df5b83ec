import type { Binary } from 'fhir/r5.js';
import { csv } from '../../export/csv.ts';
import { METAFOR_COLUMNS, metaforRow } from '../../export/results/metafor.ts';
import type { Choices } from '../../synthesis/choices.ts';
import type { Material } from '../../synthesis/material.ts';
import { pooledEvidence } from '../../synthesis/pooled-evidence.ts';
import { type Synthesis, synthesise } from '../../synthesis/synthesis.ts';
import type { Answer } from '../answer.ts';
import type { Failure } from '../error.ts';
import { nativeAnswer } from '../interaction/binary.ts';
import type { Request } from '../request.ts';
import { resourceAnswer } from './answers.ts';

/** The data as they were pooled, with the effect of each row and its standard error on the scale of the pooling. */
const dataOf = ({ rows }: Synthesis): string =>
  csv({
    columns: METAFOR_COLUMNS,
    rows: rows.map(({ study, comparison, effect: { estimate, variance } }) => ({
      ...metaforRow(study.name, comparison),
      yi: String(estimate),
      sei: String(Math.sqrt(variance)),
    })),
  });

const csvBinary = (text: string): Binary => ({
  resourceType: 'Binary',
  contentType: 'text/csv; charset=utf-8',
  data: Buffer.from(text).toString('base64'),
});

/** What studies found, pooled; or, for `csv`, the data that were, alone. */
export const pooled = (
  material: Material,
  choices: Choices,
  request: Request,
  now: string,
  format?: 'csv',
): Answer | Failure => {
  const outcome = synthesise(material, choices);
  if ('issues' in outcome) return { failure: 'invalid', issues: outcome.issues };
  const data = dataOf(outcome.synthesis);
  return format === 'csv'
    ? nativeAnswer(request, csvBinary(data))
    : resourceAnswer(pooledEvidence(outcome.synthesis, data, now));
};
