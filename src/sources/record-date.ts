import { DATE, isDay, isoDate } from './prose/date.ts';

const ISO =
  /^(?<day>\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?<zone>Z|[+-]\d\d:?\d\d)?)?$/;
const MIDNIGHT = /^00:00(?::00(?:\.0+)?)?$/;
const YEAR_FIRST = /^(?<year>\d{4})(?<between>[/.]?)(?<month>\d\d)\k<between>(?<day>\d\d)$/;
const DAY_FIRST = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?: \d\d:\d\d(?::\d\d)?)?$/;
const MONTH_FIRST = /^(?<month>0?[1-9]|1[0-2])[/.-](?<year>\d{4})$/;
const ABBREVIATED = /^(?<day>\d{1,2})-(?<month>[A-Za-z]{3,9})-(?<year>\d{4})$/;
/** Years in which trials are registered; others are of another calendar, or slips. */
const PLAUSIBLE = /^(?:19|20)\d\d/;
const TEXTUAL = new RegExp(`^${DATE.source}$`, DATE.flags);

const two = (digits: string): string => digits.padStart(2, '0');

/** A day in digits; where the second number can be no month, the first is it. */
const fromDigits = ({ year = '', month = '', day = '' }: Record<string, string>): string | undefined =>
  [`${year}-${two(month)}-${two(day)}`, `${year}-${two(day)}-${two(month)}`].find(isDay);

const isoForm = (written: string): string | undefined => {
  const iso = ISO.exec(written)?.groups;
  if (iso) {
    const { day = '', time, zone } = iso;
    if (day.length === 10 && !isDay(day)) return undefined;
    const kept = time !== undefined && zone !== undefined && !MIDNIGHT.test(time) && day.length === 10;
    return kept ? `${day}T${time.length === 5 ? `${time}:00` : time}${zone}` : day;
  }
  const digits = (YEAR_FIRST.exec(written) ?? DAY_FIRST.exec(written))?.groups;
  if (digits) return fromDigits(digits as Record<string, string>);
  const { month = '', year = '' } = MONTH_FIRST.exec(written)?.groups ?? {};
  if (year !== '') return `${year}-${two(month)}`;
  const words = written.replace(ABBREVIATED, '$<day> $<month> $<year>');
  return TEXTUAL.test(words) ? isoDate(words) : undefined;
};

/**
 * The ISO 8601 form of a date as registries write them, to its precision, else nothing: `2031-05-04T00:00:00.000Z`,
 * `20310504`, `04/05/2031` (the day first), `05/2031`, `4-May-2031`, `May 4, 2031`. A time is kept only where its zone is stated.
 */
export const recordDate = (words: string): string | undefined => {
  const found = isoForm(words.trim());
  return found !== undefined && PLAUSIBLE.test(found) ? found : undefined;
};
