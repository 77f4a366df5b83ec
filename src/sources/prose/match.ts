import { mayMatch } from './needed.ts';

/** A stretch of a text, by indices into it. */
export interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** One match of a pattern, with its named groups as parts of the text. */
export interface Match extends Part {
  readonly part: (name: string) => Part | undefined;
}

const matchOf = (text: string, match: RegExpExecArray): Match => ({
  text: match[0],
  from: match.index,
  to: match.index + match[0].length,
  part: (name) => {
    const [from, to] = match.indices?.groups?.[name] ?? [0, 0];
    return to > from ? { text: text.slice(from, to), from, to } : undefined;
  },
});

// Not matchAll, which copies the pattern at each call: most sentences have nothing to match.
const matchesFrom = function* (text: string, pattern: RegExp): Generator<Match> {
  if (!mayMatch(pattern, text)) return;
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return;
    at = match.index + Math.max(1, match[0].length);
    yield matchOf(text, match);
  }
};

/**
 * A pattern that tells capitals apart, to stand within another that does. None is put into one that does not: which of
 * the two holds where, `(?i:…)`, the engine forgets in long patterns and, once it has compiled many, in all.
 */
export const inItsCase = (pattern: RegExp): RegExp => new RegExp(pattern.source, 'v');

/** The source of a pattern of a text itself. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Whether a pattern, which must not keep a place (flags `g` and `y`), matches in a text. */
export const isIn = (text: string, pattern: RegExp): boolean => mayMatch(pattern, text) && pattern.test(text);

/** All matches of a pattern (flags `d` and `g`) in a text. */
export const matches = (text: string, pattern: RegExp): readonly Match[] => [...matchesFrom(text, pattern)];

/** The first match of a pattern (flags `d` and `g`) in a text. */
export const firstMatch = (text: string, pattern: RegExp): Match | undefined =>
  matchesFrom(text, pattern).next().value ?? undefined;
