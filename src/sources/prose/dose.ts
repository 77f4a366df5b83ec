import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Dose } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { firstMatch, type Match } from './match.ts';
import { decimalOf, FLATTENED_POWER, NUMBER, POWER_OF_TEN, scaled } from './number.ts';

const PER = regex`( \s? (\/ | per) \s? (kg | m² | m2 | day | d | dose) (\ (BW | bw | body\ weight | bodyweight | of\ body\ weight))? )?`;
const TIMES = regex`\s? [×x✕*] \s?`;

/** What is given in such numbers that they are written with powers of ten. */
const COUNTED = regex`( [\p{L}]*cells? | vesicles | exosomes | particles | copies | genomes | CFU | cfu | PFU | pfu | vg | IU ) \b`;

/** Units that a plain number may stand before. */
const MEASURED = regex`( mg | g | µg | μg | mcg | ng | kg | IU | U | units | mL | ml | L | mmol | µmol | mol | mEq | MBq | GBq | Gy | cells | particles | vesicles ) \b`;

/** A dose as it may stand before its agent: `5 × 10⁵ cells/kg`, `25 mg`. */
export const DOSE_WORDS = regex`( ${NUMBER} ${TIMES} ( ${POWER_OF_TEN} | ${FLATTENED_POWER} ) \s? ${COUNTED} ${PER} | ${NUMBER} \s? ${MEASURED} ${PER} )`;

type Form = readonly [RegExp, (match: Match) => Dose];

const part = (match: Match, name: string): string => match.part(name)?.text ?? '';

const powerOfTen = (match: Match): Dose => ({
  value: scaled(part(match, 'mantissa'), part(match, 'power')),
  unit: part(match, 'unit'),
});

const FORMS: readonly Form[] = [
  [
    regex('dg')`(?<mantissa> ${NUMBER}) ${TIMES} (?<power> ${POWER_OF_TEN}) \s? (?<unit> [\p{L}µμ]+ ${PER})`,
    powerOfTen,
  ],
  [
    regex(
      'dg',
    )`(?<mantissa> ${NUMBER}) ${TIMES} (?<power> ${FLATTENED_POWER}) \s? (?<unit> ${COUNTED} ${PER})`,
    powerOfTen,
  ],
  [
    regex('dg')`${NUMBER} ${TIMES} ( \[ [^\[\]]* \] | 10 (?! [\d\(^]) ) \s? (?<unit> ${COUNTED} ${PER})`,
    (match) => ({ value: undefined, unit: part(match, 'unit') }),
  ],
  [
    regex('dg')`(?<! [×x✕*] \s?) (?<value> ${NUMBER}) \s? (?<unit> ${MEASURED} ${PER})`,
    (match) => ({ value: decimalOf(part(match, 'value')), unit: part(match, 'unit') }),
  ],
];

/** The dose that a text states; its value is `undefined` where the document lost the exponent. */
export const doseIn = (passage: Passage): Stated<Dose> => {
  for (const [form, dose] of FORMS) {
    const match = firstMatch(passage.text, form);
    if (match) {
      const found = dose(match);
      const plain = found.value !== undefined && match.text.startsWith(found.value);
      return passage.fact(match.from, match.to, found, plain ? 'stated' : 'normalised');
    }
  }
  return NOT_STATED;
};
