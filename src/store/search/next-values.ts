import type { Sort } from '../../fhir/search/search-request.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import type { SqlValue } from '../sql/work.ts';
import { AT_MOST, all, condition } from './condition.ts';
import { COLUMNS, keyName, type Unordered } from './sort-key.ts';

/** What the index of a table has, behind the parameter, of the column that is compared. */
const INDEXED: Readonly<Partial<Record<Sort['type'], (column: string) => string>>> = {
  string: (column) => `substr(${column}, 1, 200)`,
  date: (column) => column,
  number: (column) => column,
};

/**
 * The values that the index has next, from one on: so many, and those that are like the last of them. Of a version's
 * values only that one counts by which it is ordered. What is left out comes later in the order; `seq`, too, is read from
 * the index. Undefined where none is in that order.
 */
export const nextValues = (
  { parameter, type, descending }: Sort,
  from: SqlValue | undefined,
  many: number,
): Unordered | undefined => {
  const indexed = INDEXED[type];
  const column = COLUMNS[type]?.[0]?.[descending ? 1 : 0];
  if (indexed === undefined || column === undefined || parameter === '_lastUpdated' || from === null)
    return undefined;
  const [before, since, until] = descending ? ['>', '<=', '>='] : ['<', '>=', '<='];
  const [last, direction] = descending ? ['min', ' DESC'] : ['max', ''];
  const [own, start] = [`i.${column}`, indexed(`i.${column}`)];
  const number = parameterNumber(parameter);
  const isNext = all([
    condition('i.parameter = ?', number),
    from === undefined ? condition('TRUE') : condition(`${start} ${since} ${indexed('?')}`, from),
  ]);
  return {
    from: `${type} AS i CROSS JOIN version AS v`,
    where: all([
      isNext,
      condition(
        `${start} ${until} (SELECT ${last}(start) FROM (SELECT ${start} AS start FROM ${type} AS i
         WHERE ${isNext.sql} ORDER BY ${start}${direction} ${AT_MOST}) AS looked)`,
        ...isNext.values,
        many,
      ),
      condition('v.seq = i.version'),
      condition(
        `NOT EXISTS (SELECT 1 FROM ${type} AS o WHERE o.version = i.version AND o.parameter = i.parameter
         AND (o.${column} ${before} ${own} OR (o.${column} = ${own} AND o.nth < i.nth)))`,
      ),
    ]),
    keys: [own, 'i.version'].map((by) => ({ by: condition(by), descending, nullable: false })),
    ...(start !== own && { start: `${indexed(keyName(0))}${direction}` }),
  };
};
