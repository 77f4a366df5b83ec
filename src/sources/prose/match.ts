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

/** All matches of a pattern (flags `d` and `g`) in a text. */
export const matches = (text: string, pattern: RegExp): readonly Match[] =>
  [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
    part: (name) => {
      const [from, to] = match.indices?.groups?.[name] ?? [0, 0];
      return to > from ? { text: text.slice(from, to), from, to } : undefined;
    },
  }));

/** The first match of a pattern (flags `d` and `g`) in a text. */
export const firstMatch = (text: string, pattern: RegExp): Match | undefined => matches(text, pattern)[0];
