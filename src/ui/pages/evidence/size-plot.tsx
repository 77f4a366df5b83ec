import { scaleSqrt } from 'd3-scale';
import type { ComponentChild } from 'preact';
import { ACCENT, Drawing, FAINT, INK } from '../../parts/drawing.tsx';
import { evidenceTexts } from '../../texts/en/evidence.ts';
import { effectScale } from './effect-scale.ts';
import { type Forest, isOnScale, rowText } from './forest.ts';
import { axisLabel } from './forest-plot.tsx';

const { plot: texts } = evidenceTexts;

const WIDTH = 640;
const HEIGHT = 340;
const PLOT = { left: 90, right: 620, top: 16, bottom: 284 } as const;

/** The effects against the numbers of people they are of: small studies with great effects stand out at the bottom. */
export const SizePlot = ({ forest }: { forest: Forest }): ComponentChild => {
  const { rows, measure, pooled } = forest;
  const placed = rows.filter(
    ({ estimate, participants }) => participants !== undefined && isOnScale(estimate, measure),
  );
  const effects = effectScale(forest, PLOT.left, PLOT.right);
  const sizes = scaleSqrt(
    [0, Math.max(1, ...placed.map(({ participants = 0 }) => participants))],
    [PLOT.bottom, PLOT.top],
  ).nice();
  return (
    <Drawing width={WIDTH} height={HEIGHT} label={texts.sizeDescription(placed.length)}>
      <g fill={FAINT} class="plot-faint" font-size={11}>
        {sizes.ticks(5).map((tick) => (
          <g key={tick}>
            <line
              x1={PLOT.left}
              x2={PLOT.right}
              y1={sizes(tick)}
              y2={sizes(tick)}
              stroke={FAINT}
              stroke-opacity={0.3}
              class="plot-faint-line"
            />
            <text x={PLOT.left - 8} y={sizes(tick)} text-anchor="end" dominant-baseline="central">
              {tick.toLocaleString('en')}
            </text>
          </g>
        ))}
        {effects.ticks.map(({ value, text }) => (
          <text key={value} x={effects.at(value)} y={PLOT.bottom + 18} text-anchor="middle">
            {text}
          </text>
        ))}
        <text x={(PLOT.left + PLOT.right) / 2} y={PLOT.bottom + 40} text-anchor="middle" font-size={12}>
          {axisLabel(forest)}
        </text>
        <text
          x={-(PLOT.top + PLOT.bottom) / 2}
          y={14}
          text-anchor="middle"
          font-size={12}
          transform="rotate(-90)"
        >
          {texts.sizeAxis}
        </text>
      </g>
      <line
        x1={effects.at(effects.neutral)}
        x2={effects.at(effects.neutral)}
        y1={PLOT.top}
        y2={PLOT.bottom}
        stroke={FAINT}
        class="plot-faint-line"
      />
      {pooled && isOnScale(pooled.estimate, measure) ? (
        <line
          x1={effects.at(pooled.estimate)}
          x2={effects.at(pooled.estimate)}
          y1={PLOT.top}
          y2={PLOT.bottom}
          stroke={ACCENT}
          stroke-dasharray="3 4"
          class="plot-mark-line"
        />
      ) : null}
      {placed.map((row, at) => (
        <circle
          key={at}
          cx={effects.at(row.estimate)}
          cy={sizes(row.participants!)}
          r={5}
          fill={ACCENT}
          fill-opacity={0.75}
          stroke={INK}
          class="plot-mark plot-line"
        >
          <title>{`${row.name}: ${rowText(row)}, ${row.participants}`}</title>
        </circle>
      ))}
    </Drawing>
  );
};
