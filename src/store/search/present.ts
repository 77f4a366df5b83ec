import type { IndexKey, SearchParameterType } from '../../fhir/search/search-parameter.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import type { Dialect } from '../sql/engine.ts';
import { all, any, type Condition, condition } from './condition.ts';

const TABLES = ['token', 'string', 'reference', 'uri', 'date', 'number', 'quantity', 'position'];

/**
 * `version AS v` has anything under a key; a composite if it has anything for its first component, of any type. With
 * `itself` it is looked up for each version by itself.
 */
export const isPresent = (
  dialect: Dialect,
  parameter: IndexKey,
  type: SearchParameterType,
  itself: boolean,
): Condition => {
  const tables = type === 'composite' ? TABLES : [type === 'special' ? 'position' : type];
  const number = parameterNumber(type === 'composite' ? `${parameter}$1` : parameter);
  if (itself)
    return any(
      tables.map((table) =>
        // The plus keeps it from going through the values of all versions.
        condition(`EXISTS (SELECT 1 FROM ${table} WHERE version = v.seq AND +parameter = ?)`, number),
      ),
    );
  const has = all([condition('parameter = ?', number), ...dialect.inTime('version')]);
  return condition(
    `v.seq IN (${tables.map((table) => `SELECT version FROM ${table} WHERE ${has.sql}`).join(' UNION ALL ')})`,
    ...tables.flatMap(() => has.values),
  );
};
