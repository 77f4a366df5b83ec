import type { Pair } from './pair.ts';
import type { Wrong } from './wrong.ts';

/** A parameter that was sent, and what it was understood as. */
export interface ReadPair<T> {
  readonly pair: Pair;
  readonly found: T | Wrong;
}
