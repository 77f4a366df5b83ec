/** A natural key from words: lower case, letters and digits of any script, joined by `-`. */
export const keyOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, '-')
    .replace(/^-+|-+$/g, '');
