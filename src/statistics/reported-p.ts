import type { Bounds } from './bounds.ts';
import { digitsBeside } from './figures.ts';
import { probabilityBounds } from './reported.ts';
import { attributeOf, type Statistic } from './statistic.ts';
import { TERM } from './term.ts';

/** A reported P value. */
export interface ReportedP {
  readonly path: string;
  readonly value: number;
  /** How many digits show another beside it. */
  readonly digits: number;
  readonly bounds: Bounds;
  /** `P = 0.08` or `P < 0.05`. */
  readonly text: string;
}

/** The P value of a statistic. */
export const pValueOf = (statistic: Statistic): ReportedP | undefined => {
  const { quantity, path } = attributeOf(statistic, TERM.pValue) ?? {};
  if (quantity === undefined) return;
  const { written, value, comparator } = quantity;
  return {
    path: `${path}.quantity`,
    value,
    digits: digitsBeside(written),
    bounds: probabilityBounds(quantity, comparator),
    text: `P ${comparator ?? '='} ${written}`,
  };
};
