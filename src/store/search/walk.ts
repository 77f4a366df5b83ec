import type { Sort } from '../../fhir/search/search-request.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import { type Row, row, rows, type Work } from '../sql/work.ts';
import type { Approach } from './approach.ts';
import { AT_MOST, all, type Condition, condition } from './condition.ts';

/** The columns that an index has in their order, by ascending and by descending order. */
const INDEXED: Readonly<Partial<Record<Sort['type'], readonly [string, string]>>> = {
  uri: ['value', 'value'],
  date: ['low', 'high'],
  number: ['low', 'high'],
};

/** The parameter by which to go through an index; undefined if none has the order wanted. */
export const walkedBy = ([sort, ...more]: readonly Sort[]): Sort | undefined =>
  sort && more.length === 0 && sort.parameter.includes('.') && INDEXED[sort.type] ? sort : undefined;

/** The first rows that meet all conditions. */
const select = (
  what: string,
  conditions: readonly (Condition | undefined)[],
  order: string,
  limit: number,
): Work<readonly Row[]> => {
  const { sql, values } = all(conditions.filter((one) => one !== undefined));
  return rows(`SELECT ${what} WHERE ${sql} ORDER BY ${order} ${AT_MOST}`, ...values, limit);
};

/**
 * The `seq` of what is wanted in the order of a parameter's values, after the one whose `seq` is `last`. Of several
 * values the first one in that order counts; what has none comes last. A plus keeps what is looked up by version from
 * going through the values of all.
 */
export function* walked(
  { where, from }: Approach,
  { parameter, type, descending }: Sort,
  last: number | undefined,
  limit: number,
): Work<readonly number[]> {
  const column = INDEXED[type]?.[descending ? 1 : 0] ?? '';
  const [first, beyond, order] = descending ? ['max', '<', ' DESC'] : ['min', '>', ''];
  const number = parameterNumber(parameter);
  const place =
    last === undefined
      ? undefined
      : yield* row(
          `SELECT ${first}(${column}) AS value FROM ${type} WHERE version = ? AND +parameter = ?`,
          last,
          number,
        );
  const valued =
    place?.value === null
      ? []
      : yield* select(
          `DISTINCT i.${column}, i.version AS seq FROM ${type} AS i CROSS JOIN ${from}`,
          [
            condition('i.parameter = ? AND v.seq = i.version', number),
            place &&
              condition(`(i.${column}, i.version) ${beyond} (?, ?)`, place.value ?? null, last ?? null),
            where,
            condition(
              `NOT EXISTS (SELECT 1 FROM ${type} AS e
               WHERE e.version = i.version AND +e.parameter = i.parameter AND i.${column} ${beyond} e.${column})`,
            ),
          ],
          `i.${column}${order}, i.version${order}`,
          limit,
        );
  const rest =
    valued.length === limit
      ? []
      : yield* select(
          `v.seq FROM ${from}`,
          [
            where,
            condition(`NOT EXISTS (SELECT 1 FROM ${type} WHERE version = v.seq AND +parameter = ?)`, number),
            place?.value === null ? condition(`v.seq ${beyond} ?`, last ?? null) : undefined,
          ],
          `v.seq${order}`,
          limit - valued.length,
        );
  return [...valued, ...rest].map(({ seq }) => Number(seq));
}
