import type { ContainedRequest } from '../../fhir/search/search-request.ts';
import type { Dialect } from '../sql/engine.ts';
import { all, type Condition, condition, isOneOf } from './condition.ts';

/** Whether resources are looked at that stand for themselves (`not`), only those contained in others, or both. */
type Containment = 'not' | 'only' | 'both';

/** What conditions on `version AS v` are said of. */
export interface Scope {
  readonly dialect: Dialect;
  /** That it is the current version, now or when the first page was made, and no deletion. */
  readonly current: Condition;
  readonly contained: Containment;
  /** The column of the id by which resources are asked for. */
  readonly id: string;
  /** The types looked at; empty for all. */
  readonly types: readonly string[];
  /** Whether values are looked up for each version by itself, because there are few of them or few are needed. */
  readonly byVersion: boolean;
}

/** Current now; as the indexes of current versions say it. */
export const CURRENT = condition('v.ended IS NULL AND v.text IS NOT NULL');

/** What stands for itself. */
export const FREE = { contained: 'not', id: 'v.id', byVersion: false } as const;

/** What references lead to: also what is contained where they are. */
export const REACHED = { contained: 'both', id: 'v.id', byVersion: false } as const;

/** What a search looks at: a contained resource has the id that it has in the other one. */
export const lookedAt = (contained: ContainedRequest | undefined): Pick<Scope, 'contained' | 'id'> =>
  contained === undefined
    ? FREE
    : { contained: contained.only ? 'only' : 'both', id: 'coalesce(v.fragment, v.id)' };

const CONTAINMENT: Readonly<Record<Containment, readonly Condition[]>> = {
  not: [condition('v.container IS NULL')],
  only: [condition('v.container IS NOT NULL')],
  both: [],
};

/** `version AS v` is a current one of those looked at, and there is time to look. */
export const isInScope = ({ dialect, current, contained, types }: Scope): Condition =>
  all([
    ...CONTAINMENT[contained],
    current,
    ...(types.length === 0 ? [] : [isOneOf(dialect, 'v.type', types)]),
    ...dialect.inTime('v.seq'),
  ]);
