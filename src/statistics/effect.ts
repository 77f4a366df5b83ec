import type { Bounds } from './bounds.ts';
import type { Scale } from './scale.ts';
import type { TwoByTwo } from './two-by-two.ts';
import type { CheckCode } from './verdict.ts';

/** A way to find the interval of an effect that reaches `z` standard errors. */
export interface IntervalMethod {
  readonly name: string;
  readonly interval: (table: TwoByTwo, z: number) => Bounds;
}

/** A measure of effect that two groups' counts give. */
export interface Effect {
  readonly code: CheckCode;
  readonly name: string;
  readonly scale: Scale;
  readonly estimate: (table: TwoByTwo) => number;
  /** How else it is estimated. */
  readonly otherEstimates?: readonly {
    readonly how: string;
    readonly estimate: (table: TwoByTwo) => number;
  }[];
  /** The usual methods, those first that take less time. */
  readonly intervals: readonly IntervalMethod[];
}

/** The interval that reaches as far to either side of the estimate on a scale. */
export const symmetric =
  (
    scale: Scale,
    estimate: Effect['estimate'],
    standardError: (table: TwoByTwo) => number,
  ): IntervalMethod['interval'] =>
  (table, z) => {
    const middle = scale.to(estimate(table));
    const reach = z * standardError(table);
    return { low: scale.from(middle - reach), high: scale.from(middle + reach) };
  };
