import type { Direction } from '../../../model/trial.ts';

/** A way in which clauses say something of outcomes. */
export interface ClaimForm {
  /** On masked text; its parts are `outcome`, `group` (or `by`), `cue` (or `cue2`, `cue3`), `not` (or `not2`). */
  readonly pattern: RegExp;
  /** What the pattern says whatever its words. */
  readonly says?: Direction;
  /** Whether its outcome stands before it. */
  readonly follows?: true;
  /** Whether it only goes on with a statement that stands before it. */
  readonly continues?: true;
  /** Parts of which one must be there, else it tells of no finding. */
  readonly shows?: readonly string[];
}
