import type { Visible } from '../fhir/search/search-request.ts';
import { AT_MOST, all, any, type Condition, condition, isOneOf } from './search/condition.ts';
import { isVisible } from './search/criterion.ts';
import type { PageTokens } from './search/page-tokens.ts';
import { CURRENT } from './search/scope.ts';
import type { Dialect } from './sql/engine.ts';
import { row, rows, type Work } from './sql/work.ts';
import type { HistoryPage, HistoryRequest } from './store.ts';
import { VERSION, versionOrDeletionOf } from './version-row.ts';

/** Only what is current can be asked what it meets: of it no other version is told. */
const isTold = (dialect: Dialect, visible: Visible): Condition =>
  any([isOneOf(dialect, 'v.type', visible.types), all([CURRENT, isVisible(dialect, CURRENT, visible)])]);

/** Versions the request wants, of those that were there when its first page was made. */
const wanted = (
  dialect: Dialect,
  { type, id, since, at, visible }: HistoryRequest,
  snapshot: string | undefined,
): Condition => {
  const ended: Condition =
    snapshot === undefined ? condition('v.ended IS NOT NULL') : dialect.visible('ended', snapshot);
  return all([
    condition('v.container IS NULL'),
    ...(type === undefined ? [] : [condition('v.type = ?', type)]),
    ...(id === undefined ? [] : [condition('v.id = ?', id)]),
    ...(since === undefined ? [] : [condition('v.last_updated_ms >= ?', Date.parse(since))]),
    ...(at === undefined
      ? []
      : [
          condition('v.last_updated_ms < ?', at.high),
          condition(`v.ended IS NULL OR NOT (${ended.sql}) OR v.ended_ms > ?`, ...ended.values, at.low),
        ]),
    ...(snapshot === undefined ? [] : [dialect.visible('born', snapshot)]),
    ...(visible === undefined ? [] : [isTold(dialect, visible)]),
    ...dialect.inTime('v.seq'),
  ]);
};

/** Versions that come after that of a `seq`, in the order of a history. */
function* after(seq: number): Work<Condition> {
  const last = yield* row('SELECT last_updated_ms FROM version WHERE seq = ?', seq);
  return condition('(v.last_updated_ms, v.seq) < (?, ?)', Number(last?.last_updated_ms), seq);
}

/**
 * A page of a history, newest first. Later pages are as they were when the first one was made:
 * https://hl7.org/fhir/R5/http.html#history. Throws UnknownPage, ExpiredPage.
 */
export function* history(dialect: Dialect, request: HistoryRequest, pages: PageTokens): Work<HistoryPage> {
  const { count, page } = request;
  const place = page === undefined ? undefined : pages.read(request, page);
  const versions = wanted(dialect, request, place?.snapshot);
  const total =
    place?.total ??
    Number(
      (yield* row(`SELECT count(*) AS total FROM version AS v WHERE ${versions.sql}`, ...versions.values))
        ?.total,
    );
  if (count === 0) return { total, versions: [] };

  // The same order for one resource, said so that its own index is read.
  const order = request.id === undefined ? 'v.last_updated_ms DESC, v.seq' : 'v.version';
  const { sql, values } = place ? all([versions, yield* after(place.after)]) : versions;
  const found = yield* rows(
    `SELECT v.seq, ${VERSION} FROM version AS v WHERE ${sql}
     ORDER BY ${order} DESC ${AT_MOST}`,
    ...values,
    count + 1,
  );
  const shown = found.slice(0, count);
  const last = found.length > count ? shown.at(-1) : undefined;
  return {
    total,
    versions: shown.map(versionOrDeletionOf),
    ...(last && {
      next: pages.write(request, {
        snapshot: place?.snapshot ?? (yield* dialect.snapshot()),
        begun: place?.begun ?? pages.now(),
        after: Number(last.seq),
        total,
      }),
    }),
  };
}
