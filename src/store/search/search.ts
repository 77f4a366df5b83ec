import type { SearchRequest, Visible } from '../../fhir/search/search-request.ts';
import type { Dialect } from '../sql/engine.ts';
import { rows, type Work } from '../sql/work.ts';
import type { SearchPage } from '../store.ts';
import { approach } from './approach.ts';
import { all, type Condition, condition } from './condition.ts';
import { found, isVisible } from './criterion.ts';
import { type IncludeLimits, included } from './include.ts';
import type { PageTokens } from './page-tokens.ts';
import { CURRENT, FREE, lookedAt, type Scope } from './scope.ts';
import { shown } from './shown.ts';
import { ordered } from './sort.ts';
import { countOf, totalOf } from './total.ts';

/** What is found, of what one resource contains only the first: the place of that one. */
const oncePerContainer = ({ sql, values }: Condition): Condition =>
  condition(
    `v.seq IN (SELECT min(v.seq) FROM version AS v WHERE ${sql} GROUP BY coalesce(v.container, v.seq))`,
    ...values,
  );

/** What is current, as far as it may be seen: nothing else is found, led through or included. */
export const seen = (dialect: Dialect, current: Condition, visible: Visible | undefined): Condition =>
  visible === undefined ? current : all([current, isVisible(dialect, current, visible)]);

/**
 * A page of a search. Later pages, what they include and their total are as they were when the first one was made.
 * Throws UnknownPage, ExpiredPage.
 */
export function* search(
  dialect: Dialect,
  request: SearchRequest,
  pages: PageTokens,
  includes?: IncludeLimits,
): Work<SearchPage> {
  const { types, where, sort, count, include } = request;
  const place = request.page === undefined ? undefined : pages.read(request, request.page);
  const current = seen(dialect, place ? dialect.inSnapshot(place.snapshot) : CURRENT, request.visible);
  const free: Scope = { dialect, current, types, ...FREE };
  const scope: Scope = { ...free, ...lookedAt(request.contained) };
  const each = yield* approach(scope, where);
  const wanted =
    request.contained?.as === 'container' ? { ...each, where: oncePerContainer(each.where) } : each;
  if (count === 0) return { total: yield* countOf(scope, where, wanted), matches: [], included: [] };

  const seqs = yield* ordered(wanted, sort, scope.id, place?.after, count + 1);
  const onPage = seqs.slice(0, count);
  const matches = yield* shown(onPage, request.contained?.as);
  const more = yield* included(free, include, matches, includes);
  const total = place ? place.total : yield* totalOf(scope, request, wanted, seqs);
  const last = seqs.length > count ? onPage.at(-1) : undefined;
  const next =
    last === undefined
      ? undefined
      : pages.write(request, {
          snapshot: place?.snapshot ?? (yield* dialect.snapshot()),
          begun: place?.begun ?? pages.now(),
          after: last,
          ...(total !== undefined && { total }),
        });
  return {
    matches: matches.map(({ match }) => match),
    included: (yield* shown(more.shown.map(({ seq }) => seq))).map(({ match }) => match),
    ...(more.truncated && { truncated: true }),
    ...(total !== undefined && { total }),
    ...(next !== undefined && { next }),
  };
}

/** The ids of what is found, of two at most: enough to tell none, one and several apart. */
export function* matching(
  dialect: Dialect,
  { types, where, visible }: SearchRequest,
): Work<readonly string[]> {
  const current = seen(dialect, CURRENT, visible);
  const { sql, values } = found({ dialect, current, types, ...FREE }, where);
  const ids = yield* rows(`SELECT v.id FROM version AS v WHERE ${sql} ORDER BY v.seq LIMIT 2`, ...values);
  return ids.map(({ id }) => String(id));
}
