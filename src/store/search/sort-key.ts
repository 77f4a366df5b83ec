import type { Sort } from '../../fhir/search/search-request.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import type { Row } from '../sql/work.ts';
import { type Condition, condition } from './condition.ts';

/** What rows are ordered by; NULL comes last. */
export interface Key {
  readonly by: Condition;
  readonly descending: boolean;
  readonly nullable: boolean;
}

/** Rows to be put in order by their keys, of which the last is the `seq`, in `version AS v`. */
export interface Unordered {
  readonly from: string;
  readonly where: Condition;
  readonly keys: readonly Key[];
  /** What an index that is in this order has before the first key. */
  readonly start?: string;
}

/** What is compared of a value, by ascending and by descending order; of quantities, those of one unit first. */
export const COLUMNS: Readonly<Partial<Record<Sort['type'], readonly (readonly [string, string])[]>>> = {
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

/** Of several values the lowest counts, in descending order the highest: https://hl7.org/fhir/R5/search.html#sort */
export const keysOf = ({ parameter, type, descending }: Sort, id: string): readonly Key[] => {
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

/** The name of a key's column. */
export const keyName = (at: number): string => `key${at}`;

/** Rows that come after those with these values in the first of the keys. */
export const after = (keys: readonly Key[], place: Row, at = 0): Condition => {
  const key = keys[at];
  if (key === undefined) return condition('FALSE');
  const column = keyName(at);
  const value = place[column] ?? null;
  const rest = after(keys, place, at + 1);
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
