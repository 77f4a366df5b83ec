/** Milliseconds since 1970, `high` exclusive. */
export interface DateRange {
  readonly low: number;
  readonly high: number;
}

// A plus sign that was sent without an escape has become a space.
const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[-+ ]\d\d:\d\d)?)?)?)?$/;

const MINUTE = 60_000;

const utc = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(utc(year, month, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const offset = (zone: string): number | undefined => {
  if (zone === '' || zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
};

/**
 * All the time that a date of any precision, from the year to the millisecond, stands for; UTC where no zone is named.
 * https://hl7.org/fhir/R5/search.html#date
 */
export const dateRange = (text: string): DateRange | undefined => {
  const [found, ...parts] = DATE.exec(text) ?? [];
  if (found === undefined) return undefined;
  const [year = 0, month, day, hour, minute = 0, second] = parts
    .slice(0, 6)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (!isDay(year, month ?? 1, day ?? 1)) return undefined;
  if (month === undefined) return { low: utc(year, 1, 1), high: utc(year + 1, 1, 1) };
  if (day === undefined) return { low: utc(year, month, 1), high: utc(year, month + 1, 1) };
  const midnight = utc(year, month, day);
  if (hour === undefined) return { low: midnight, high: utc(year, month, day + 1) };
  const east = offset(parts[7] ?? '');
  if (hour > 23 || minute > 59 || (second ?? 0) > 60 || east === undefined) return undefined;
  const fraction = parts[6];
  const whole = midnight + (hour * 60 + minute) * MINUTE + (second ?? 0) * 1000 - east;
  if (second === undefined) return { low: whole, high: whole + MINUTE };
  if (fraction === undefined) return { low: whole, high: whole + 1000 };
  const low = whole + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { low, high: low + 10 ** Math.max(0, 3 - fraction.length) };
};

/** The same and a tenth of its distance from now to both sides. */
export const aroundDate = ({ low, high }: DateRange, now: number): DateRange => {
  const tenth = Math.round(Math.abs(now - low) / 10);
  return { low: low - tenth, high: high + tenth };
};
