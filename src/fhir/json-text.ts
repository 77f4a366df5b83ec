/** A stretch of text, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A member of a JSON object in its text: `start` is where its name begins, `value` is its value. */
interface Member extends Stretch {
  readonly name: string;
  readonly value: Stretch;
}

// Everything here takes text that has been parsed already, so none of it looks for errors.

const SPACE = /[\t\n\r ]*/y;

const afterSpace = (text: string, at: number): number => {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
};

const stringEnd = (text: string, quote: number): number => {
  for (let at = text.indexOf('"', quote + 1); ; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
};

const NEXT_IN_NESTED = /["[\]{}]/g;
const PRIMITIVE = /[^\t\n\r ,\]}]*/y;

const nestedEnd = (text: string, open: number): number => {
  let depth = 0;
  for (let at = open; ; ) {
    NEXT_IN_NESTED.lastIndex = at;
    const found = NEXT_IN_NESTED.exec(text)!.index;
    const char = text[found];
    if (char === '"') at = stringEnd(text, found);
    else {
      depth += char === '{' || char === '[' ? 1 : -1;
      at = found + 1;
      if (depth === 0) return at;
    }
  }
};

const valueEnd = (text: string, at: number): number => {
  if (text[at] === '"') return stringEnd(text, at);
  if (text[at] === '{' || text[at] === '[') return nestedEnd(text, at);
  PRIMITIVE.lastIndex = at;
  PRIMITIVE.test(text);
  return PRIMITIVE.lastIndex;
};

/** The members of the JSON object at `from` (white space before it is allowed), one after the other as they are written. */
export function* members(text: string, from = 0): Generator<Member, void, void> {
  let at = afterSpace(text, afterSpace(text, from) + 1);
  while (text[at] !== '}') {
    const nameEnd = stringEnd(text, at);
    const start = afterSpace(text, afterSpace(text, nameEnd) + 1);
    const end = valueEnd(text, start);
    yield { name: JSON.parse(text.slice(at, nameEnd)), start: at, end, value: { start, end } };
    at = afterSpace(text, end);
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
}

/** The items of the JSON array at `from`. */
export const items = (text: string, from: number): readonly Stretch[] => {
  const found: Stretch[] = [];
  let at = afterSpace(text, from + 1);
  while (text[at] !== ']') {
    const end = valueEnd(text, at);
    found.push({ start: at, end });
    at = afterSpace(text, end);
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
  return found;
};
