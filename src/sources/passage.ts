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

/** The same text with one kind of space and one kind of hyphen; every character keeps its place. */
export const readable = (text: string): string =>
  text.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ').replace(/[\u2010\u2011]/g, '-');

/** `starts[i]` and `ends[i]` bound character `i` of `text` in the document. */
export const passage = (
  document: DocumentText,
  text: string,
  starts: readonly number[],
  ends: readonly number[],
): Passage => ({
  text,
  slice: (from, to) => passage(document, text.slice(from, to), starts.slice(from, to), ends.slice(from, to)),
  fact: (from, to, value, derivation) => {
    const start = starts[from];
    const end = ends[to - 1];
    if (start === undefined || end === undefined || from >= to)
      throw new RangeError(`no text from ${from} to ${to}`);
    const words = document.slice(start, end);
    return {
      value,
      derivation: derivation ?? (String(value) === readable(words) ? 'stated' : 'normalised'),
      spans: [document.span(start, end)],
      words,
    };
  },
});

/** The document's own text from one index to another, as it stands. */
export const plainPassage = (document: DocumentText, from: number, to: number): Passage => {
  const indices = Array.from({ length: to - from }, (_, i) => from + i);
  return passage(
    document,
    readable(document.slice(from, to)),
    indices,
    indices.map((i) => i + 1),
  );
};

/** The passage without white space at its ends. */
export const trimmed = (whole: Passage): Passage => {
  const from = whole.text.length - whole.text.trimStart().length;
  return whole.slice(from, Math.max(from, whole.text.trimEnd().length));
};

/** A fact whose value is the passage's own text. */
export const textFact = (whole: Passage): Fact<string> => whole.fact(0, whole.text.length, whole.text);
