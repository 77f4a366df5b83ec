import type { Criterion, SearchRequest } from '../../fhir/search/search-request.ts';
import { row, type Work } from '../sql/work.ts';
import type { Approach } from './approach.ts';
import { AT_MOST, all, type Condition, condition } from './condition.ts';
import { CURRENT, type Scope } from './scope.ts';
import { listed } from './value.ts';

/** How many of what is found are counted where nobody asks for the total. */
const COUNTED = 10_000;

/**
 * A version that an index table has is a current one that stands for itself. The others of its type are superseded ones
 * of an hour and contained ones, which are found without looking at a version.
 */
const isNoOther = ({ dialect, types: [type = ''] }: Scope): Condition =>
  condition(
    `version NOT IN (
       SELECT o.seq FROM version AS o ${dialect.indexedBy('version_to_prune')}
       WHERE o.type = ? AND o.indexed = 1 AND o.ended IS NOT NULL
       UNION ALL SELECT o.seq FROM version AS o ${dialect.indexedBy('version_contained')}
       WHERE o.type = ? AND o.container IS NOT NULL)`,
    type,
    type,
  );

/** What lists the versions that have each value asked for, where that is all and of the one type looked at. */
const lists = (
  { dialect, current, contained, types: [type, ...more] }: Scope,
  where: Criterion,
): readonly Condition[] | undefined => {
  if (type === undefined || more.length > 0 || current !== CURRENT || contained !== 'not') return undefined;
  const found = (where.kind === 'and' ? where.of : [where]).map((one) =>
    one.kind === 'value' && one.parameter.startsWith(`${type}.`)
      ? listed(dialect, one.parameter, one.anyOf)
      : undefined,
  );
  return found.length > 0 && found.every((one) => one !== undefined) ? found : undefined;
};

/** What selects each version found: of many by index tables alone, where these have all that is asked. */
const each = (scope: Scope, criterion: Criterion, { from, where, isFew }: Approach): Condition => {
  const [first, ...more] = (isFew ? undefined : lists(scope, criterion)) ?? [];
  if (first === undefined) return condition(`SELECT 1 FROM ${from} WHERE ${where.sql}`, ...where.values);
  const { sql, values } = all([
    ...more.map((one) => condition(`version IN (${one.sql})`, ...one.values)),
    isNoOther(scope),
  ]);
  return condition(
    `SELECT DISTINCT version FROM (${first.sql}) AS l WHERE ${sql}`,
    ...first.values,
    ...values,
  );
};

/** How many are found by an approach to a criterion, counted up to `most`. */
export function* countOf(
  scope: Scope,
  criterion: Criterion,
  approach: Approach,
  most = Number.MAX_SAFE_INTEGER,
): Work<number> {
  const { sql, values } = each(scope, criterion, approach);
  const counted = yield* row(`SELECT count(*) AS total FROM (${sql} ${AT_MOST}) AS counted`, ...values, most);
  return Number(counted?.total);
}

/** The total of a search; all of a first page that holds everything need not be counted again. */
export function* totalOf(
  scope: Scope,
  { where, total, count }: SearchRequest,
  approach: Approach,
  seqs: readonly number[],
): Work<number | undefined> {
  if (total === 'none') return undefined;
  if (seqs.length <= count) return seqs.length;
  if (total !== 'some') return yield* countOf(scope, where, approach);
  const counted = yield* countOf(scope, where, approach, COUNTED + 1);
  return counted > COUNTED ? undefined : counted;
}
