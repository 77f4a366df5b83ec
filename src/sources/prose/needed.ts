/** Words of which a text must hold one, in small letters. */
type Needed = readonly string[];

const DIGITS: Needed = [...'0123456789'];

/** The longer and the fewer words are, the less often a pattern is tried in vain. */
const frequency = (words: Needed): number => words.reduce((sum, { length }) => sum + 4 ** -length, 0);

const rarer = (a: Needed | undefined, b: Needed | undefined): Needed | undefined =>
  a && b ? (frequency(b) < frequency(a) ? b : a) : (a ?? b);

const GROUP = /\((?:\?(?:<(?![=!])[^>]*>|:|<?[=!]))?/y;
const CLASS_PART = /\[|\]|\\.|[^[\]\\]+/gy;
const ESCAPE =
  /\\(?:u\{(?<point>[\da-f]+)\}|u(?<unit>[\da-f]{4})|[pP]\{[^}]*\}|k<[^>]*>|(?<sign>[^\p{L}\d])|.)/iuy;
const QUANTIFIER = /(?:[*+?]|\{(?<least>\d+)(?:,\d*)?\})[?+]?/y;

/** The words of which each match of a pattern holds one, as its source tells: https://tc39.es/ecma262/#sec-patterns */
const neededBy = ({ source, unicodeSets }: RegExp): Needed | undefined => {
  let at = 0;

  const take = (part: RegExp): RegExpExecArray | null => {
    part.lastIndex = at;
    const match = part.exec(source);
    at += match?.[0].length ?? 0;
    return match;
  };

  const skipClass = (): void => {
    let open = 0;
    do {
      const part = take(CLASS_PART)?.[0];
      if (part === '[' && (open === 0 || unicodeSets)) open += 1;
      if (part === ']') open -= 1;
    } while (open > 0 && at < source.length);
  };

  /** How often at least what has just been read comes, where that is said. */
  const least = (): number | undefined => {
    const match = take(QUANTIFIER);
    return match ? Number(match.groups?.least ?? (match[0].startsWith('+') ? 1 : 0)) : undefined;
  };

  const sequence = (): Needed | undefined => {
    let best: Needed | undefined;
    let word = '';
    const endWord = (): void => {
      if (word !== '') best = rarer(best, [word.toLowerCase()]);
      word = '';
    };
    const addLetter = (letter: string): void => {
      const times = least();
      if (times !== 0) word += letter;
      if (times !== undefined) endWord();
    };
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const next = source[at]!;
      if (next === '(') {
        const opening = take(GROUP)?.[0] ?? '';
        const isPlace = source[at] === ')' || /[=!]$/.test(opening);
        const inside = alternatives();
        at += 1;
        if (!isPlace) endWord();
        if (least() !== 0 && !opening.endsWith('!')) best = rarer(best, inside);
      } else if (next === '[') {
        skipClass();
        endWord();
        least();
      } else if (next === '\\') {
        const match = take(ESCAPE);
        const code = match?.groups?.point ?? match?.groups?.unit;
        const sign = code ? String.fromCodePoint(Number.parseInt(code, 16)) : match?.groups?.sign;
        if (sign !== undefined) addLetter(sign);
        else if (match?.[0] !== '\\b') {
          endWord();
          if (least() !== 0 && match?.[0] === '\\d') best = rarer(best, DIGITS);
        }
      } else {
        at += 1;
        if (next === '.') {
          endWord();
          least();
        } else if (next !== '^' && next !== '$') addLetter(next);
      }
    }
    endWord();
    return best;
  };

  const alternatives = (): Needed | undefined => {
    let all = sequence();
    while (source[at] === '|') {
      at += 1;
      const other = sequence();
      all = all && other && [...all, ...other];
    }
    return all;
  };

  return alternatives();
};

/** More words than these are not looked for one by one. */
const MOST = 24;

const remembered = new WeakMap<RegExp, Needed>();

/** The words of which a text must hold one for a pattern to match in it; none if it may match without. */
const neededOf = (pattern: RegExp): Needed => {
  const known = remembered.get(pattern);
  if (known) return known;
  const words = [...new Set(neededBy(pattern))];
  const needed = words.length > MOST ? [] : words;
  remembered.set(pattern, needed);
  return needed;
};

// One text is asked for by many patterns in turn.
let [lastText, inSmallLetters] = ['', ''];

/** Whether a pattern may match in a text, as far as looking for the words that every match of it holds can tell. */
export const mayMatch = (pattern: RegExp, text: string): boolean => {
  const needed = neededOf(pattern);
  if (needed.length === 0) return true;
  if (text !== lastText) [lastText, inSmallLetters] = [text, text.toLowerCase()];
  return needed.some((word) => inSmallLetters.includes(word));
};
