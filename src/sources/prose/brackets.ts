/** How many brackets are open before each index of a text. */
export const depths = (text: string): Uint16Array => {
  const open = new Uint16Array(text.length + 1);
  if (!/[([]/.test(text)) return open;
  for (let i = 0; i < text.length; i++) {
    const before = open[i] ?? 0;
    const character = text[i];
    if (character === '(' || character === '[') open[i + 1] = before + 1;
    else open[i + 1] = character === ')' || character === ']' ? Math.max(0, before - 1) : before;
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
