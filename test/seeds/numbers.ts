const WORDS: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  twenty: '20',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The numbers written in figures, as they are written. */
export const figuresIn = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

const wordsIn = (text: string): readonly string[] => [
  ...(text.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) => WORDS[word] ?? []),
  ...(/\bevery other\b/i.test(text) ? ['2'] : []),
];

/** `100 × 10(6)`, `5 × 105`: powers of ten whose typography was lost. */
const powersIn = (text: string): readonly string[] =>
  [...text.matchAll(/(\d+)\s*×\s*10(?:\((\d+)\)|(\d)\b)/g)].map(([, factor = '', bracketed, flat = '']) =>
    String(BigInt(factor) * 10n ** BigInt(bracketed ?? flat)),
  );

/** `95%`, as a fraction. */
const fractionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(\d{2})(?=\s?%|$)/g)].map(([, percent]) => `0.${percent}`);

/** Every number that a text may be read as, by a table that knows nothing of the project's own reader. */
export const numbersIn = (text: string): readonly string[] => [
  ...figuresIn(text),
  ...wordsIn(text),
  ...powersIn(text),
  ...fractionsIn(text),
];

const DATE = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;

/** The dates of ISO 8601 in a text, to the month at least. */
export const datesIn = (text: string): readonly string[] => text.match(DATE) ?? [];

/** The text without them. */
export const withoutDates = (text: string): string => text.replace(DATE, ' ');

/** Whether a text states a date of ISO 8601: all its parts, the month as a word or as a number. */
export const statesDate = (text: string, date: string): boolean => {
  const [year, month, day] = date.split('-');
  const figures = (text.match(/\d+/g) ?? []).map(Number);
  const named = (number: string) => {
    const name = MONTHS[Number(number) - 1] ?? number;
    return new RegExp(`\\b(?:${name}|${name.slice(0, 3)})\\b`).test(text);
  };
  return (
    figures.includes(Number(year)) &&
    (month === undefined || named(month) || figures.includes(Number(month))) &&
    (day === undefined || figures.includes(Number(day)))
  );
};
