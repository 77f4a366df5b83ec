import type { EvidenceStatistic } from 'fhir/r5.js';
import { type Bounds, through } from '../statistics/bounds.ts';
import { quantileOfP } from '../statistics/normal.ts';
import { LOGARITHMIC, PLAIN, type Scale } from '../statistics/scale.ts';
import { MEASURES } from './measure.ts';
import type { Row } from './row.ts';
import type { Synthesis } from './synthesis.ts';

/** What all statistics of a synthesis have in common. */
export interface Frame extends Pick<Synthesis, 'level'> {
  readonly type: EvidenceStatistic['statisticType'];
  readonly scale: Scale;
  readonly unit: string | undefined;
  /** Bounds as the measure has them, not as they are pooled. */
  readonly from: (bounds: Bounds) => Bounds;
}

const unitOf = ({ choices, rows }: Synthesis): string | undefined =>
  choices.measure === 'MD'
    ? rows.flatMap(({ comparison: { arms, effect } }) => arms?.[0].unit ?? effect?.unit ?? [])[0]
    : undefined;

/** What the statistics of a synthesis have in common. */
export const frameOf = (synthesis: Synthesis): Frame => {
  const { choices, level } = synthesis;
  const { code, display, isRatio } = MEASURES[choices.measure];
  const scale = isRatio ? LOGARITHMIC : PLAIN;
  return {
    level,
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/statistic-type', code, display }] },
    scale,
    unit: unitOf(synthesis),
    from: (bounds) => through(bounds, scale.from),
  };
};

/** What a row is called. */
export const rowName = ({ study, comparison: { groups } }: Row): string =>
  `${study.name}: ${groups[0]} against ${groups[1]}`;

/** The interval of a row's own effect. */
export const rowInterval = ({ effect: { estimate, variance } }: Row, level: number): Bounds => {
  const reach = quantileOfP(1 - level) * Math.sqrt(variance);
  return { low: estimate - reach, high: estimate + reach };
};
