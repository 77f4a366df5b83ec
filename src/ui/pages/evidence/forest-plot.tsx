import type { ComponentChild } from 'preact';
import { MEASURES } from '../../fhir/effect-measure.ts';
import { ACCENT, Drawing, FAINT, INK } from '../../parts/drawing.tsx';
import { linesOf } from '../../parts/lines.ts';
import { evidenceTexts } from '../../texts/en/evidence.ts';
import { type EffectScale, effectScale } from './effect-scale.ts';
import { type Forest, type ForestRow, isOnScale, rowText } from './forest.ts';
import { Diamond, Interval, Square } from './forest-marks.tsx';

const { plot: texts } = evidenceTexts;

// The columns from left to right, and the lines from top to bottom, in the units of the drawing.
const WIDTH = 1040;
const PLOT = { start: 330, end: 660 } as const;
const VALUE = 676;
const PARTICIPANTS = 945;
const WEIGHT = 1036;
const HEAD = 32;
const LINE = 38;
const FOOT = 46;
const NAME = { characters: 48, lines: 2, height: 15 } as const;

const Name = ({ text, y, bold = false }: { text: string; y: number; bold?: boolean }): ComponentChild => {
  const lines = linesOf(text, NAME.characters, NAME.lines);
  const first = y - ((lines.length - 1) * NAME.height) / 2;
  return (
    <text x={0} fill={INK} class="plot-ink" font-weight={bold ? 650 : 400}>
      <title>{text}</title>
      {lines.map((line, at) => (
        <tspan key={at} x={0} y={first + at * NAME.height} dominant-baseline="central">
          {line}
        </tspan>
      ))}
    </text>
  );
};

const Values = ({ row, y }: { row: ForestRow; y: number }): ComponentChild => (
  <g fill={INK} class="plot-ink" dominant-baseline="central">
    <text x={VALUE} y={y}>
      {rowText(row)}
    </text>
    <text x={PARTICIPANTS} y={y} text-anchor="end">
      {row.participants?.toLocaleString('en')}
    </text>
    <text x={WEIGHT} y={y} text-anchor="end">
      {row.weight === undefined ? '' : `${(row.weight * 100).toFixed(1)} %`}
    </text>
  </g>
);

const Axis = ({ scale, y, label }: { scale: EffectScale; y: number; label: string }): ComponentChild => (
  <g fill={FAINT} stroke="none" class="plot-faint" text-anchor="middle">
    <line x1={PLOT.start} x2={PLOT.end} y1={y} y2={y} stroke={FAINT} class="plot-faint-line" />
    {scale.ticks.map(({ value, text }) => (
      <g key={value}>
        <line
          x1={scale.at(value)}
          x2={scale.at(value)}
          y1={y}
          y2={y + 5}
          stroke={FAINT}
          class="plot-faint-line"
        />
        <text x={scale.at(value)} y={y + 18} font-size={11}>
          {text}
        </text>
      </g>
    ))}
    <text x={(PLOT.start + PLOT.end) / 2} y={y + 37} font-size={12}>
      {label}
    </text>
  </g>
);

const Head = ({ weighed }: { weighed: boolean }): ComponentChild => (
  <g fill={FAINT} class="plot-faint" font-size={12} font-weight={600}>
    <text x={0} y={14}>
      {weighed ? texts.studies : texts.results}
    </text>
    <text x={VALUE} y={14}>
      {`${texts.effect} (${texts.interval.toLowerCase()})`}
    </text>
    <text x={PARTICIPANTS} y={14} text-anchor="end">
      n
    </text>
    <text x={WEIGHT} y={14} text-anchor="end">
      {weighed ? texts.weight : ''}
    </text>
    <line x1={0} x2={WIDTH} y1={24} y2={24} stroke={FAINT} stroke-opacity={0.5} class="plot-faint-line" />
  </g>
);

/** What stands under the axis: the measure, its unit, whether its scale is logarithmic. */
export const axisLabel = ({ measure, unit }: Pick<Forest, 'measure' | 'unit'>): string => {
  const name = evidenceTexts.measures[measure];
  if (MEASURES[measure].isRatio) return texts.logarithmic(name);
  return unit === undefined ? name : `${name}, ${unit}`;
};

/** A forest plot: https://training.cochrane.org/handbook/current/chapter-10#section-10-2 */
export const ForestPlot = ({ forest, label }: { forest: Forest; label: string }): ComponentChild => {
  const { rows, pooled, prediction, measure, heterogeneity } = forest;
  const scale = effectScale(forest, PLOT.start, PLOT.end);
  const yOf = (line: number): number => HEAD + LINE * (line + 0.5);
  const lines = rows.length + (pooled ? 1 : 0) + (prediction ? 1 : 0);
  const end = HEAD + LINE * lines + 6;
  const height = end + FOOT + (heterogeneity ? 22 : 0);
  const neutral = scale.at(scale.neutral);
  const greatest = Math.max(...rows.map(({ weight = 0 }) => weight));
  return (
    <Drawing width={WIDTH} height={height} label={label}>
      <Head weighed={pooled !== undefined} />
      <line x1={neutral} x2={neutral} y1={HEAD} y2={end} stroke={FAINT} class="plot-faint-line" />
      {pooled && isOnScale(pooled.estimate, measure) ? (
        <line
          x1={scale.at(pooled.estimate)}
          x2={scale.at(pooled.estimate)}
          y1={HEAD}
          y2={yOf(rows.length)}
          stroke={ACCENT}
          stroke-dasharray="3 4"
          class="plot-mark-line"
        />
      ) : null}
      {rows.map((row, at) => (
        <g key={at}>
          <Name text={row.name} y={yOf(at)} />
          {isOnScale(row.estimate, measure) ? (
            <>
              <Interval row={row} y={yOf(at)} scale={scale} />
              <Square row={row} y={yOf(at)} scale={scale} greatest={greatest} />
            </>
          ) : (
            <text
              x={(PLOT.start + PLOT.end) / 2}
              y={yOf(at)}
              text-anchor="middle"
              dominant-baseline="central"
              font-size={11}
              fill={FAINT}
              class="plot-faint"
            >
              {texts.undrawn}
            </text>
          )}
          <Values row={row} y={yOf(at)} />
        </g>
      ))}
      {pooled ? (
        <g>
          <Name text={pooled.name} y={yOf(rows.length)} bold />
          <Diamond row={pooled} y={yOf(rows.length)} scale={scale} />
          <Values row={pooled} y={yOf(rows.length)} />
        </g>
      ) : null}
      {prediction ? (
        <g>
          <Name text={prediction.name} y={yOf(rows.length + 1)} />
          <Interval row={prediction} y={yOf(rows.length + 1)} scale={scale} />
          <Values row={prediction} y={yOf(rows.length + 1)} />
        </g>
      ) : null}
      <Axis scale={scale} y={end} label={axisLabel(forest)} />
      {heterogeneity ? (
        <text x={0} y={height - 6} font-size={12} fill={FAINT} class="plot-faint">
          {heterogeneity}
        </text>
      ) : null}
    </Drawing>
  );
};
