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

const isValue = (dialect: Dialect, value: SearchValue): Condition => {
  switch (value.type) {
    case 'token':
      return isToken(dialect, [value]);
    case 'string':
      return isString(value);
    case 'reference':
      return isReference(value);
    case 'url':
      return isUrl(value);
    case 'uri':
      return isUri(dialect, value);
    case 'date':
      return isDate(value);
    case 'number':
      return isNumber(value);
    case 'quantity':
      return isQuantity(value);
    case 'near':
      return isNear(value);
  }
};

/** Values of one table; tokens come by the thousand and are compared at once. */
const isAnyOf = (dialect: Dialect, values: readonly SearchValue[]): Condition => {
  const tokens = values.filter((value) => value.type === 'token');
  return tokens.length === values.length
    ? isToken(dialect, tokens)
    : any(values.map((value) => isValue(dialect, value)));
};

/** Rows of an index table under a key. */
const under = (parameter: IndexKey, is: Condition): Condition =>
  all([condition('parameter = ?', parameterNumber(parameter)), is]);

/** `version AS v` has one of the values. */
export const hasValue = (dialect: Dialect, parameter: IndexKey, anyOf: readonly SearchValue[]): Condition =>
  any(
    [...Map.groupBy(anyOf, tableOf)].map(([table, values]) => {
      const { sql, values: bound } = under(parameter, isAnyOf(dialect, values));
      return condition(`v.seq IN (SELECT version FROM ${table} WHERE ${sql})`, ...bound);
    }),
  );

const haveParts = (dialect: Dialect, parameter: IndexKey, values: readonly SearchValue[]): Condition => {
  const components = values.map((value, at) => {
    const { sql, values: bound } = under(`${parameter}$${at + 1}`, isValue(dialect, value));
    return condition(`(SELECT version, part FROM ${tableOf(value)} WHERE ${sql}) AS c${at + 1}`, ...bound);
  });
  return condition(
    `v.seq IN (SELECT c1.version FROM ${components
      .map(({ sql }, at) =>
        at === 0 ? sql : `${sql} ON c${at + 1}.version = c1.version AND c${at + 1}.part = c1.part`,
      )
      .join(' JOIN ')})`,
    ...components.flatMap(({ values: bound }) => bound),
  );
};

/** `version AS v` has an element with all values of one alternative: https://hl7.org/fhir/R5/search.html#composite */
export const hasComposite = (
  dialect: Dialect,
  parameter: IndexKey,
  anyOf: readonly (readonly SearchValue[])[],
): Condition => any(anyOf.map((values) => haveParts(dialect, parameter, values)));
