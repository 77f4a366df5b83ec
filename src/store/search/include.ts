import type { Include } from '../../fhir/search/search-request.ts';
import { rows, type Work } from '../sql/work.ts';
import { AT_MOST, all, type Condition, condition, isNumberOf } from './condition.ts';
import { leads } from './leads.ts';
import { isInScope, REACHED, type Scope } from './scope.ts';

/** A version that is on a page. */
export interface Shown {
  readonly seq: number;
  readonly type: string;
}

/** How many resources are included with a page at most, and how many references away from its matches. */
export interface IncludeLimits {
  readonly most: number;
  readonly depth: number;
}

const LIMITS: IncludeLimits = { most: 1000, depth: 100 };

/** The versions in scope that some others refer to. */
const referredTo = (scope: Scope, { parameters, target }: Include, from: readonly Shown[]): Condition => {
  const pairs = leads(parameters, { ...scope, types: target === undefined ? [] : [target] }, 'source');
  const { sql, values } = isNumberOf(
    'l.source',
    from.map(({ seq }) => seq),
  );
  return condition(`v.seq IN (SELECT l.target FROM ${pairs.sql} WHERE ${sql})`, ...pairs.values, ...values);
};

/** The versions in scope that refer to some others. */
const referring = (scope: Scope, { parameters, source }: Include, to: readonly Shown[]): Condition => {
  const types = [...new Set(to.map(({ type }) => type))];
  const pairs = leads(parameters, { ...scope, ...REACHED, types }, 'target');
  const { sql, values } = isNumberOf(
    'l.target',
    to.map(({ seq }) => seq),
  );
  return all([
    isInScope({ ...scope, types: source === '*' ? [] : [source] }),
    condition(`v.seq IN (SELECT l.source FROM ${pairs.sql} WHERE ${sql})`, ...pairs.values, ...values),
  ]);
};

function* followed(
  scope: Scope,
  include: Include,
  from: readonly Shown[],
  limit: number,
): Work<readonly Shown[]> {
  const wanted = include.reverse ? include.target : include.source;
  const ends = from.filter(({ type }) => wanted === undefined || wanted === '*' || wanted === type);
  if (ends.length === 0) return [];
  const { sql, values } = (include.reverse ? referring : referredTo)(scope, include, ends);
  const found = yield* rows(
    `SELECT v.seq, v.type FROM version AS v WHERE ${sql} ORDER BY v.seq ${AT_MOST}`,
    ...values,
    limit,
  );
  return found.map(({ seq, type }) => ({ seq: Number(seq), type: String(type) }));
}

/** What is included with a page; `truncated` if that is not all. */
interface Included {
  readonly shown: readonly Shown[];
  readonly truncated: boolean;
}

/**
 * What is to be included with the matches of a page, none of them and each once; with `iterate` also what follows
 * from that. No more than fit: https://hl7.org/fhir/R5/search.html#include
 */
export function* included(
  scope: Scope,
  include: readonly Include[],
  matches: readonly Shown[],
  limits = LIMITS,
): Work<Included> {
  const most = matches.length + limits.most;
  const known = new Map(matches.map((shown) => [shown.seq, shown]));
  let reached = matches;
  let follow = include;
  let truncated = false;
  for (let depth = 1; reached.length > 0 && follow.length > 0; depth += 1) {
    const next: Shown[] = [];
    for (const each of follow) {
      // One more than fits, so that there being more is noticed.
      for (const shown of yield* followed(scope, each, reached, most + 1)) {
        if (known.has(shown.seq)) continue;
        if (known.size >= most || depth > limits.depth) {
          truncated = true;
          break;
        }
        known.set(shown.seq, shown);
        next.push(shown);
      }
    }
    reached = next;
    follow = include.filter(({ iterate }) => iterate);
  }
  return { shown: [...known.values()].slice(matches.length), truncated };
}
