import type { Evidence, EvidenceStatistic, Range } from 'fhir/r5.js';
import { written } from '../../../client/written.ts';
import { MEASURES, type MeasureName, measureOf } from '../../fhir/effect-measure.ts';
import { attribute, CONFIDENCE_INTERVAL, P_VALUE, sampleSizeOf } from '../../fhir/statistic.ts';
import { evidenceTexts } from '../../texts/en/evidence.ts';
import type { EvidenceRow } from './evidence-row.ts';

/** An effect with its interval, as a line of a forest plot. */
export interface ForestRow {
  readonly name: string;
  readonly estimate: number;
  readonly low?: number;
  readonly high?: number;
  /** The same numbers as they are written. */
  readonly said: { readonly estimate?: string; readonly low?: string; readonly high?: string };
  /** The share of the pooled effect that is its own, from 0 to 1. */
  readonly weight?: number;
  readonly participants?: number;
}

/** All that a forest plot shows. */
export interface Forest {
  readonly title: string;
  readonly measure: MeasureName;
  readonly unit?: string;
  readonly rows: readonly ForestRow[];
  readonly pooled?: ForestRow;
  /** Where the effect of another study is expected. */
  readonly prediction?: ForestRow;
  /** How far the studies differ, in words. */
  readonly heterogeneity?: string;
}

const rowOf = (
  name: string,
  statistic: EvidenceStatistic,
  participants = sampleSizeOf(statistic),
): ForestRow | undefined => {
  const { quantity } = statistic;
  if (quantity?.value === undefined) return undefined;
  const { low, high } = attribute(statistic, CONFIDENCE_INTERVAL)?.range ?? {};
  const share = attribute(statistic, 'weight')?.quantity?.value;
  return {
    name,
    estimate: quantity.value,
    ...(low?.value !== undefined && { low: low.value }),
    ...(high?.value !== undefined && { high: high.value }),
    said: {
      estimate: written(quantity, 'value'),
      ...(low?.value !== undefined && { low: written(low, 'value') }),
      ...(high?.value !== undefined && { high: written(high, 'value') }),
    },
    ...(share !== undefined && { weight: share / 100 }),
    ...(participants !== undefined && { participants }),
  };
};

/** A computed number to three digits. */
const short = (value: number): string =>
  Math.abs(value) >= 1000 ? String(Math.round(value)) : value.toPrecision(3);

/** A computed row, whose digits are not those of a report. */
const computed = (row: ForestRow | undefined): ForestRow | undefined => {
  if (row === undefined) return undefined;
  const { estimate, low, high } = row;
  const said = {
    estimate: short(estimate),
    ...(low !== undefined && { low: short(low) }),
    ...(high !== undefined && { high: short(high) }),
  };
  return { ...row, said };
};

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/** The effects of evidence as they were reported: a plot for each measure that stands in it. */
export const reportedForests = (rows: readonly EvidenceRow[]): Forest[] => {
  const isOfOneStudy = new Set(rows.map(({ study }) => study?.id)).size < 2;
  const effects = rows.flatMap(({ evidence, title, study, participants }) =>
    (evidence.statistic ?? []).flatMap((statistic) => {
      const measure = measureOf(statistic);
      const name = isOfOneStudy || study === undefined ? title : `${study.title}: ${title}`;
      const row = rowOf(name, statistic, sampleSizeOf(statistic) ?? participants);
      return measure && row ? [{ measure, row, unit: statistic.quantity?.unit }] : [];
    }),
  );
  return [...Map.groupBy(effects, ({ measure, unit }) => `${measure} ${unit ?? ''}`).values()].map((same) => {
    const [{ measure, unit } = same[0]!] = same;
    return {
      title: evidenceTexts.plot.reportedTitle(evidenceTexts.measures[measure], unit),
      measure,
      ...(unit !== undefined && { unit }),
      rows: same.map(({ row }) => row),
    };
  });
};

const pooledP = (p = Number.NaN): string => (p < 0.001 ? '< 0.001' : short(p));

const heterogeneityText = (pooled: EvidenceStatistic): string => {
  const { pool } = evidenceTexts;
  const q = attribute(pooled, '0000419');
  const iSquared = attribute(pooled, '0000420');
  const range = iSquared && attribute(iSquared, CONFIDENCE_INTERVAL)?.range;
  const tauSquared = attribute(pooled, '0000421')?.quantity?.value;
  const degrees = q && attribute(q, 'degrees of freedom')?.quantity?.value;
  const p = q && attribute(q, P_VALUE)?.quantity?.value;
  const said = (value: number | undefined): string => (value === undefined ? '…' : short(value));
  return [
    pool.heterogeneity(
      said(q?.quantity?.value),
      String(degrees),
      pooledP(p),
      said(iSquared?.quantity?.value),
    ),
    range ? pool.iSquaredInterval(said(range.low?.value), said(range.high?.value)) : '',
    tauSquared === undefined ? '' : pool.tauSquared(said(tauSquared)),
  ].join('');
};

const expected = (estimate: number, { low, high }: Range): ForestRow => {
  const bounds = { low: low?.value ?? Number.NaN, high: high?.value ?? Number.NaN };
  const said = { low: short(bounds.low), high: short(bounds.high) };
  return { name: evidenceTexts.plot.prediction, estimate, ...bounds, said };
};

/** What a pooled Evidence holds: the plot of it, and the pooled effect without each study. */
export interface PooledForest {
  readonly forest: Forest;
  readonly without: readonly ForestRow[];
}

/** The plot of pooled Evidence, whose first statistic is the pooled effect, as `$pool` answers. */
export const pooledForest = (
  { title = '', statistic = [] }: Evidence,
  measure: MeasureName,
): PooledForest => {
  const [pooled, ...others] = statistic;
  const studies = others.filter((one) => attribute(one, 'weight') !== undefined);
  const named = (one: EvidenceStatistic) => computed(rowOf(one.category?.text ?? '', one));
  const prediction = pooled && attribute(pooled, 'prediction interval')?.range;
  const effect = pooled && computed(rowOf(evidenceTexts.plot.pooled, pooled));
  const unit = pooled?.quantity?.unit;
  return {
    forest: {
      title,
      measure,
      ...(unit !== undefined && { unit }),
      rows: studies.flatMap((one) => present(named(one))),
      ...(effect && { pooled: effect }),
      ...(effect &&
        prediction && {
          prediction: expected(effect.estimate, prediction),
        }),
      ...(pooled && { heterogeneity: heterogeneityText(pooled) }),
    },
    without: others.filter((one) => !studies.includes(one)).flatMap((one) => present(named(one))),
  };
};

/** Whether a number has a place on the scale of a measure. */
export const isOnScale = (value: number | undefined, measure: MeasureName): value is number =>
  value !== undefined && Number.isFinite(value) && (value > 0 || !MEASURES[measure].isRatio);

/** Estimate and interval as they are written. */
export const rowText = ({ said: { estimate = '', low, high } }: ForestRow): string => {
  const interval = low === undefined && high === undefined ? '' : `(${low ?? '…'} to ${high ?? '…'})`;
  return `${estimate} ${interval}`.trim();
};

/** The lines of a plot as CSV, their numbers as they are written: https://www.rfc-editor.org/rfc/rfc4180 */
export const forestCsv = ({ rows }: Forest): Blob => {
  const lines = rows.map(({ name, said, participants = '' }) =>
    [`"${name.replaceAll('"', '""')}"`, said.estimate, said.low, said.high, participants].join(','),
  );
  return new Blob([['result,estimate,low,high,participants', ...lines, ''].join('\r\n')], {
    type: 'text/csv',
  });
};
