import type { Sort } from '../../fhir/search/search-request.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import { type Row, row, rows, type SqlValue, type Work } from '../sql/work.ts';
import type { Approach } from './approach.ts';
import { AT_MOST, all, type Condition, condition } from './condition.ts';

/** What `version AS v` is ordered by; NULL comes last. */
interface Key {
  readonly by: Condition;
  readonly descending: boolean;
  readonly nullable: boolean;
}

/** What is compared of a value, by ascending and by descending order; of quantities, those of one unit first. */
const COLUMNS: Readonly<Partial<Record<Sort['type'], readonly (readonly [string, string])[]>>> = {
  string: [['folded', 'folded']],
  token: [['coalesce(code, folded)', 'coalesce(code, folded)']],
  reference: [["coalesce(url, type || '/' || id)", "coalesce(url, type || '/' || id)"]],
  uri: [['value', 'value']],
  date: [['low', 'high']],
  number: [['low', 'high']],
  quantity: [
    ['canonical_low', 'canonical_high'],
    ['low', 'high'],
  ],
};

/** What the index of a table has, behind the parameter, of the column that is compared. */
const INDEXED: Readonly<Partial<Record<Sort['type'], (column: string) => string>>> = {
  string: (column) => `substr(${column}, 1, 200)`,
  date: (column) => column,
  number: (column) => column,
};

/**
 * `version AS v` has one of so many values that the index has next, from one on; whatever it leaves out comes later in
 * the order. Undefined where no index is in that order.
 */
const isAmongNext = (
  { parameter, type, descending }: Sort,
  from: SqlValue | undefined,
  many: number,
): Condition | undefined => {
  const indexed = INDEXED[type];
  const column = COLUMNS[type]?.[0]?.[descending ? 1 : 0];
  if (indexed === undefined || column === undefined || parameter === '_lastUpdated' || from === null)
    return undefined;
  const beyond =
    from === undefined
      ? condition('TRUE')
      : condition(`${indexed(column)} ${descending ? '<=' : '>='} ${indexed('?')}`, from);
  const order = [indexed(column), column, 'version'].map((one) => (descending ? `${one} DESC` : one));
  return condition(
    `v.seq IN (SELECT version FROM ${type} WHERE parameter = ? AND ${beyond.sql} ORDER BY ${order.join(', ')} ${AT_MOST})`,
    parameterNumber(parameter),
    ...beyond.values,
    many,
  );
};

/** So many times as many values as are wanted are looked at before everything is put in order. */
const LOOKED_AT = [4, 32];

/** Of several values the lowest counts, in descending order the highest: https://hl7.org/fhir/R5/search.html#sort */
const keysOf = ({ parameter, type, descending }: Sort, id: string): readonly Key[] => {
  if (parameter === '_id') return [{ by: condition(id), descending, nullable: false }];
  if (parameter === '_lastUpdated')
    return [{ by: condition('v.last_updated_ms'), descending, nullable: false }];
  return (COLUMNS[type] ?? []).map(([lowest, highest]) => {
    const value = descending ? `max(${highest})` : `min(${lowest})`;
    return {
      // The plus keeps the search for the lowest from going through an index of all values.
      by: condition(
        `(SELECT ${value} FROM ${type} WHERE version = v.seq AND +parameter = ?)`,
        parameterNumber(parameter),
      ),
      descending,
      nullable: true,
    };
  });
};

/** Rows of `found` that come after those with these values in the first of the keys. */
const after = (keys: readonly Key[], at: number, place: Row): Condition => {
  const key = keys[at];
  if (key === undefined) return condition('FALSE');
  const column = `key${at}`;
  const value = place[column] ?? null;
  const rest = after(keys, at + 1, place);
  if (value === null) return condition(`${column} IS NULL AND (${rest.sql})`, ...rest.values);
  const beyond = `${column} ${key.descending ? '<' : '>'} ?`;
  return key.nullable
    ? condition(
        `${beyond} OR ${column} IS NULL OR (${column} = ? AND (${rest.sql}))`,
        value,
        value,
        ...rest.values,
      )
    : // Said first without the rest, so that an index is read from there.
      condition(
        `${column} ${key.descending ? '<=' : '>='} ? AND (${beyond} OR (${rest.sql}))`,
        value,
        value,
        ...rest.values,
      );
};

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
  const columns = keys.map(({ by }, at) => `${by.sql} AS key${at}`).join(', ');
  const values = keys.flatMap(({ by }) => by.values);
  const place =
    last === undefined
      ? undefined
      : yield* row(`SELECT ${columns} FROM version AS v WHERE v.seq = ?`, ...values, last);
  const beyond = place ? after(keys, 0, place) : condition('TRUE');
  const order = keys.map(
    ({ descending, nullable }, at) => `key${at}${descending ? ' DESC' : ''}${nullable ? ' NULLS LAST' : ''}`,
  );
  const [only, ...more] = sort;
  const read = only ? 'version AS v' : from;
  function* inOrder(looked: Condition): Work<readonly number[]> {
    const found = yield* rows(
      `SELECT key${given.length} AS seq FROM (SELECT ${columns} FROM ${read} WHERE ${looked.sql}) AS found
       WHERE ${beyond.sql} ORDER BY ${order.join(', ')} ${AT_MOST}`,
      ...values,
      ...looked.values,
      ...beyond.values,
      limit,
    );
    return found.map(({ seq }) => Number(seq));
  }
  for (const times of only && more.length === 0 && !isFew ? LOOKED_AT : []) {
    const next = isAmongNext(only!, place?.key0, times * limit);
    const found = next ? yield* inOrder(all([next, where])) : [];
    if (found.length === limit) return found;
  }
  return yield* inOrder(where);
}
