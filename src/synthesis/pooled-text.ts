import type { Narrative } from 'fhir/r5.js';
import { heading, list, narrative, paragraph, section, table } from '../fhir/narrative.ts';
import type { Bounds } from '../statistics/bounds.ts';
import { type Frame, rowInterval, rowName } from './frame.ts';
import { written } from './pooled-attributes.ts';
import type { Synthesis } from './synthesis.ts';

const boundsText = ({ low, high }: Bounds): string => `${written(low)} to ${written(high)}`;

/** A synthesis as a person reads it. */
export const pooledText = (
  title: string,
  synthesis: Synthesis,
  { scale, from, level }: Frame,
): { text: Narrative } => {
  const { rows, pooled, leftOut, remarks } = synthesis;
  const line = (name: string, estimate: number, bounds: Bounds, weight: string): readonly string[] => [
    name,
    written(scale.from(estimate)),
    boundsText(from(bounds)),
    weight,
  ];
  const head = ['Study', 'Effect', `${level * 100} % interval`, 'Weight'];
  return narrative(
    heading(title),
    ...table(head, [
      ...rows.map((row, at) =>
        line(
          rowName(row),
          row.effect.estimate,
          rowInterval(row, level),
          `${written(pooled.weights[at]! * 100)} %`,
        ),
      ),
      line('All', pooled.estimate, pooled.interval, ''),
      ...(pooled.prediction
        ? [line('Expected of another study', pooled.estimate, pooled.prediction, '')]
        : []),
    ]),
    paragraph(
      `P ${written(pooled.p)}; Q ${written(pooled.heterogeneity.q)} with ${pooled.heterogeneity.degrees} degrees of freedom, I² ${written(pooled.heterogeneity.iSquared * 100)} %${pooled.tauSquared === undefined ? '' : `, tau² ${written(pooled.tauSquared)}`}.`,
    ),
    ...section(
      'Without one of them',
      table(
        head,
        leftOut.map((one, at) => line(rowName(rows[at]!), one.estimate, one.interval, '')),
      ),
    ),
    ...section('Remarks', list(remarks)),
  );
};
