import { regex } from 'regex';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { TimePoint } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { firstMatch, type Part } from '../prose/match.ts';
import { UNIT } from '../prose/statistic/unit.ts';
import { timesIn } from '../prose/time.ts';
import { type Form, formIn } from './form.ts';

/** What one head over a column, or one title beside a line, says of the values under or behind it. */
export interface Head {
  readonly passage: Passage;
  /** How many are in the group: `(n = 38)`. */
  readonly n: Stated<number>;
  readonly form: Form | undefined;
  readonly time: Stated<TimePoint>;
  readonly unit: Stated<string>;
  /** The words that are left: a group, or something measured. */
  readonly name: Part | undefined;
}

const SIZE = regex(
  'dg',
)`[\(\[,;:]? \s* \b [nN] \s* [\p{L}]? \s* = \s* (?<n> \d{1,3} (,\d{3})+ | \d+ ) \s* [\)\]]?`;

const TIME_WORDS =
  /\b(?:at|by|on|in|after|post|from|the|of|end|final|last|follow-?up|visit|value|time|point|assessment|measurement|treatment|intervention|study|later|month|week|day|year|baseline|phase|period)s?\b|[\s\-–—,:;()]/gi;

const BEFORE =
  /^(?:pre|before|initial|at entry|at inclusion)[\s-]*(?:treatment|intervention|test|therapy|operati(?:on|ve)|surgery|procedure|randomi[sz]ation|phase|study|values?)*$/i;
const AFTER =
  /^(?:post|after|follow-?up|final|end of)[\s-]*(?:treatment|intervention|test|therapy|operati(?:on|ve)|surgery|procedure|study|phase|follow-?up|values?)*$/i;

/** That a value is a change: the time in such words is what it is a change from. */
export const CHANGE =
  /\b(?:changes?|differences?|reductions?|increases?|decreases?|improvements?|delta)\b|[Δ∆]/i;

/** A number of years that tells how old people are, or how long ago something was. */
const AGE = /\bage\b|\bold\b|^[<>≤≥]|\d\s*[-–—]\s*\d|\bsince\b|\bduration\b/i;

/** That a time is one of a follow-up says no more of a head: `3-month follow-up`. */
const FOLLOWED_UP = /[\s-]+follow-?up$/i;

const timeIn = (
  passage: Passage,
  words: string,
  from: number,
): readonly [Stated<TimePoint>, alone: boolean] => {
  const whole = (value: TimePoint): readonly [Fact<TimePoint>, boolean] => [
    passage.fact(from, from + words.length, value, 'normalised'),
    true,
  ];
  if (BEFORE.test(words)) return whole({ kind: 'baseline' });
  if (AFTER.test(words)) return whole({ kind: 'during', text: words });
  if (AGE.test(words)) return [NOT_STATED, false];
  const times = timesIn(words.replace(FOLLOWED_UP, '')).filter(
    ({ value }) => value.kind !== 'baseline' || !CHANGE.test(words),
  );
  const [time, ...more] = times;
  if (!time || more.length > 0) return [NOT_STATED, false];
  const rest = words.slice(0, time.from) + words.slice(time.to);
  return [
    passage.fact(from + time.from, from + time.to, time.value, 'normalised'),
    rest.replace(TIME_WORDS, '') === '',
  ];
};

const BRACKETED_UNIT =
  /(?:\s*[([]\s*(?<bracketed>[^()[\]]{1,16})\s*[)\]]|,\s+(?<behind>[^\s,()]{1,12})|\s[—–]\s(?<dashed>[^\s,()]{1,12}))$/du;

const isUnit = (words: string): boolean => {
  if (words === '%') return true;
  UNIT.lastIndex = 0;
  return UNIT.exec(words)?.[0] === words;
};

/** The unit that ends a name: `Weight (kg)`, `Age, years`. */
const unitIn = (name: string): Part | undefined => {
  const { groups, indices } = BRACKETED_UNIT.exec(name) ?? {};
  const text = groups?.bracketed ?? groups?.behind ?? groups?.dashed;
  const [from, to] = indices?.groups?.bracketed ??
    indices?.groups?.behind ??
    indices?.groups?.dashed ?? [0, 0];
  return text !== undefined && isUnit(text.trim()) ? { text: text.trim(), from, to } : undefined;
};

/** That an interval stands beside a value that the head names. */
const OF_INTERVAL = /[([]\s*9[059]\s*%\s*(?:CI|confidence intervals?)\s*[)\]]/i;

const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

const EDGE = /^[\s:;,.\-–—/*†‡§¶#)\]]+|[\s:;,.\-–—/*†‡§¶#([]+$|(?<!\b[kcmµ]?m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/g;

const nameIn = (text: string): Part | undefined => {
  const start = /^[\s:;,.\-–—/*†‡§¶#)\]]*/.exec(text)?.[0].length ?? 0;
  const words = text.slice(start).replace(EDGE, '');
  return words === '' ? undefined : { text: words, from: start, to: start + words.length };
};

/** Reads a head. */
export const headOf = (passage: Passage): Head => {
  let text = passage.text.replace(/\s/g, ' ');
  const size = firstMatch(text, SIZE);
  const count = size?.part('n');
  if (size) text = blanked(text, size.from, size.to);
  const interval = OF_INTERVAL.exec(text);
  if (interval?.index) text = blanked(text, interval.index, interval.index + interval[0].length);
  const inner = nameIn(text);
  const announced = inner && formIn(inner.text);
  if (inner && announced) text = blanked(text, inner.from + announced.from, inner.from + announced.to);
  const words = nameIn(text);
  const [time, alone] = words ? timeIn(passage, words.text, words.from) : ([NOT_STATED, false] as const);
  const unit = words && !alone ? unitIn(words.text) : undefined;
  const named =
    words && nameIn(unit ? text.slice(0, words.from + unit.from).replace(/[([,\s—–]+$/, '') : text);
  return {
    passage,
    n: count ? passage.fact(count.from, count.to, Number(count.text.replaceAll(',', ''))) : NOT_STATED,
    form: announced?.form,
    time,
    unit:
      words && unit
        ? passage.fact(words.from + unit.from, words.from + unit.from + unit.text.length, unit.text)
        : NOT_STATED,
    name: alone ? undefined : named,
  };
};

/** Reads a title beside a line: `No` there answers what stands over it, and counts nothing. */
export const titleOf = (passage: Passage): Head =>
  /^no$/i.test(passage.text.trim())
    ? {
        passage,
        n: NOT_STATED,
        form: undefined,
        time: NOT_STATED,
        unit: NOT_STATED,
        name: nameIn(passage.text),
      }
    : headOf(passage);
