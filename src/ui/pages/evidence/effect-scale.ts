import { scaleLinear, scaleLog } from 'd3-scale';
import { MEASURES } from '../../fhir/effect-measure.ts';
import { type Forest, isOnScale } from './forest.ts';

/** The axis of effects. */
export interface EffectScale {
  readonly domain: readonly [low: number, high: number];
  /** The effect that is none. */
  readonly neutral: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** The place of an effect; one beyond the ends stands at the end. */
  readonly at: (value: number) => number;
}

/** Ratios further away than this from 1 would make the others unreadable; they end in an arrow. */
const FURTHEST = 100;

const RATIO_TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

const MOST_TICKS = 8;

const values = ({ rows, pooled, prediction, measure }: Forest): number[] =>
  [...rows, pooled, prediction]
    .flatMap((row) => (row ? [row.estimate, row.low, row.high] : []))
    .filter((value) => isOnScale(value, measure));

const ratioTicks = (low: number, high: number): number[] => {
  const inside = RATIO_TICKS.filter((tick) => tick >= low * 0.999 && tick <= high * 1.001);
  return inside.length <= MOST_TICKS
    ? inside
    : inside.filter((tick) => /^(0\.0*)?10*$/.test(String(tick)) || tick === 1);
};

/** The axis on which a forest fits, from `start` to `end`. */
export const effectScale = (forest: Forest, start: number, end: number): EffectScale => {
  const { isRatio } = MEASURES[forest.measure];
  const neutral = isRatio ? 1 : 0;
  const all = [...values(forest), neutral];
  const [least, greatest] = [Math.min(...all), Math.max(...all)];
  if (isRatio) {
    const low = RATIO_TICKS.findLast((tick) => tick <= least && tick <= 0.5) ?? 1 / FURTHEST;
    const high = RATIO_TICKS.find((tick) => tick >= greatest && tick >= 2) ?? FURTHEST;
    const scale = scaleLog([low, high], [start, end]).clamp(true);
    const ticks = ratioTicks(low, high).map((value) => ({ value, text: String(value) }));
    return { domain: [low, high], neutral, ticks, at: scale };
  }
  const scale = scaleLinear([least, greatest === least ? least + 1 : greatest], [start, end])
    .nice()
    .clamp(true);
  const [low = 0, high = 1] = scale.domain();
  const format = scale.tickFormat(6);
  return {
    domain: [low, high],
    neutral,
    ticks: scale.ticks(6).map((value) => ({ value, text: format(value) })),
    at: scale,
  };
};
