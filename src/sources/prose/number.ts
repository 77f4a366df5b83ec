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

/** A count: digits without a point, or a number word up to ninety-nine. */
export const COUNT = regex('i')`\b (
    (?<! [.,\p{L}\d\-]) \d{1,3} (,\d{3})+ \b | (?<! [.,\p{L}\d] | \p{L}[\-–] | \d[\-–]) \d+ (?! [.,·]?\d)
  | zero | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve
  | (thir | four | fif | six | seven | eigh | nine) teen
  | (twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety) (-(one | two | three | four | five | six | seven | eight | nine))?
) \b`;

/** The whole number that digits or a word say. */
export const countOf = (written: string): number => {
  const word = written.toLowerCase();
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const [ten = '', one] = word.split('-');
  const tens = TENS.indexOf(ten);
  if (tens >= 0) return (tens + 2) * 10 + (one ? UNITS.indexOf(one) : 0);
  return Number(word.replaceAll(',', ''));
};

/** A number's written form as JSON takes it: `0·40` is `0.40`, `.5` is `0.5`, `1,200` is `1200`. */
export const decimalOf = (written: string): Decimal => {
  const plain = written
    .replace(/^[−–]/, '-')
    .replace(/[,\u{202f}\u{2009}]/gu, '')
    .replace('·', '.');
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
