import type { ComponentChild } from 'preact';
import { ACCENT, INK } from '../../parts/drawing.tsx';
import type { EffectScale } from './effect-scale.ts';
import type { ForestRow } from './forest.ts';

const LARGEST = 8;

/** A bound beyond the end of the axis is an arrow. */
const Arrow = ({ x, y, towards }: { x: number; y: number; towards: -1 | 1 }): ComponentChild => (
  <path d={`M${x} ${y - 4}L${x + 6 * towards} ${y}L${x} ${y + 4}Z`} fill={INK} class="plot-ink" />
);

/** The line from bound to bound; it needs both. */
export const Interval = ({
  row,
  y,
  scale,
}: {
  row: ForestRow;
  y: number;
  scale: EffectScale;
}): ComponentChild => {
  const { low, high } = row;
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return null;
  const [first, last] = scale.domain;
  return (
    <>
      <line
        x1={scale.at(low)}
        x2={scale.at(high)}
        y1={y}
        y2={y}
        stroke={INK}
        stroke-width={1.3}
        class="plot-line"
      />
      {low < first ? <Arrow x={scale.at(first)} y={y} towards={-1} /> : null}
      {high > last ? <Arrow x={scale.at(last)} y={y} towards={1} /> : null}
    </>
  );
};

/** The square of an effect: its area is its share of the greatest weight. */
export const Square = ({
  row,
  y,
  scale,
  greatest,
}: {
  row: ForestRow;
  y: number;
  scale: EffectScale;
  greatest: number;
}): ComponentChild => {
  const half = row.weight === undefined ? 4 : Math.max(1.5, LARGEST * Math.sqrt(row.weight / greatest));
  return (
    <rect
      x={scale.at(row.estimate) - half}
      y={y - half}
      width={half * 2}
      height={half * 2}
      fill={ACCENT}
      class="plot-mark"
    />
  );
};

/** The diamond of a pooled effect: as wide as its interval. */
export const Diamond = ({
  row,
  y,
  scale,
}: {
  row: ForestRow;
  y: number;
  scale: EffectScale;
}): ComponentChild => {
  const { estimate, low = estimate, high = estimate } = row;
  const middle = scale.at(estimate);
  return (
    <path
      d={`M${scale.at(low)} ${y}L${middle} ${y - 8}L${scale.at(high)} ${y}L${middle} ${y + 8}Z`}
      fill={ACCENT}
      class="plot-mark"
    />
  );
};
