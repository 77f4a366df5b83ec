import type { Derivation, Fact } from '../model/fact.ts';
import type { DocumentText } from './document-text.ts';

/**
 * Readable text cut from a document, markup taken out, every character still knowing its place.
 * `from` and `to` are indices into `text`.
 */
export interface Passage {
  readonly text: string;
  readonly slice: (from: number, to: number) => Passage;
  /** A value found between two indices; it is *stated* when it equals its words, else *normalised* unless said otherwise. */
  readonly fact: <T>(from: number, to: number, value: T, derivation?: Derivation) => Fact<T>;
}

/** Characters that are read as others: kinds of spaces, hyphens and signs, ligatures, wide digits; those that are not seen as none. */
const REPAIRED: ReadonlyMap<string, string> = new Map([
  ...[...'\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'].map(
    (space) => [space, ' '] as const,
  ),
  ...[...'\u2010\u2011'].map((hyphen) => [hyphen, '-'] as const),
  ...[...'\u00ad\u200b\u200c\u200d\u2060\ufeff'].map((unseen) => [unseen, ''] as const),
  ...Object.entries({ ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }),
  ...Object.entries({ '⩽': '≤', '≦': '≤', '⩾': '≥', '≧': '≥', '＜': '<', '＞': '>', '＝': '=', '％': '%' }),
  ...[...'０１２３４５６７８９'].map((digit, i) => [digit, String(i)] as const),
]);

const TO_REPAIR = new RegExp(`[${[...REPAIRED.keys()].join('')}]`);
const TO_REPAIR_ALL = new RegExp(TO_REPAIR, 'g');

/** Text as it is read, characters repaired. */
export const readable = (text: string): string =>
  TO_REPAIR.test(text) ? text.replace(TO_REPAIR_ALL, (found) => REPAIRED.get(found) ?? found) : text;

/** Where each character of a text stands in a document, in UTF-16 indices. */
interface Places {
  readonly start: (i: number) => number;
  readonly end: (i: number) => number;
}

/** The same text in one byte a character, where it can be: patterns go through it some times faster. */
const narrow = (text: string): string =>
  /[^\0-\xff]/.test(text) ? text : Buffer.from(text, 'latin1').toString('latin1');

const placed = (document: DocumentText, given: string, places: Places, base: number): Passage => {
  const text = narrow(given);
  const whole: Passage = {
    text,
    slice: (from, to) =>
      from === 0 && to >= text.length ? whole : placed(document, text.slice(from, to), places, base + from),
    fact: (from, to, value, derivation) => {
      if (!(from >= 0 && from < to && to <= text.length))
        throw new RangeError(`no text from ${from} to ${to}`);
      const [start, end] = [places.start(base + from), places.end(base + to - 1)];
      const words = document.slice(start, end);
      return {
        value,
        derivation: derivation ?? (String(value) === readable(words) ? 'stated' : 'normalised'),
        spans: [document.span(start, end)],
        words,
      };
    },
  };
  return whole;
};

/** `starts[i]` and `ends[i]` bound character `i` of `text` in the document. */
export const passage = (
  document: DocumentText,
  text: string,
  starts: readonly number[],
  ends: readonly number[],
): Passage => placed(document, text, { start: (i) => starts[i]!, end: (i) => ends[i]! }, 0);

/** The document's own text from one index to another, characters repaired. */
export const plainPassage = (document: DocumentText, from: number, to: number): Passage => {
  const text = document.text.slice(from, to);
  if (!TO_REPAIR.test(text))
    return placed(document, text, { start: (i) => from + i, end: (i) => from + i + 1 }, 0);
  const starts: number[] = [];
  let read = '';
  for (let i = 0; i < text.length; i++) {
    const unit = readable(text[i]!);
    read += unit;
    for (let j = 0; j < unit.length; j++) starts.push(from + i);
  }
  return passage(
    document,
    read,
    starts,
    starts.map((start) => start + 1),
  );
};

/** The passage without white space at its ends. */
export const trimmed = (whole: Passage): Passage => {
  const from = whole.text.length - whole.text.trimStart().length;
  return whole.slice(from, Math.max(from, whole.text.trimEnd().length));
};

/** A fact whose value is the passage's own text. */
export const textFact = (whole: Passage): Fact<string> => whole.fact(0, whole.text.length, whole.text);
