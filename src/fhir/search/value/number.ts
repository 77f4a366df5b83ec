import type { SearchValue } from '../search-request.ts';
import { type Wrong, wrong } from '../wrong.ts';
import { compared } from './comparator.ts';
import { decimalRange } from './decimal-range.ts';

/** https://hl7.org/fhir/R5/search.html#number */
export const numberValue = (text: string): Extract<SearchValue, { type: 'number' }> | Wrong => {
  const { comparator, rest } = compared(text);
  const range = decimalRange(rest, comparator === 'ap');
  return range === undefined
    ? wrong(
        `“${text}” is not a number; write 100, 5.40 or 1e-3, after eq, ne, gt, lt, ge, le, sa, eb, ap or nothing`,
      )
    : { type: 'number', comparator, ...range };
};
