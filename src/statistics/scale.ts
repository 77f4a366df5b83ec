import { type Bounds, through } from './bounds.ts';

/** The scale on which an estimate is near to normal, with no effect at 0. */
export interface Scale {
  readonly name: string;
  readonly to: (value: number) => number;
  readonly from: (value: number) => number;
}

/** For differences. */
export const PLAIN: Scale = { name: 'plain', to: (value) => value, from: (value) => value };

/** For ratios; what is not positive lies infinitely low. */
export const LOGARITHMIC: Scale = {
  name: 'logarithmic',
  to: (value) => (value <= 0 ? Number.NEGATIVE_INFINITY : Math.log(value)),
  from: Math.exp,
};

/** Bounds on a scale. */
export const onScale = (scale: Scale, bounds: Bounds): Bounds => through(bounds, scale.to);
