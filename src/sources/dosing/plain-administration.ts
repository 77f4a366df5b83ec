import { regex } from 'regex';
import { decimal } from '../../model/decimal.ts';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration, Duration } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { DOSE_WORDS, doseIn } from '../prose/dose.ts';
import { type Match, matches } from '../prose/match.ts';
import { COUNT, countOf } from '../prose/number.ts';
import { durationOf, TIME_UNIT } from '../prose/time.ts';
import { type Cycle, cycleIn } from './cycle.ts';

/** Words that make a dose or its timing depend on something, vary, or be one of several. */
const NOT_PLAIN = regex('i')`
    \b ( or | and\/or | either | if | unless | when(ever)? | until | up\ to | at\ least | at\ most | max(imum|imal)? | minimum | range | titrat\p{L}* | adjust\p{L}* | increas\p{L}* | decreas\p{L}* | reduc\p{L}*
       | escalat\p{L}* | taper\p{L}* | load\p{L}* | initial\p{L}* | start\p{L}* | follow\p{L}* | then | thereafter | subsequent\p{L}* | divided | per\ protocol | as\ needed | prn | as\ tolerated | tolera\p{L}* | depend\p{L}* | accord\p{L}*
       | respectively | versus | vs | switch\p{L}* | alternat\p{L}* | approximately | about | cohorts? | arms? | groups? | levels? ) \b
  | \d \s? ( - | – | to ) \s? \d | [\/;] \s? \d | , \s+ \d | [+~≤≥<>±]`;

const ROUTE = regex('dgi')`(?<words>
    \b ( intravenous(ly)? | subcutaneous(ly)? | intramuscular(ly)? | oral(ly)? | by\ mouth | inhaled | by\ inhalation | intranasal(ly)? | topical(ly)? | intravitreal(ly)? | intrathecal(ly)? | intra-?articular(ly)?
      | sublingual(ly)? | rectal(ly)? | transdermal(ly)? | vaginal(ly)? | intradermal(ly)? | intraperitoneal(ly)? ) \b
  | (?<! [\p{L}.]) ( i\.?v\.? | s\.?c\.? | i\.?m\.? | p\.?o\.? ) (?! [\p{L}\d]) )`;

const FORM = regex(
  'dgi',
)`\b (?<words> tablet | capsule | infusion | injection | lozenge | patch | suppository | pill )s? \b`;

const EACH = regex('i')`( (a | per | each | every) \ | \/ \s? )`;

/** A longer description tells more than how something is given. */
export const LONGEST = 300;

/** How often: the first of these that says it wins, so that `three times daily` is not daily. */
const FREQUENCY = regex('dgi')`
    (?<! [\p{L}\d]) (
      (?<times> once | twice | thrice | ( ${COUNT} ) \ (times | doses) ) \ ( ${EACH} (?<timesUnit> day | week | month | year) | (?<timesLy> daily | weekly | monthly | yearly | annually) )
    | (?<latin> q\.?d\.? | o\.?d\.? | b\.?i\.?d\.? | t\.?i\.?d\.? | q\.?i\.?d\.? )
    | q \s? (?<qCount> \d{1,2} ) \s? (?<qUnit> h | hr | hours? | d | days? | w | wk | weeks? | m | months? )
    | every \ (?<everyCount> ${COUNT} ) [\ \-] (?<everyUnit> ${TIME_UNIT})
    | (?<other> every \ other \ day )
    | every \ (?<everyOne> day | week | month | year)
    | (?<ly> daily | weekly | monthly )
    ) (?! [\p{L}\d])`;

const LASTS = regex('dgi')`
    \b for \ (a\ total\ of\ )? (?<count> ${COUNT} ) [\ \-] (?<unit> ${TIME_UNIT})
  | (?<! [\p{L}\d.\-]) (?<ofCount> ${COUNT} ) [\ \-] (?<ofUnit> days? | weeks? | months? ) \ (of \ )? (treatment | therapy | course)`;

const LATIN: Readonly<Record<string, number>> = { qd: 1, od: 1, bid: 2, tid: 3, qid: 4 };
const LY: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
};
const Q_UNITS: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week', m: 'month' };
const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

const timesOf = (words: string): number =>
  TIMES[words.toLowerCase()] ?? countOf(words.replace(/ (?:times|doses)$/i, ''));

/** How often something is done, and in what time. */
const frequencyOf = (match: Match): { readonly frequency: number; readonly interval: Duration } => {
  const said = (name: string): string => match.part(name)?.text.toLowerCase() ?? '';
  const one = (unit: string): Duration => durationOf('one', unit);
  if (said('times'))
    return {
      frequency: timesOf(said('times')),
      interval: one(said('timesUnit') || (LY[said('timesLy')] ?? 'day')),
    };
  if (said('latin'))
    return { frequency: LATIN[said('latin').replaceAll('.', '')] ?? 1, interval: one('day') };
  if (said('qCount'))
    return { frequency: 1, interval: durationOf(said('qCount'), Q_UNITS[said('qUnit').charAt(0)] ?? 'day') };
  if (said('everyCount'))
    return { frequency: 1, interval: durationOf(said('everyCount'), said('everyUnit')) };
  if (said('other')) return { frequency: 1, interval: durationOf('two', 'day') };
  return { frequency: 1, interval: one(said('everyOne') || (LY[said('ly')] ?? 'day')) };
};

/** The only match of a pattern; `several` where there are more. */
const only = (text: string, pattern: RegExp): Match | 'several' | undefined => {
  const [first, ...others] = matches(text, pattern);
  return others.length > 0 ? 'several' : first;
};

const DOSE = regex('dg')`${DOSE_WORDS}`;

/** How often something is done in what time, and for how long. */
interface Told {
  readonly often: Stated<{ readonly frequency: number; readonly interval: Duration }>;
  readonly lasts: Stated<Duration>;
}

type Timing = Pick<Administration, 'count' | 'interval' | 'frequency' | 'duration' | 'cycle'>;

const valued = <T, U>(fact: Stated<T>, say: (value: T) => U): Stated<U> =>
  fact === NOT_STATED ? NOT_STATED : { ...fact, value: say(fact.value) };

const plainTiming = ({ often, lasts }: Told): Timing => ({
  count: NOT_STATED,
  interval: valued(often, ({ interval }) => interval),
  frequency: valued(often, ({ frequency }) => frequency),
  duration: lasts,
});

const isWithinDay = ({ value, unit }: Duration): boolean => unit === 'h' || (unit === 'd' && value === '1');

/** What is given in cycles: within one, and how these are repeated; nothing where both do not fit together. */
const cyclicTiming = (description: Passage, cycle: Cycle, told: Told): Timing | undefined => {
  const { days, length, count } = cycle;
  const fact = <T>(match: Match, value: T): Fact<T> => description.fact(match.from, match.to, value);
  const cycles: Stated<number> = count ? fact(count.match, count.value) : NOT_STATED;
  const repeated: NonNullable<Administration['cycle']> = {
    words: description.fact(cycle.from, cycle.to, description.text.slice(cycle.from, cycle.to)),
    length: length ? fact(length.match, length.duration) : NOT_STATED,
    count: cycles,
  };
  const plain = plainTiming(told);
  const isDaily = told.often !== NOT_STATED && isWithinDay(told.often.value.interval);
  // Every 21 days for 6 cycles: the cycle is the interval.
  if (!length) return { ...plain, count: isDaily ? NOT_STATED : cycles, cycle: repeated };
  if (!days) return told.often === NOT_STATED || isDaily ? { ...plain, cycle: repeated } : undefined;
  if (told.lasts !== NOT_STATED) return undefined;
  if (isDaily)
    return days.inRow
      ? {
          ...plain,
          duration: fact(days.match, { value: decimal(String(days.count)), unit: 'd' }),
          cycle: repeated,
        }
      : undefined;
  if (told.often !== NOT_STATED) return undefined;
  return {
    count: NOT_STATED,
    interval: fact(length.match, length.duration),
    frequency: fact(days.match, days.count),
    cycle: repeated,
  };
};

/** What a description is about that tells nothing but how something is given. */
export const plainAdministration = (
  agent: Fact<string>,
  description: Passage,
): Administration | undefined => {
  const { text } = description;
  if (text.length > LONGEST) return undefined;
  const cycle = cycleIn(text);
  if (cycle === 'unclear') return undefined;
  const rest = cycle?.rest ?? text;
  if (NOT_PLAIN.test(cycle?.withoutDays ?? text)) return undefined;
  // What is said of both is said of neither plainly.
  if (/placebo/i.test(text) && !/placebo/i.test(agent.value)) return undefined;
  const [dose, frequency, lasts, route, form] = [DOSE, FREQUENCY, LASTS, ROUTE, FORM].map((pattern) =>
    only(rest, pattern),
  );
  if ([dose, frequency, lasts, route].includes('several')) return undefined;
  const found = (match: Match | 'several' | undefined): Match | undefined =>
    match === 'several' ? undefined : match;
  const often = found(frequency);
  const [long, given, shape, much] = [lasts, route, form, dose].map(found);
  if (much === undefined && often === undefined) return undefined;
  const rate = often && frequencyOf(often);
  const count = long && (long.part('count') ?? long.part('ofCount'));
  const unit = long && (long.part('unit') ?? long.part('ofUnit'));
  const fact = <T>(match: Match | undefined, value: T | undefined): Stated<T> =>
    match === undefined || value === undefined ? NOT_STATED : description.fact(match.from, match.to, value);
  const told = {
    often: fact(often, rate),
    lasts: fact(long, count && unit && durationOf(count.text, unit.text)),
  };
  const timing = cycle === undefined ? plainTiming(told) : cyclicTiming(description, cycle, told);
  return (
    timing && {
      text: description.fact(0, text.length, text),
      agent,
      source: NOT_STATED,
      dose: much === undefined ? NOT_STATED : doseIn(description.slice(much.from, much.to)),
      route: fact(given, given?.text),
      form: fact(shape, shape?.part('words')?.text.toLowerCase()),
      ...timing,
    }
  );
};
