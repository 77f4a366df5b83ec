import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Dose } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { firstMatch } from './match.ts';
import { decimalOf, NUMBER, POWER_OF_TEN, scaled } from './number.ts';

const PER = regex`( \s? (\/ | per) \s? (kg | m² | m2 | day | d | dose) (\ (BW | bw | body\ weight | bodyweight | of\ body\ weight))? )?`;

const DOSE = regex('dg')`(
    (?<mantissa> ${NUMBER}) \s? [×x✕*] \s? (?<power> ${POWER_OF_TEN}) \s? (?<scaledUnit> [\p{L}µμ]+ ${PER})
  | (?<lostMantissa> ${NUMBER}) \s? [×x✕*] \s? (\[[^\]]*\] | 10 (?! [\d\(^⁰-⁹])) \s? (?<lostUnit> [\p{L}µμ]+ ${PER})
  | (?<plain> ${NUMBER}) \s? (?<plainUnit> ( mg | g | µg | μg | mcg | ng | kg | IU | U | units | mL | ml | L | mmol | µmol | mol | mEq | MBq | GBq | Gy | cells | particles | vesicles) \b ${PER})
)`;

/** The dose that a text states; its value is `undefined` where the document lost the exponent. */
export const doseIn = (passage: Passage): Stated<Dose> => {
  const match = firstMatch(passage.text, DOSE);
  if (!match) return NOT_STATED;
  const [mantissa, power, scaledUnit] = ['mantissa', 'power', 'scaledUnit'].map(match.part);
  const [plain, plainUnit, lostUnit] = ['plain', 'plainUnit', 'lostUnit'].map(match.part);
  const dose =
    mantissa && power && scaledUnit
      ? { value: scaled(mantissa.text, power.text), unit: scaledUnit.text }
      : plain && plainUnit
        ? { value: decimalOf(plain.text), unit: plainUnit.text }
        : { value: undefined, unit: lostUnit?.text ?? '' };
  return passage.fact(match.from, match.to, dose, plain ? 'stated' : 'normalised');
};
