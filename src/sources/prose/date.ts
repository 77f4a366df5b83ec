import { regex } from 'regex';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const MONTH = regex(
  'i',
)`(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b \.?`;

/** A date in words or digits, to the day or the month: `13th April 2020`, `July 14th, 2020`, `2020.05.30`, `June 2020`. */
export const DATE = regex('i')`(
    \b \d{1,2} (st|nd|rd|th)? \s (of\s)? ${MONTH} ,? \s (19|20)\d\d
  | \b ${MONTH} \s \d{1,2} (st|nd|rd|th)? ,? \s (19|20)\d\d
  | \b ${MONTH} ,? \s (19|20)\d\d
  | \b (19|20)\d\d [.\-\/] \d{1,2} [.\-\/] \d{1,2} (?! \d)
)`;

const two = (digits: string): string => digits.padStart(2, '0');

/** Whether an ISO 8601 date is a day of the calendar. */
export const isDay = (iso: string): boolean => {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
};

/** The ISO 8601 form of a date that `DATE` matched, to the precision it has; `undefined` for a day that is none. */
export const isoDate = (written: string): string | undefined => {
  const year = /(?:19|20)\d\d/.exec(written)?.[0] ?? '';
  const digits = /^((?:19|20)\d\d)[.\-/](\d{1,2})[.\-/](\d{1,2})$/.exec(written);
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name.slice(0, 3)}`, 'i').test(written)) + 1;
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/i.exec(written.replace(year, ''))?.[1];
  const iso = digits
    ? `${digits[1]}-${two(digits[2] ?? '')}-${two(digits[3] ?? '')}`
    : [year, two(String(month)), ...(day ? [two(day)] : [])].join('-');
  return iso.length < 10 || isDay(iso) ? iso : undefined;
};
