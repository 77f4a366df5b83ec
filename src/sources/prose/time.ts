import { regex } from 'regex';
import { decimal } from '../../model/decimal.ts';
import type { Duration, TimePoint } from '../../model/trial.ts';
import { type Match, matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';

const UNITS: readonly (readonly [Duration['unit'], RegExp])[] = [
  ['min', /^min(?:ute)?s?$/i],
  ['h', /^h(?:ours?|rs?)?$/i],
  ['d', /^d(?:ays?)?$/i],
  ['wk', /^w(?:eeks?|ks?)$/i],
  ['mo', /^mo(?:nths?|s)?$/i],
  ['a', /^y(?:ears?|rs?)$/i],
];

/** A unit of time as written. */
export const TIME_UNIT = regex(
  'i',
)`\b (minutes? | mins? | hours? | hrs? | h | days? | weeks? | wks? | months? | years? | yrs? ) \b`;

/** The UCUM unit of a unit of time. */
const timeUnitOf = (written: string): Duration['unit'] =>
  UNITS.find(([, words]) => words.test(written))?.[0] ?? 'd';

/** A length of time from its count and unit as written. */
export const durationOf = (count: string, unit: string): Duration => ({
  value: decimal(String(countOf(count))),
  unit: timeUnitOf(unit),
});

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const EVENT_END =
  /^(?<event>(?:the\s+)?(?:[\p{L}-]+\s+){0,4}?(?:interventions?|infusions?|injections?|doses?|administrations?|treatments?|transplantations?|randomi[sz]ation|surgery|operation|discharge|admission|enrol?lment|baseline|transfusions?|vaccinations?))\b/iu;

/** A time, and the words that say it. */
export interface Timed extends Part {
  readonly value: TimePoint;
}

const POINT = regex('dgi')`(
    \b days?\ (of\ )? (?<days> \d+ ( ,\ \d+ )* ,? \ and\ \d+ ) (?! \s? ${TIME_UNIT})
  | (\b (on|in|at|by)\ )? the\ (?<nth> \d{1,2} ) (st|nd|rd|th)\ (?<nthUnit> day | week | month | year) \b
  |     (?<baseline> \b (at\ )? baseline \b )
  | \b (on\ |at\ |by\ |to\ )? (?<dayUnit> day | week | month | hour )s? (\ of)? [\-\ ] (?<dayCount> \d{1,4} | ${COUNT}) (?! [\d\-]* (${TIME_UNIT}))
  | (\b (at|after|within|by)\ )? \b (?<count> ${COUNT}) [\-\ ] (?<unit> ${TIME_UNIT}) (?! [\-\ ] (follow | period | course | study | trial | interval) ) (\ (?<after> after|post|following|from)\ )?
  | \b at\ (?<pairFirst> ${COUNT})\ and\ (?<pairSecond> ${COUNT})\ (?<pairUnit> ${TIME_UNIT})
)`;

const administrationOf = (event: string): { administration?: number } => {
  const ordinal = ORDINALS.findIndex((word) => new RegExp(`\\b${word}\\b`, 'i').test(event));
  const given = /intervention|infusion|injection|dose|administration|treatment|transplantation/i.test(event);
  return ordinal >= 0 && given ? { administration: ordinal + 1 } : {};
};

const afterEvent = (text: string, match: Match, count: string, unit: string): Timed => {
  const rest = match.part('after') ? EVENT_END.exec(text.slice(match.to)) : null;
  const event = rest?.groups?.event;
  const to = event ? match.to + event.length : (match.part('unit')?.to ?? match.to);
  return {
    text: text.slice(match.from, to),
    from: match.from,
    to,
    value: {
      kind: 'after',
      offset: durationOf(count, unit),
      ...(event && { event, ...administrationOf(event) }),
    },
  };
};

const timesOf = (text: string, match: Match): readonly Timed[] => {
  if (match.part('baseline')) return [{ ...match, value: { kind: 'baseline' } }];
  const days = match.part('days');
  if (days)
    return [...days.text.matchAll(/\d+/g)].map((day) => ({
      ...match,
      value: { kind: 'after', offset: durationOf(day[0], 'days') },
    }));
  const [nth, nthUnit] = ['nth', 'nthUnit'].map(match.part);
  if (nth && nthUnit)
    return [{ ...match, value: { kind: 'after', offset: durationOf(nth.text, nthUnit.text) } }];
  const [first, second, pairUnit] = ['pairFirst', 'pairSecond', 'pairUnit'].map(match.part);
  if (first && second && pairUnit)
    return [first, second].map((count) => ({
      ...match,
      value: { kind: 'after', offset: durationOf(count.text, pairUnit.text) },
    }));
  const [dayCount, dayUnit, count, unit] = ['dayCount', 'dayUnit', 'count', 'unit'].map(match.part);
  if (dayCount && dayUnit)
    return [{ ...match, value: { kind: 'after', offset: durationOf(dayCount.text, dayUnit.text) } }];
  return count && unit ? [afterEvent(text, match, count.text, unit.text)] : [];
};

/** The times that a text names, in order. */
export const timesIn = (text: string): readonly Timed[] =>
  matches(text, POINT).flatMap((match) => timesOf(text, match));

/** Whether a time says when, not for how long or how much of it: `at 12 weeks`, `week 26`, `5-year`. */
export const saysWhen = ({ text }: Timed): boolean =>
  /^(?:at|after|within|by|on|to|in|the|weeks?|days?|months?|years?|hours?)\b|^[\w.]+-/i.test(text);
