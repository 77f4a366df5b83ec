import type { Comparator } from '../../fhir/search/search-request.ts';
import { type Condition, condition } from './condition.ts';

/** A time asked for: milliseconds since 1970, `high` exclusive. */
interface Period<C> {
  readonly comparator: C;
  readonly low: number;
  readonly high: number;
}

/** Rows of `date` that compare so with the one asked for, each alternative by itself: https://hl7.org/fhir/R5/search.html#prefix */
export const isDate = ({ comparator, low, high }: Period<Comparator | 'co'>): readonly Condition[] => {
  switch (comparator) {
    case 'eq':
      // A value that ends by `high` begins before it: said, too, so that an index on `low` need not be read to its end.
      return [condition('low >= ? AND low < ? AND high <= ?', low, high, high)];
    case 'ne':
      return [condition('low < ?', low), condition('high > ?', high)];
    case 'gt':
      return [condition('high > ?', high)];
    case 'lt':
      return [condition('low < ?', low)];
    // What is above or below a time begins with it: the whole of it counts.
    case 'ge':
      return [condition('high > ?', low)];
    case 'le':
      return [condition('low < ?', high)];
    case 'sa':
      return [condition('low >= ?', high)];
    case 'eb':
      return [condition('high <= ?', low)];
    case 'ap':
      return [condition('low < ? AND high > ?', high, low)];
    case 'co':
      return [condition('low <= ? AND high >= ?', low, high)];
  }
};

/** The same for an instant, which is a millisecond long, in `column`. */
export const isInstant = (column: string, { comparator, low, high }: Period<Comparator>): Condition => {
  switch (comparator) {
    case 'eq':
    case 'ap':
      return condition(`${column} >= ? AND ${column} < ?`, low, high);
    case 'ne':
      return condition(`${column} < ? OR ${column} >= ?`, low, high);
    case 'gt':
    case 'sa':
      return condition(`${column} >= ?`, high);
    case 'lt':
    case 'eb':
      return condition(`${column} < ?`, low);
    case 'ge':
      return condition(`${column} >= ?`, low);
    case 'le':
      return condition(`${column} < ?`, high);
  }
};
