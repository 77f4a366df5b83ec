import type { SearchValue } from '../../fhir/search/search-request.ts';
import { indexable } from '../index/indexable.ts';
import type { Dialect } from '../sql/engine.ts';
import { all, any, type Condition, condition, isOneOf } from './condition.ts';
import { begins } from './string.ts';

type TokenValue = Extract<SearchValue, { type: 'token' }>;

/** Codes are kept as they are or in lower case, as their system wants. */
const isCode = (dialect: Dialect, codes: readonly string[]): Condition =>
  any([
    isOneOf(dialect, 'code', codes.map(indexable)),
    isOneOf(
      dialect,
      'folded',
      codes.map((code) => indexable(code.toLowerCase())),
    ),
  ]);

const beginsWith = (code: string): Condition =>
  any([begins('code', code), begins('folded', code.toLowerCase())]);

const inSystem = (dialect: Dialect, system: string | undefined, values: readonly TokenValue[]): Condition => {
  const starts = values.filter(({ start }) => start).flatMap(({ code }) => code ?? []);
  const codes = values.filter(({ start }) => !start).flatMap(({ code }) => code ?? []);
  return all([
    ...(system === undefined ? [] : [condition('system = ?', indexable(system))]),
    ...(starts.length + codes.length < values.length
      ? []
      : [any([...starts.map(beginsWith), ...(codes.length > 0 ? [isCode(dialect, codes)] : [])])]),
  ]);
};

/** Rows of `token` that are one of any number of tokens: https://hl7.org/fhir/R5/search.html#token */
export const isToken = (dialect: Dialect, values: readonly TokenValue[]): Condition =>
  any([...Map.groupBy(values, ({ system }) => system)].map(([system, of]) => inSystem(dialect, system, of)));
