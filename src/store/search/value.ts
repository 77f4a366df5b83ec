import type { IndexKey } from '../../fhir/search/search-parameter.ts';
import type { SearchValue } from '../../fhir/search/search-request.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import type { Dialect } from '../sql/engine.ts';
import { all, any, type Condition, condition } from './condition.ts';
import { isDate } from './date.ts';
import { isNear } from './near.ts';
import { isNumber } from './number.ts';
import { isQuantity } from './quantity.ts';
import { isReference, isUrl } from './reference.ts';
import { isString } from './string.ts';
import { isToken } from './token.ts';
import { isUri } from './uri.ts';

const tableOf = ({ type }: SearchValue): string =>
  type === 'url' ? 'reference' : type === 'near' ? 'position' : type;

/** Conditions on rows of the value's table, any of which is enough. An index serves one of them at a time. */
const isValue = (dialect: Dialect, value: SearchValue): readonly Condition[] => {
  switch (value.type) {
    case 'token':
      return isToken(dialect, [value]);
    case 'string':
      return [isString(value)];
    case 'reference':
      return [isReference(value)];
    case 'url':
      return [isUrl(value)];
    case 'uri':
      return isUri(dialect, value);
    case 'date':
      return isDate(value);
    case 'number':
      return [isNumber(value)];
    case 'quantity':
      return [isQuantity(value)];
    case 'near':
      return [isNear(value)];
  }
};

/** Values of one table; tokens come by the thousand and are compared at once. */
const isAnyOf = (dialect: Dialect, values: readonly SearchValue[]): readonly Condition[] => {
  const tokens = values.filter((value) => value.type === 'token');
  return tokens.length === values.length
    ? isToken(dialect, tokens)
    : values.flatMap((value) => isValue(dialect, value));
};

const chunksOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Selects from the rows of an index table under a key. */
const select = (
  dialect: Dialect,
  columns: string,
  table: string,
  parameter: IndexKey,
  alternatives: readonly Condition[],
): Condition => {
  const selected = alternatives.map((one) =>
    all([condition('parameter = ?', parameterNumber(parameter)), one, ...dialect.inTime('version')]),
  );
  return condition(
    selected.map(({ sql }) => `SELECT ${columns} FROM ${table} WHERE ${sql}`).join(' UNION ALL '),
    ...selected.flatMap(({ values }) => values),
  );
};

/** How many alternatives are one query: SQLite takes 500. */
const MOST = 200;

/** What selects the versions that have one of the values, each alternative by itself; by no more than `MOST` at once. */
const lists = (dialect: Dialect, parameter: IndexKey, anyOf: readonly SearchValue[]): readonly Condition[] =>
  [...Map.groupBy(anyOf, tableOf)].flatMap(([table, values]) =>
    chunksOf(isAnyOf(dialect, values), MOST).map((alternatives) =>
      select(dialect, 'version', table, parameter, alternatives),
    ),
  );

/** What selects, once or more often, the versions that have one of the values; undefined if that is more than a query. */
export const listed = (
  dialect: Dialect,
  parameter: IndexKey,
  anyOf: readonly SearchValue[],
): Condition | undefined => {
  const [list, ...more] = lists(dialect, parameter, anyOf);
  return more.length === 0 ? list : undefined;
};

/** `version AS v` has one of the values; all that have one are listed. */
export const hasValue = (dialect: Dialect, parameter: IndexKey, anyOf: readonly SearchValue[]): Condition =>
  any(lists(dialect, parameter, anyOf).map(({ sql, values }) => condition(`v.seq IN (${sql})`, ...values)));

/** The same, looked up for each version by itself. */
export const hasValueItself = (
  dialect: Dialect,
  parameter: IndexKey,
  anyOf: readonly SearchValue[],
): Condition =>
  any(
    [...Map.groupBy(anyOf, tableOf)].map(([table, values]) => {
      const is = any(isAnyOf(dialect, values));
      // The plus keeps it from going through the values of all versions.
      return condition(
        `EXISTS (SELECT 1 FROM ${table} WHERE version = v.seq AND +parameter = ? AND (${is.sql}))`,
        parameterNumber(parameter),
        ...is.values,
      );
    }),
  );

const haveParts = (dialect: Dialect, parameter: IndexKey, values: readonly SearchValue[]): Condition => {
  const components = values.map((value, at) =>
    select(dialect, 'version, part', tableOf(value), `${parameter}$${at + 1}`, isValue(dialect, value)),
  );
  const joined = components.map(({ sql }, at) => {
    const on = at === 0 ? '' : ` ON c${at}.version = c0.version AND c${at}.part = c0.part`;
    return `(${sql}) AS c${at}${on}`;
  });
  return condition(
    `v.seq IN (SELECT c0.version FROM ${joined.join(' JOIN ')})`,
    ...components.flatMap(({ values: bound }) => bound),
  );
};

/** `version AS v` has an element with all values of one alternative: https://hl7.org/fhir/R5/search.html#composite */
export const hasComposite = (
  dialect: Dialect,
  parameter: IndexKey,
  anyOf: readonly (readonly SearchValue[])[],
): Condition => any(anyOf.map((values) => haveParts(dialect, parameter, values)));
