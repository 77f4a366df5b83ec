const foldedUnicode = (text: string): string =>
  text
    .normalize('NFKD')
    // Through upper case and back, for letters that have one only as two: ß, ẞ.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ς', 'σ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * A text as strings are compared: in lower case, without accents, white space and punctuation as one space each:
 * https://hl7.org/fhir/R5/search.html#string
 */
export const folded = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which most texts are of, and fast to fold
  /^[\u0000-\u007f]*$/.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : foldedUnicode(text);
