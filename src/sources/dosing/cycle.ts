import { regex } from 'regex';
import type { Duration } from '../../model/trial.ts';
import { type Match, matches } from '../prose/match.ts';
import { COUNT, countOf } from '../prose/number.ts';
import { durationOf } from '../prose/time.ts';

/** A course that is repeated, as words tell it. */
export interface Cycle {
  /** Bounds of all words that tell it. */
  readonly from: number;
  readonly to: number;
  /** How many of its days something is given on, and whether these follow each other. */
  readonly days: { readonly match: Match; readonly count: number; readonly inRow: boolean } | undefined;
  readonly length: { readonly match: Match; readonly duration: Duration } | undefined;
  readonly count: { readonly match: Match; readonly value: number } | undefined;
  /** The text with blanks for the words of the cycle, as long as the text; and for those of the days only. */
  readonly rest: string;
  readonly withoutDays: string;
}

const UNIT = regex('i')`( days? | weeks? | wks? )`;

const LIST = regex('i')`\d{1,2} ( ( ,\s? (and\ )? | \s and \s | \s? & \s? ) ((days?|D)\s?)? \d{1,2} )*`;
const RANGE = regex('i')`\d{1,2} \s? ( - | – | to | through ) \s? ((days?|D)\s?)? \d{1,2}`;

/** `on days 1, 8 and 15`, `D1-5`. */
const DAYS = regex('dgi')`
  (?<! [\p{L}\d]) (on\ )? (days?\s | D) (?<list> ${RANGE} | ${LIST} ) (?! [\d.] | [\s\-] (cycles? | ${UNIT}) )`;

/** `of each 28-day cycle`, `every 4 weeks` behind days, `Q21D` behind days, `six 21-day cycles`, `cycles of 21 days`. */
const LENGTH = regex('dgi')`
    ( \b (of|in|per) \s )? ( \b (each|every|a|the) \s )? (?<count> ${COUNT} ) [\-\s] (?<unit> ${UNIT} ) [\-\s] (treatment\s)? cycles? \b
  | \b cycles? \s of \s (?<ofCount> ${COUNT} ) [\-\s] (?<ofUnit> ${UNIT} ) \b
  | \b cycle \s (length | duration) \s? (of | is | :)? \s? (?<lengthCount> ${COUNT} ) [\-\s] (?<lengthUnit> ${UNIT} ) \b`;

const REPEATED = regex('dgi')`
    \b (of\s)? every \s (?<count> ${COUNT} ) [\-\s] (?<unit> ${UNIT} ) \b
  | (?<! [\p{L}\d]) q \s? (?<qCount> \d{1,2} ) \s? (?<qUnit> d | days? | w | wk | weeks? ) (?! [\p{L}\d])`;

/** `for 6 cycles`, `x 4 cycles`, `6 cycles of 21 days`, `six 21-day cycles`. */
const CYCLES = regex('dgi')`
    (\b for \s (a\stotal\sof\s)? | (?<! \p{L}) [x×] \s? )? (?<count> ${COUNT} ) \s ((treatment|consecutive)\s)? cycles \b
  | (\b for \s (a\stotal\sof\s)? )? (?<before> ${COUNT} ) \s (?= ${COUNT} [\-\s] ${UNIT} [\-\s] (treatment\s)? cycles \b )`;

/** Words that say there are cycles, whatever is made of them. */
const ANY = /\bcycles?\b/i;

const one = (text: string, pattern: RegExp): Match | 'several' | undefined => {
  const [first, ...others] = matches(text, pattern);
  return others.length > 0 ? 'several' : first;
};

const words = (match: Match, ...names: readonly string[]): string =>
  names.map((name) => match.part(name)?.text ?? '').find((part) => part !== '') ?? '';

const daysOf = (match: Match): Cycle['days'] | 'unclear' => {
  const numbers = (words(match, 'list').match(/\d+/g) ?? []).map(Number);
  const [first = 0, last = 0] = numbers;
  const isRange = new RegExp(`^(?:${RANGE.source})$`, RANGE.flags).test(words(match, 'list'));
  if (isRange) return last > first ? { match, count: last - first + 1, inRow: true } : 'unclear';
  const isRising = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  return isRising ? { match, count: numbers.length, inRow: numbers.length === 1 } : 'unclear';
};

const durationIn = (match: Match): Duration => {
  const unit = words(match, 'unit', 'ofUnit', 'lengthUnit', 'qUnit');
  const count = words(match, 'count', 'ofCount', 'lengthCount', 'qCount');
  return durationOf(count, unit.toLowerCase().startsWith('w') ? 'weeks' : 'days');
};

const blanked = (text: string, parts: readonly (Match | undefined)[]): string =>
  parts.reduce(
    (before, part) =>
      part === undefined
        ? before
        : before.slice(0, part.from) + ' '.repeat(part.to - part.from) + before.slice(part.to),
    text,
  );

/** The cycle that a text tells of; `unclear` where it tells of cycles or days in a way that is not plain. */
export const cycleIn = (text: string): Cycle | 'unclear' | undefined => {
  const [dayWords, inCycles, times] = [DAYS, LENGTH, CYCLES].map((pattern) => one(text, pattern));
  if (dayWords === 'several' || inCycles === 'several' || times === 'several') return 'unclear';
  const again = dayWords && !inCycles ? one(text, REPEATED) : undefined;
  if (again === 'several') return 'unclear';
  const long = inCycles ?? again;
  const days = dayWords && daysOf(dayWords);
  // Days are days of something that is repeated.
  if (days === 'unclear' || (days && !long)) return 'unclear';
  const told = [dayWords, long, times].filter((match) => match !== undefined);
  const rest = blanked(text, told);
  if (told.length === 0) return ANY.test(text) ? 'unclear' : undefined;
  if (ANY.test(rest)) return 'unclear';
  const length = long && { match: long, duration: durationIn(long) };
  if (days && length) {
    const { value, unit } = length.duration;
    if (days.count > Number(value) * (unit === 'wk' ? 7 : 1)) return 'unclear';
  }
  return {
    from: Math.min(...told.map(({ from }) => from)),
    to: Math.max(...told.map(({ to }) => to)),
    days,
    length,
    count: times && { match: times, value: countOf(words(times, 'count', 'before')) },
    rest,
    withoutDays: blanked(text, [dayWords]),
  };
};
