import type { Dialect } from '../sql/engine.ts';
import type { SqlValue, Statement } from '../sql/work.ts';

/** A condition on rows, with the values of its question marks. */
export type Condition = Statement;

/** At most as many rows as a value says; for a plain `LIMIT ?` SQLite plans the statement anew with each value. */
export const AT_MOST = 'LIMIT CAST(? AS BIGINT)';

/** A condition of SQL and its values. */
export const condition = (sql: string, ...values: readonly SqlValue[]): Condition => ({ sql, values });

/** So many are joined side by side: SQLite limits how deep an expression is, not how many parts it has. */
const ABREAST = 8;

const joined = (operator: 'AND' | 'OR', conditions: readonly Condition[]): Condition => {
  const [only, ...more] = conditions;
  if (only === undefined) return condition(operator === 'AND' ? 'TRUE' : 'FALSE');
  if (more.length === 0) return only;
  if (conditions.length > ABREAST) {
    const size = Math.ceil(conditions.length / ABREAST);
    const groups = Array.from({ length: ABREAST }, (_, at) => conditions.slice(at * size, (at + 1) * size));
    return joined(
      operator,
      groups.filter(({ length }) => length > 0).map((group) => joined(operator, group)),
    );
  }
  return condition(
    conditions.map(({ sql }) => `(${sql})`).join(` ${operator} `),
    ...conditions.flatMap(({ values }) => values),
  );
};

/** All conditions hold; none is always true. */
export const all = (conditions: readonly Condition[]): Condition => joined('AND', conditions);

/** Any of the conditions holds; none never does. */
export const any = (conditions: readonly Condition[]): Condition => joined('OR', conditions);

/** The condition does not hold. It must not be NULL. */
export const not = ({ sql, values }: Condition): Condition => condition(`NOT (${sql})`, ...values);

/** `column` is one of any number of texts. */
export const isOneOf = (dialect: Dialect, column: string, texts: readonly string[]): Condition => {
  const [first, ...more] = texts;
  if (first === undefined) return any([]);
  return more.length === 0 ? condition(`${column} = ?`, first) : dialect.isOneOf(column, texts);
};

/** `column` is one of some numbers; the last one is repeated so that few statements serve all lengths. */
export const isNumberOf = (column: string, numbers: readonly number[]): Condition => {
  const last = numbers.at(-1);
  if (last === undefined) return any([]);
  const length = 2 ** Math.ceil(Math.log2(numbers.length));
  const values = [...numbers, ...new Array<number>(length - numbers.length).fill(last)];
  return condition(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
};
