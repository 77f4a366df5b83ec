import type { Place } from './facts.ts';

/** A number in a text, and another number of the same form to put in its place. */
export interface NumberChange extends Place {
  readonly written: string;
  readonly other: string;
  readonly text: string;
}

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const NUMBERS = new RegExp(`\\d+(?:[.,·]\\d+)*|\\b(?:${WORDS.join('|')})\\b`, 'gi');

/** The base of a power of ten is part of its form: `10(6)`, `10^6`, `10⁶`. */
const BASE = /^10(?=\(\d|\^|[⁰¹²³⁴-⁹])/;

const otherWord = (word: string): string => {
  const at = WORDS.indexOf(word.toLowerCase());
  const next = WORDS[at + 1] ?? WORDS[at - 1] ?? '';
  return /^\p{Lu}/u.test(word) ? next.charAt(0).toUpperCase() + next.slice(1) : next;
};

const otherDigits = (digits: string, after: string): string => {
  if (digits === '100' && after.startsWith('%')) return '99';
  return digits.slice(0, -1) + (digits.endsWith('9') ? '8' : String(Number(digits.at(-1)) + 1));
};

/** Every number of a text changed, one at a time. */
export const numberChanges = (text: string): readonly NumberChange[] =>
  [...text.matchAll(NUMBERS)].flatMap((match) => {
    const [written] = match;
    const after = text.slice(match.index + written.length);
    if (BASE.test(text.slice(match.index))) return [];
    const other = /^\d/.test(written) ? otherDigits(written, after) : otherWord(written);
    return [
      {
        offset: [...text.slice(0, match.index)].length,
        length: written.length,
        written,
        other,
        text: text.slice(0, match.index) + other + after,
      },
    ];
  });

/** With the exponent in brackets, or flattened to the base where cells are counted: `10(6)`, `106 cells`. */
const POWER = /(\d+(?:\.\d+)?)\s×\s10(?:\((\d+)\)|(\d)(?=\scells))/g;

const plain = (written: string): string => {
  const at = WORDS.indexOf(written.toLowerCase());
  return at >= 0 ? String(at) : written.replace('·', '.').replace(/,(?=\d{3})/g, '');
};

/** All numbers that words could say, in order: as written, as a fraction of a hundred, times a power of ten. */
export const numbersSaid = (words: string): readonly number[] => {
  const numbers = [...words.matchAll(NUMBERS)].map(([written]) => Number(plain(written)));
  const powers = [...words.matchAll(POWER)].map(([, mantissa, exponent, flattened]) =>
    Number(`${mantissa}e${exponent ?? flattened}`),
  );
  return [...numbers, ...numbers.map((number) => Number(`${number}e-2`)), ...powers];
};
