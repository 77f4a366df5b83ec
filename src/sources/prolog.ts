/** What may stand before the first element, each by how it begins and ends. */
const PROLOG: readonly (readonly [begins: string, ends: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
];

const NOT_SPACE = /\S/g;

/** Where a text of markup begins behind white space, comments and instructions; its end where one is not closed. */
export const afterProlog = (text: string): number => {
  let at = 0;
  for (;;) {
    NOT_SPACE.lastIndex = at;
    at = NOT_SPACE.exec(text)?.index ?? text.length;
    const kind = PROLOG.find(([begins]) => text.startsWith(begins, at));
    if (kind === undefined) return at;
    const end = text.indexOf(kind[1], at + kind[0].length);
    if (end < 0) return text.length;
    at = end + kind[1].length;
  }
};
