import { folded } from '../../fhir/search/folded.ts';
import type { SearchValue } from '../../fhir/search/search-request.ts';
import { indexable } from '../index/indexable.ts';
import { all, type Condition, condition } from './condition.ts';

type StringValue = Extract<SearchValue, { type: 'string' }>;

/** Greater than any character, so that it ends the range of what begins with a text. */
const END = '\u{10ffff}';

/** How many characters of a string its index has: PostgreSQL's refuses an entry of more than 2,700 bytes. */
const INDEXED = 200;

/** As the index `string_by_start` says it. */
const START = `substr(folded, 1, ${INDEXED})`;

const startOf = (text: string): string => [...text].slice(0, INDEXED).join('');

const like = (column: string, before: '%' | '', text: string, after: '%' | ''): Condition =>
  condition(`${column} LIKE ? ESCAPE '\\'`, `${before}${text.replace(/[\\%_]/g, '\\$&')}${after}`);

/** `column` contains a text; both are in lower case, for which LIKE is the same on both engines. */
export const contains = (column: string, text: string): Condition => like(column, '%', text, '%');

/** `column` begins with a text. */
export const begins = (column: string, text: string): Condition =>
  condition(`${column} >= ? AND ${column} < ?`, text, `${text}${END}`);

const equals = (text: string): Condition => condition(`${START} = ? AND folded = ?`, startOf(text), text);

const COMPARED = { lt: '<', le: '<=', gt: '>', ge: '>=' };

/** Rows of `string` that are asked for: https://hl7.org/fhir/R5/search.html#string */
export const isString = ({ match, text }: StringValue): Condition => {
  const sought = folded(text);
  switch (match) {
    case 'exact':
      return all([equals(sought), condition('exact = ?', indexable(text))]);
    case 'equal':
      return equals(sought);
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return condition(`folded ${COMPARED[match]} ?`, sought);
  }
  // Of punctuation only nothing is left, which everything would contain.
  if (sought === '') return equals('');
  switch (match) {
    case 'start': {
      const start = startOf(sought);
      const isInIndex = begins(START, start);
      return start === sought ? isInIndex : all([isInIndex, begins('folded', sought)]);
    }
    case 'contains':
      return contains('folded', sought);
    case 'end':
      return like('folded', '%', sought, '');
  }
};
