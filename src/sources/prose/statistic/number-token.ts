import { PEOPLE_WORDS } from '../people.ts';
import { UNIT } from './unit.ts';

const SIGN = '\\-−–‒﹣－+';

/** Thousands in groups, else digits with a point, a raised point or a decimal comma; a power of ten whose exponent shows. */
const NUMBER = new RegExp(
  `[${SIGN}]?(?:(?:[1-9]\\d{0,2}(?:,\\d{3})+(?:[.·∙⋅]\\d+)?(?!\\d|,\\d)|0,\\d+|\\d+(?:[.·∙⋅]\\d+|,\\d{1,2}(?![\\d,]))?)|[.·∙⋅]\\d+)` +
    `(?:\\s?[×xX*]\\s?10(?:\\^\\s?\\{?[${SIGN}]?\\d{1,3}\\}?|\\([${SIGN}]?\\d{1,3}\\)|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[\\-−–]\\d{1,3}(?![\\d.]))|[eE][\\-−+]?\\d{1,3}(?!\\w))?`,
  'y',
);

/** What makes a number part of something else: a version, a date, a ratio, a word such as `30-day`. */
const GOES_ON = /[.·]\d|\/\d+\/\d|:\d|-[A-Za-z]|[A-Za-z_\u0370-\u03ff]/y;

const STARTS_SIGNED = new RegExp(`[${SIGN}]`);

/** A sign belongs to a number where no number or word stands right before it. */
const MAY_BE_SIGNED = /[\s([{,;:=<>≤≥±/\-−–—]/;

const WORDS =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?';

/** A count of people in words, where those it counts, their number, their share or their group stand behind it. */
const COUNTED = new RegExp(
  `\\b(?:${WORDS}|none)(?= (?:out )?of (?:the |these |all )?\\d| ?\\(\\d| (?:of the |of these )?(?:${PEOPLE_WORDS})\\b| (?:in|on|with|after|to|who|receiving|given|assigned)(?! (?:${WORDS}|another|\\d)\\b) )|\\bno(?= (?:${PEOPLE_WORDS})\\b)`,
  'i',
);

const COUNT_WORD = new RegExp(COUNTED.source, 'iy');

/** Whether a text may hold a number at all: most sentences do not. */
export const mayHoldNumbers = (text: string): boolean => /\d|\bN\.?S\b/i.test(text) || COUNTED.test(text);

/** The count in words that stands at an index of a text, if one does: a chevrotain pattern. */
export const countWordAt = (text: string, offset: number): RegExpExecArray | null => {
  COUNT_WORD.lastIndex = offset;
  return COUNT_WORD.exec(text);
};

/** The number that stands at an index of a text, if one does: a chevrotain pattern. */
export const numberAt = (text: string, offset: number): RegExpExecArray | null => {
  const before = text[offset - 1];
  // A sum of money is no statistic of a trial.
  if (before !== undefined && /\p{Sc}/u.test(before)) return null;
  if (STARTS_SIGNED.test(text[offset] ?? '') && before !== undefined && !MAY_BE_SIGNED.test(before))
    return null;
  NUMBER.lastIndex = offset;
  const match = NUMBER.exec(text);
  if (!match) return null;
  const behind = offset + match[0].length;
  GOES_ON.lastIndex = behind;
  const goesOn = GOES_ON.exec(text)?.[0];
  if (goesOn === undefined) return match;
  UNIT.lastIndex = behind;
  return /^[A-Za-zμ]/.test(goesOn) && UNIT.test(text) ? match : null;
};
