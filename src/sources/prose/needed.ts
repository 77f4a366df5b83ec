/** Words of which a text must hold one, in small letters. */
type Needed = readonly string[];

const DIGITS: Needed = [...'0123456789'];

/** Words and signs that most sentences have. */
const COMMON = /^\s?(?:[\p{L},.-]|the|and|of|to|in|on|or|by|at|for|with|was|were|is|than|that)?\s?$/iu;

/** How often about a text holds a word: the longer the word, the less; digits and signs seldom, letters nearly always. */
const frequency = (word: string): number => {
  if (COMMON.test(word)) return 1;
  return word.length === 1 ? 0.02 : 4 ** -word.length;
};

/** The words of the fewest texts among those of which a text must hold one each. */
const rarest = (all: readonly Needed[]): Needed | undefined => {
  const frequencies = all.map((words) => words.reduce((sum, word) => sum + frequency(word), 0));
  return all[frequencies.indexOf(Math.min(...frequencies))];
};

const GROUP = /\((?:\?(?:<(?![=!])[^>]*>|:|<?[=!]))?/y;
const CLASS_PART = /\[|\]|\\.|[^[\]\\]+/gy;
const ESCAPE =
  /\\(?:u\{(?<point>[\da-f]+)\}|u(?<unit>[\da-f]{4})|[pP]\{[^}]*\}|k<[^>]*>|(?<sign>[^\p{L}\d])|.)/iuy;
const QUANTIFIER = /(?:[*+?]|\{(?<least>\d+)(?:,\d*)?\})[?+]?/y;

/** Words of which each match of a pattern holds one of each list, as its source tells: https://tc39.es/ecma262/#sec-patterns */
const neededBy = ({ source, unicodeSets }: RegExp): readonly Needed[] => {
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

  const sequence = (): readonly Needed[] => {
    const all: Needed[] = [];
    let word = '';
    const endWord = (): void => {
      if (word !== '') all.push([word.toLowerCase()]);
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
        if (least() !== 0 && !opening.endsWith('!')) all.push(...inside);
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
          if (least() !== 0 && match?.[0] === '\\d') all.push(DIGITS);
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
    return all;
  };

  const alternatives = (): readonly Needed[] => {
    const all = [sequence()];
    while (source[at] === '|') {
      at += 1;
      all.push(sequence());
    }
    const [only, ...more] = all;
    if (only && more.length === 0) return only;
    const each = all.map(rarest);
    return each.every((words) => words !== undefined) ? [each.flat()] : [];
  };

  return alternatives();
};

/** More words than these are not looked for one by one. */
const MOST = 100;

/** A word, and where `seen` tells of its letters, three by three; none for shorter words. */
interface Sought {
  readonly word: string;
  readonly places: readonly number[];
}

const PLACES = 4096;

/** Where three letters that follow each other are marked. */
const placeOf = (first: number, second: number, third: number): number =>
  (first * 961 + second * 31 + third) % PLACES;

const placesOf = (text: string): readonly number[] =>
  Array.from({ length: Math.max(0, text.length - 2) }, (_, i) =>
    placeOf(text.charCodeAt(i), text.charCodeAt(i + 1), text.charCodeAt(i + 2)),
  );

const remembered = new WeakMap<RegExp, readonly (readonly Sought[])[]>();

/** The lists of words of each of which a text must hold one for a pattern to match in it, those soonest asked for first. */
const neededOf = (pattern: RegExp): readonly (readonly Sought[])[] => {
  const known = remembered.get(pattern);
  if (known) return known;
  const needed = neededBy(pattern)
    .map((words) => [...new Set(words)])
    .filter((words) => words.length <= MOST && !words.some((word) => COMMON.test(word)))
    .toSorted((a, b) => a.length - b.length)
    .map((words) => words.map((word): Sought => ({ word, places: placesOf(word) })));
  remembered.set(pattern, needed);
  return needed;
};

// One text is asked for by many patterns in turn. Most words that are sought have three letters in a row that the text
// has not: those are seen sooner than the text is searched through. What is marked for a text has its number.
let [lastText, inSmallLetters, number] = ['', '', 0];
const seen = new Uint32Array(PLACES);

const lookAt = (text: string): void => {
  [lastText, inSmallLetters, number] = [text, text.toLowerCase(), (number + 1) >>> 0];
  let first = inSmallLetters.charCodeAt(0);
  let second = inSmallLetters.charCodeAt(1);
  for (let i = 2; i < inSmallLetters.length; i += 1) {
    const third = inSmallLetters.charCodeAt(i);
    seen[placeOf(first, second, third)] = number;
    first = second;
    second = third;
  }
};

const isThere = ({ word, places }: Sought): boolean => {
  for (const place of places) if (seen[place] !== number) return false;
  return inSmallLetters.includes(word);
};

/** Whether a pattern may match in a text, as far as looking for the words that every match of it holds can tell. */
export const mayMatch = (pattern: RegExp, text: string): boolean => {
  const needed = neededOf(pattern);
  if (needed.length === 0) return true;
  if (text !== lastText) lookAt(text);
  return needed.every((words) => words.some(isThere));
};
