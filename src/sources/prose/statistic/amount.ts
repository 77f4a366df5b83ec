import type { IToken } from 'chevrotain';
import { type Decimal, decimal, timesPowerOfTen } from '../../../model/decimal.ts';
import type { Fact, Stated } from '../../../model/fact.ts';
import { NOT_STATED } from '../../../model/fact.ts';
import type { Passage } from '../../passage.ts';
import { countOf, decimalOf } from '../number.ts';
import type { Amount, Stretch } from './items.ts';

const POWER = /^(?<mantissa>.+?)(?:\s?[×xX*]\s?10|[eE])(?<exponent>[\^{([\-−–+⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹\d]+)[})\]]?$/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const exponentOf = (written: string): number => {
  const digits = [...written].map((c) => (SUPERSCRIPTS.includes(c) ? SUPERSCRIPTS.indexOf(c) : c)).join('');
  return Number(digits.replace(/\D/g, '')) * (/[-−–⁻]/.test(digits) ? -1 : 1);
};

/** The number that a token writes, in digits or words, powers of ten worked in. */
export const numberOf = ({ image }: IToken): Decimal => {
  if (/^[a-z]/i.test(image)) return decimal(String(countOf(image)));
  const power = POWER.exec(image)?.groups;
  return power?.mantissa && power.exponent
    ? timesPowerOfTen(decimalOf(power.mantissa), exponentOf(power.exponent))
    : decimalOf(image);
};

/** Where a stretch of tokens begins and ends in the text. */
export const placeOf = ({ first, last }: Stretch): { from: number; to: number } => ({
  from: first.startOffset,
  to: endOf(last),
});

const endOf = ({ startOffset, image }: IToken): number => startOffset + image.length;

/** A token as a fact. */
export const tokenFact = <T>(passage: Passage, token: IToken, value: T): Fact<T> =>
  passage.fact(token.startOffset, endOf(token), value);

const negative = (value: Decimal): Decimal => decimal(value.startsWith('-') ? value.slice(1) : `-${value}`);

/** An amount's number with its sign. */
export const signedNumber = ({ minus, number }: Amount): Decimal =>
  minus ? negative(numberOf(number)) : numberOf(number);

/** An amount's number as a fact. */
export const amountFact = (passage: Passage, amount: Amount): Fact<Decimal> =>
  passage.fact((amount.minus ?? amount.number).startOffset, endOf(amount.number), signedNumber(amount));

/** The unit of the first amount that has one; per cent is `%`. */
export const unitFact = (passage: Passage, amounts: readonly (Amount | undefined)[]): Stated<string> => {
  const unit = amounts.find((amount) => amount?.unit)?.unit;
  return unit ? tokenFact(passage, unit, isPercent(unit) ? '%' : unit.image) : NOT_STATED;
};

/** Whether a token says per cent. */
export const isPercent = (token: IToken | undefined): boolean => token?.tokenType.name === 'Percent';
