import type { IndexKey, SearchParameterType } from '../../fhir/search/search-parameter.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import { type Condition, condition } from './condition.ts';

const TABLES = ['token', 'string', 'reference', 'uri', 'date', 'number', 'quantity', 'position'];

/** `version AS v` has anything under a key; a composite if it has anything for its first component, of any type. */
export const isPresent = (parameter: IndexKey, type: SearchParameterType): Condition => {
  const tables = type === 'composite' ? TABLES : [type === 'special' ? 'position' : type];
  const number = parameterNumber(type === 'composite' ? `${parameter}$1` : parameter);
  return condition(
    `v.seq IN (${tables.map((table) => `SELECT version FROM ${table} WHERE parameter = ?`).join(' UNION ALL ')})`,
    ...tables.map(() => number),
  );
};
