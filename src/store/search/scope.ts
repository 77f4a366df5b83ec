import type { Dialect } from '../sql/engine.ts';
import { all, type Condition, condition, isOneOf } from './condition.ts';

/** What conditions on `version AS v` are said of. */
export interface Scope {
  readonly dialect: Dialect;
  /** That it is the current version, now or when the first page was made, and no deletion. */
  readonly current: Condition;
  /** The types looked at; empty for all. */
  readonly types: readonly string[];
}

/** Current now; as the indexes of current versions say it. */
export const CURRENT = condition('v.ended IS NULL AND v.text IS NOT NULL');

/** `version AS v` is a current one of the types looked at. */
export const isInScope = ({ dialect, current, types }: Scope): Condition =>
  all([current, ...(types.length === 0 ? [] : [isOneOf(dialect, 'v.type', types)])]);
