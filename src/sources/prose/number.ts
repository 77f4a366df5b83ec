import { regex } from 'regex';
import { type Decimal, decimal, timesPowerOfTen } from '../../model/decimal.ts';

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A number in digits: thousands in groups, a point or a raised point, any kind of minus. */
export const NUMBER = regex`(?<! [\p{L}\d.,]) [\-−–]? (?> \d{1,3} ([,\u{202f}\u{2009}]\d{3})+ | \d+ )? ([.·]\d+)? (?<= \d) (?! \d)`;

const BELOW_HUNDRED = regex('i')`(
    (twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety) ([\ \-](one | two | three | four | five | six | seven | eight | nine) \b)?
  | (thir | four | fif | six | seven | eigh | nine) teen
  | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve
) \b`;

/** A count: digits without a point, or a number word below a thousand. */
export const COUNT = regex('i')`\b (
    ( one | two | three | four | five | six | seven | eight | nine | a ) [\ \-] hundred\b ( ( [\ \-] and )? [\ \-] ${BELOW_HUNDRED} )?
  | (?<! [.,\p{L}\d\-]) \d{1,3} (,\d{3})+ \b | (?<! [.,\p{L}\d] | \p{L}[\-–] | \d[\-–]) \d+ (?! [.,·]?\d)
  | zero | ${BELOW_HUNDRED}
) \b`;

/** The whole number that digits or a word say; *none* and *no* say zero. */
export const countOf = (written: string): number => {
  const word = written.toLowerCase();
  if (word === 'none' || word === 'no') return 0;
  if (/^\d/.test(word)) return Number(word.replaceAll(',', ''));
  let sum = 0;
  for (const part of word.split(/[\s-]+/)) {
    if (part === 'hundred') sum *= 100;
    else if (part === 'a') sum += 1;
    else if (part !== 'and') sum += TENS.includes(part) ? (TENS.indexOf(part) + 2) * 10 : UNITS.indexOf(part);
  }
  return sum;
};

const IN_THOUSANDS = /^-?[1-9]\d{0,2}(?:[,\u{202f}\u{2009}]\d{3})+(?:\.\d+)?$/u;

/** A number's written form as JSON takes it: `0·40` and `0,40` are `0.40`, `.5` is `0.5`, `1,200` is `1200`. */
export const decimalOf = (written: string): Decimal => {
  const marked = written
    .replace(/^\+/, '')
    .replace(/^[−–‒﹣－]/, '-')
    .replace(/[·∙⋅]/, '.');
  const plain = IN_THOUSANDS.test(marked)
    ? marked.replace(/[,\u{202f}\u{2009}]/gu, '')
    : marked.replace(',', '.');
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)(\.\d+)?$/.exec(plain) ?? [];
  return decimal(`${sign}${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction}`);
};

/** A power of ten that shows its exponent: `10⁸`, `10^8`, `10(8)`. */
export const POWER_OF_TEN = regex`10 ( \^ \{? -?\d{1,2} \}? | \( \d{1,2} \) | [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2} | \*\*\d{1,2} )`;

/** A power of ten whose superscript was flattened, `108`: only what is counted by powers of ten tells it from a number. */
export const FLATTENED_POWER = regex`10 [1-9]\d? (?! \d)`;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The exponent of a power of ten that `POWER_OF_TEN` matched. */
const exponentOf = (power: string): number =>
  Number(
    [...power.slice(2)]
      .map((c) => (SUPERSCRIPTS.includes(c) ? String(SUPERSCRIPTS.indexOf(c)) : c))
      .filter((c) => /[\d-]/.test(c))
      .join(''),
  );

/** A number times a power of ten, exactly. */
export const scaled = (mantissa: string, power: string): Decimal =>
  timesPowerOfTen(decimalOf(mantissa), exponentOf(power));
