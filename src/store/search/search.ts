import type { SearchRequest } from '../../fhir/search/search-request.ts';
import type { Dialect } from '../sql/engine.ts';
import { row, rows, type Work } from '../sql/work.ts';
import type { SearchPage, Version } from '../store.ts';
import { VERSION, versionOf } from '../version-row.ts';
import { type Condition, isNumberOf } from './condition.ts';
import { found } from './criterion.ts';
import { included } from './include.ts';
import type { PageTokens } from './page-tokens.ts';
import { CURRENT, type Scope } from './scope.ts';
import { ordered } from './sort.ts';

function* countOf({ sql, values }: Condition): Work<number> {
  return Number((yield* row(`SELECT count(*) AS total FROM version AS v WHERE ${sql}`, ...values))?.total);
}

/** All of a first page that holds everything need not be counted again. */
function* totalOf(condition: Condition, seqs: readonly number[], count: number): Work<number> {
  return seqs.length > count ? yield* countOf(condition) : seqs.length;
}

/** The versions, in the order of their `seq`s given. */
function* versionsOf(seqs: readonly number[]): Work<readonly Version[]> {
  if (seqs.length === 0) return [];
  const { sql, values } = isNumberOf('v.seq', seqs);
  const read = yield* rows(`SELECT v.seq, ${VERSION} FROM version AS v WHERE ${sql}`, ...values);
  const bySeq = new Map(read.map((each) => [Number(each.seq), each]));
  return seqs.flatMap((seq) => {
    const each = bySeq.get(seq);
    return each ? versionOf(each) : [];
  });
}

/**
 * A page of a search. Later pages, what they include and their total are as they were when the first one was made.
 * Throws UnknownPage, ExpiredPage.
 */
export function* search(dialect: Dialect, request: SearchRequest, pages: PageTokens): Work<SearchPage> {
  const { types, where, sort, count, include } = request;
  const place = request.page === undefined ? undefined : pages.read(request, request.page);
  const current = place ? dialect.inSnapshot(place.snapshot) : CURRENT;
  const scope: Scope = { dialect, current, types };
  const condition = found(scope, where);
  if (count === 0) return { total: yield* countOf(condition), matches: [], included: [] };

  const seqs = yield* ordered(condition, sort, place?.after, count + 1);
  const shown = seqs.slice(0, count);
  const matches = yield* versionsOf(shown);
  const more = yield* included(
    scope,
    include,
    matches.map(({ type }, at) => ({ seq: shown[at] as number, type })),
  );
  const wanted = request.total !== 'none';
  const total = place ? place.total : wanted ? yield* totalOf(condition, seqs, count) : undefined;
  const last = seqs.length > count ? shown.at(-1) : undefined;
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
    matches,
    included: yield* versionsOf(more.map(({ seq }) => seq)),
    ...(total !== undefined && { total }),
    ...(next !== undefined && { next }),
  };
}

/** The ids of what is found, of two at most: enough to tell none, one and several apart. */
export function* matching(dialect: Dialect, { types, where }: SearchRequest): Work<readonly string[]> {
  const { sql, values } = found({ dialect, current: CURRENT, types }, where);
  const ids = yield* rows(`SELECT v.id FROM version AS v WHERE ${sql} ORDER BY v.seq LIMIT 2`, ...values);
  return ids.map(({ id }) => String(id));
}
