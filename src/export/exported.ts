import type { Difference } from './difference.ts';

/** A study in a form that others read. */
export interface Exported {
  readonly text: string;
  /** What the text says otherwise than the study's records did, or cannot say. */
  readonly differences: readonly Difference[];
}
