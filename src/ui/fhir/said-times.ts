import { inDays } from './timing.ts';

/** A time as it is said, and where it stands among others, in days. */
export interface SaidTime {
  readonly days: number;
  readonly words: string;
}

const UNITS: Readonly<Record<string, string>> = {
  minute: 'min',
  hour: 'h',
  day: 'd',
  week: 'wk',
  month: 'mo',
  year: 'a',
};

/** Times without a number, in their order before all others. */
const BEFORE: Readonly<Record<string, number>> = { screening: -2, baseline: -1 };

const AFTER_UNIT = /^(?:(minute|hour|day|week|month|year)s? )?(\d+(?:\.\d+)?)$/;
const BEFORE_UNIT = /^(\d+(?:\.\d+)?) (minute|hour|day|week|month|year)s?$/;

/** One time; a number alone has the unit of the number before it. */
const saidTime = (words: string, unitBefore: string): (SaidTime & { readonly unit: string }) | undefined => {
  const said = words.toLowerCase();
  const before = BEFORE[said];
  if (before !== undefined) return { days: before, words: said, unit: '' };
  const [, unit = unitBefore, after] = AFTER_UNIT.exec(said) ?? [];
  const [, number = after, unitAfter = unit] = BEFORE_UNIT.exec(said) ?? [];
  const days = inDays(Number(number), UNITS[unitAfter] ?? '');
  if (number === undefined || days === undefined) return undefined;
  return { days, words: after === undefined ? said : `${unit} ${after}`, unit };
};

/** The times that words list (`Screening, Day 1, Weeks 4, 8 and 12`); none where they say anything else as well. */
export const saidTimes = (words: string): readonly SaidTime[] => {
  const times: SaidTime[] = [];
  let unit = '';
  for (const part of words.trim().split(/\s*(?:[,;]|\band\b)\s*/)) {
    if (part === '') continue;
    const time = saidTime(part, unit);
    if (time === undefined) return [];
    times.push({ days: time.days, words: time.words });
    unit = time.unit;
  }
  return times;
};
