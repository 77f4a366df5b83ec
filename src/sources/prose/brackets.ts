const [OPENING, CLOSING, OPENING_SQUARE, CLOSING_SQUARE] = [0x28, 0x29, 0x5b, 0x5d] as const;

/** How many brackets are open before each index of a text. */
export const depths = (text: string): readonly number[] => {
  const open: number[] = new Array(text.length + 1).fill(0);
  const first = text.search(/[([]/);
  let depth = 0;
  for (let i = first < 0 ? text.length : first; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === OPENING || sign === OPENING_SQUARE) depth += 1;
    else if (depth > 0 && (sign === CLOSING || sign === CLOSING_SQUARE)) depth -= 1;
    open[i + 1] = depth;
  }
  return open;
};

const ENUMERATOR = /\((?:\d|[a-e]|i{1,3}|iv|v)\)/gi;
const ENUMERATED = /\((?:1|a|i)\).*\((?:2|b|ii)\)/is;

/** A text with blanks for the marks of a list, `(1) …; (2) …`, which are no numbers of anything, and commas between. */
export const withoutEnumerators = (text: string): string =>
  ENUMERATED.test(text)
    ? text
        .replace(ENUMERATOR, (mark) => ' '.repeat(mark.length))
        .replace(/;(?=\s(?:(?:and|or)\s)?\s{3})/g, ',')
    : text;
