import type { Sort } from '../../fhir/search/search-request.ts';
import { type Row, row, rows, type Work } from '../sql/work.ts';
import type { Approach } from './approach.ts';
import { AT_MOST, all, type Condition, condition } from './condition.ts';
import { nextValues } from './next-values.ts';
import { after, type Key, keyName, keysOf, type Unordered } from './sort-key.ts';

/** So many times as many values as are wanted are looked at before everything is put in order. */
const LOOKED_AT = [4, 32];

const columnsOf = (keys: readonly Key[]): Condition =>
  condition(
    keys.map(({ by }, at) => `${by.sql} AS ${keyName(at)}`).join(', '),
    ...keys.flatMap(({ by }) => by.values),
  );

const orderOf = (keys: readonly Key[], start: string | undefined): string => {
  const order = keys.map(
    ({ descending, nullable }, at) =>
      `${keyName(at)}${descending ? ' DESC' : ''}${nullable ? ' NULLS LAST' : ''}`,
  );
  return [...(start === undefined ? [] : [start]), ...order].join(', ');
};

/** The `seq` of rows in order, after the row at `place`. */
function* inOrder(
  { from, where, keys, start }: Unordered,
  place: Row | undefined,
  limit: number,
): Work<readonly number[]> {
  const columns = columnsOf(keys);
  const beyond = place ? after(keys, place) : condition('TRUE');
  const found = yield* rows(
    `SELECT ${keyName(keys.length - 1)} AS seq FROM (SELECT ${columns.sql} FROM ${from} WHERE ${where.sql}) AS found
     WHERE ${beyond.sql} ORDER BY ${orderOf(keys, start)} ${AT_MOST}`,
    ...columns.values,
    ...where.values,
    ...beyond.values,
    limit,
  );
  return found.map(({ seq }) => Number(seq));
}

/** The `seq` of those found, in order, after the one whose `seq` is `last`; `id` is the column of the id. */
export function* ordered(
  { where, isFew, from }: Approach,
  sort: readonly Sort[],
  id: string,
  last: number | undefined,
  limit: number,
): Work<readonly number[]> {
  const given = sort.flatMap((one) => keysOf(one, id));
  // The last key's direction: an index that has `seq` at its end gives both.
  const bySeq = { by: condition('v.seq'), descending: given.at(-1)?.descending ?? false, nullable: false };
  const keys = [...given, bySeq];
  const columns = columnsOf(keys);
  const place =
    last === undefined
      ? undefined
      : yield* row(`SELECT ${columns.sql} FROM version AS v WHERE v.seq = ?`, ...columns.values, last);
  const [only, ...more] = sort;
  if (only === undefined) return yield* inOrder({ from, where, keys }, place, limit);
  for (const times of more.length === 0 && !isFew ? LOOKED_AT : []) {
    const next = nextValues(only, place?.key0, times * limit);
    if (next === undefined) break;
    const found = yield* inOrder({ ...next, where: all([next.where, where]) }, place, limit);
    if (found.length === limit) return found;
  }
  return yield* inOrder({ from: 'version AS v', where, keys }, place, limit);
}
