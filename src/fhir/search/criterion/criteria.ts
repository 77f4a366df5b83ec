import type { Criterion } from '../search-request.ts';

/** What nothing meets. */
export const NEVER: Criterion = { kind: 'or', of: [] };

/** What everything meets. */
export const ALWAYS: Criterion = { kind: 'and', of: [] };

export const not = (of: Criterion): Criterion => ({ kind: 'not', of });

/** All of them, without wrapping what is alone. */
export const every = (of: readonly Criterion[]): Criterion =>
  of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'and', of };

/** Any of them, without wrapping what is alone. */
export const some = (of: readonly Criterion[]): Criterion =>
  of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'or', of };
