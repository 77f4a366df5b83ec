import type { Span } from '../model/fact.ts';

/** A document's text, or what a reader sees of it, with its places counted in Unicode code points of the stored one. */
export interface DocumentText {
  readonly text: string;
  /** The span from one UTF-16 index to another. */
  readonly span: (from: number, to: number) => Span;
  /** The document's own text between two UTF-16 indices, as it is stored. */
  readonly slice: (from: number, to: number) => string;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Makes a document's text addressable by code points. */
export const documentText = (text: string): DocumentText => {
  const codePoints = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if (i > 0 && isLowSurrogate(text.charCodeAt(i))) codePoints[i] = count - 1;
    else codePoints[i] = count++;
  }
  codePoints[text.length] = count;
  const at = (index: number): number => codePoints[index] ?? count;
  return {
    text,
    span: (from, to) => ({ offset: at(from), length: at(to) - at(from) }),
    slice: (from, to) => text.slice(from, to),
  };
};
