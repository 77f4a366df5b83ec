import { aroundDate, type DateRange, dateRange } from '../date-range.ts';
import type { Comparator } from '../search-request.ts';
import { type Wrong, wrong } from '../wrong.ts';
import { compared } from './comparator.ts';

/** A date as it is compared. */
interface DateValue extends DateRange {
  readonly type: 'date';
  readonly comparator: Comparator;
}

/** https://hl7.org/fhir/R5/search.html#date */
export const dateValue = (text: string, now: number): DateValue | Wrong => {
  const { comparator, rest } = compared(text);
  const range = dateRange(rest);
  if (range === undefined)
    return wrong(
      `“${text}” is not a date; write 2030, 2030-01, 2030-01-31 or 2030-01-31T12:00:00Z, after eq, ne, gt, lt, ge, le, sa, eb, ap or nothing`,
    );
  return { type: 'date', comparator, ...(comparator === 'ap' ? aroundDate(range, now) : range) };
};
