import type { Comparator } from '../../fhir/search/search-request.ts';
import { type Condition, condition } from './condition.ts';

/** A number asked for, and what its digits leave open around it, `high` exclusive. */
interface Sought {
  readonly comparator: Comparator;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Rows whose numbers compare so with the one asked for. Both ends of what is kept belong to it; how exactly the number
 * was written counts for `eq`, `ne` and `ap` only: https://hl7.org/fhir/R5/search.html#number
 */
export const isNumber = (
  { comparator, value, low, high }: Sought,
  [from, to]: readonly [string, string] = ['low', 'high'],
): Condition => {
  switch (comparator) {
    case 'eq':
      // Said of both ends, too, so that an index on the first need not be read to its end.
      return condition(`${from} >= ? AND ${from} < ? AND ${to} < ?`, low, high, high);
    case 'ne':
      return condition(`${from} < ? OR ${to} >= ?`, low, high);
    case 'gt':
      return condition(`${to} > ?`, value);
    case 'lt':
      return condition(`${from} < ?`, value);
    case 'ge':
      return condition(`${to} >= ?`, value);
    case 'le':
      return condition(`${from} <= ?`, value);
    case 'sa':
      return condition(`${from} > ?`, value);
    case 'eb':
      return condition(`${to} < ?`, value);
    case 'ap':
      return condition(`${from} < ? AND ${to} >= ?`, high, low);
  }
};
