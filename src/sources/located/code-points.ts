import type { Span } from '../../model/fact.ts';

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The places of second halves of surrogate pairs, in order. */
const secondHalves = (text: string): readonly number[] => {
  const found: number[] = [];
  if (!/[\udc00-\udfff]/.test(text)) return found;
  for (let i = 1; i < text.length; i++)
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) found.push(i);
  return found;
};

/** How many of the ordered numbers are less than a bound. */
const countBelow = (ordered: readonly number[], bound: number): number => {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Turns UTF-16 bounds within a text into a span of code points; surrogates are counted once per text. */
export const codePointSpans = (text: string): ((from: number, to: number) => Span) => {
  const halves = secondHalves(text);
  if (halves.length === 0) return (from, to) => ({ offset: from, length: to - from });
  return (from, to) => {
    const offset = from - countBelow(halves, from);
    return { offset, length: to - countBelow(halves, to) - offset };
  };
};
