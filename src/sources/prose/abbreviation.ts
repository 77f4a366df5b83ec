/** Short forms with the long forms that the document gives them. */
export type Abbreviations = ReadonlyMap<string, string>;

const BRACKETED = /\(\s*(?<short>[\p{L}][\p{L}\d-]{0,9})\s*\)/gu;

const singular = (short: string): string => short.replace(/(?<=\p{Lu})s$/u, '');

/**
 * The long form before a bracketed short form: the shortest run of words whose letters hold the short form's
 * in order, beginning with its first. Schwartz and Hearst, 2003, https://pubmed.ncbi.nlm.nih.gov/12603049
 */
const longForm = (before: string, short: string): string | undefined => {
  const letters = [...singular(short).toLowerCase()].filter((c) => /[\p{L}\d]/u.test(c));
  let at = before.length;
  for (const [i, letter] of letters.toReversed().entries()) {
    const first = i === letters.length - 1;
    do at--;
    while (
      at >= 0 &&
      (before[at]?.toLowerCase() !== letter || (first && /[\p{L}\d]/u.test(before[at - 1] ?? ' ')))
    );
    if (at < 0) return undefined;
  }
  const long = before.slice(at).trim();
  const words = long.split(/\s+/).length;
  return long.length > short.length && words <= Math.min(letters.length + 5, letters.length * 2)
    ? long
    : undefined;
};

/** The short forms of a name, or of a longer name that holds it. */
export const shortForms = (name: string, abbreviations: Abbreviations): readonly string[] => {
  const words = name.toLowerCase();
  return [...abbreviations]
    .filter(
      ([, long]) =>
        words.includes(long.toLowerCase()) || (words.includes(' ') && long.toLowerCase().endsWith(words)),
    )
    .map(([short]) => short);
};

/** The abbreviations that texts define by `long form (SF)`; plural `s` left off the short form. */
export const abbreviationsIn = (texts: readonly string[]): Abbreviations => {
  const found = new Map<string, string>();
  for (const text of texts)
    for (const match of text.matchAll(BRACKETED)) {
      const short = match.groups?.short ?? '';
      const long = /\p{Lu}/u.test(short) ? longForm(text.slice(0, match.index), short) : undefined;
      if (long && !found.has(singular(short))) found.set(singular(short), long);
    }
  return found;
};
