import type { SearchValue } from '../../fhir/search/search-request.ts';
import { indexable } from '../index/indexable.ts';
import type { Dialect } from '../sql/engine.ts';
import { all, type Condition, condition, isOneOf } from './condition.ts';
import { begins } from './string.ts';

type TokenValue = Extract<SearchValue, { type: 'token' }>;

/** Codes are kept as they are or in lower case, as their system wants. */
const isCode = (dialect: Dialect, codes: readonly string[]): readonly Condition[] => [
  isOneOf(dialect, 'code', codes.map(indexable)),
  isOneOf(
    dialect,
    'folded',
    codes.map((code) => indexable(code.toLowerCase())),
  ),
];

const beginsWith = (code: string): readonly Condition[] => [
  begins('code', code),
  begins('folded', code.toLowerCase()),
];

const inSystem = (
  dialect: Dialect,
  system: string | undefined,
  values: readonly TokenValue[],
): readonly Condition[] => {
  const isSystem = system === undefined ? [] : [condition('system = ?', indexable(system))];
  if (values.some(({ code }) => code === undefined)) return [all(isSystem)];
  const [starts = [], codes = []] = [true, false].map((begin) =>
    values.filter(({ start = false }) => start === begin).flatMap(({ code }) => code ?? []),
  );
  return [...starts.flatMap(beginsWith), ...(codes.length > 0 ? isCode(dialect, codes) : [])].map((is) =>
    all([...isSystem, is]),
  );
};

/** Rows of `token` that are one of any number of tokens, each alternative by itself: https://hl7.org/fhir/R5/search.html#token */
export const isToken = (dialect: Dialect, values: readonly TokenValue[]): readonly Condition[] =>
  [...Map.groupBy(values, ({ system }) => system)].flatMap(([system, of]) => inSystem(dialect, system, of));
