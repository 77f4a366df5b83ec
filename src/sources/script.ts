/** Languages that their script alone tells, as BCP 47 tags. */
const BY_SCRIPT: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu],
  ['ko', /\p{Script=Hangul}+/gu],
  ['zh', /\p{Script=Han}+/gu],
  ['el', /\p{Script=Greek}+/gu],
  ['th', /\p{Script=Thai}+/gu],
];

/** How much of a text runs of letters take. */
const count = (text: string, letters: RegExp): number =>
  text.match(letters)?.reduce((sum, { length }) => sum + length, 0) ?? 0;

const NOT_LATIN = /[\p{L}--\p{Script=Latin}]/v;

/** Whether most of a line's letters are Latin. */
export const isLatin = (line: string): boolean => {
  if (!NOT_LATIN.test(line)) return /\p{Script=Latin}/u.test(line);
  const latin = count(line, /\p{Script=Latin}+/gu);
  return latin > 0 && latin * 2 > count(line, /\p{L}+/gu);
};

/** The language of a line that is not in Latin script, where its script tells. */
export const languageByScript = (line: string): string | undefined =>
  isLatin(line) ? undefined : BY_SCRIPT.find(([, letters]) => count(line, letters) > 0)?.[0];
