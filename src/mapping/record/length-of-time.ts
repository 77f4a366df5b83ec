import { decimal } from '../../model/decimal.ts';
import type { Duration } from '../../model/trial.ts';

const UNITS: ReadonlyMap<string, Duration['unit']> = new Map([
  ['minute', 'min'],
  ['hour', 'h'],
  ['day', 'd'],
  ['week', 'wk'],
  ['month', 'mo'],
  ['year', 'a'],
]);

const FORM =
  /^(?:(?<value>\d+(?:\.\d+)?) ?(?<unit>minute|hour|day|week|month|year)s?|(?<unitFirst>day|week|month|year) (?<number>\d+))$/i;

/** Words that are one length of time and nothing else: `12 weeks`, `18 Years`, `Day 28`. */
export const lengthOfTime = (words: string): Duration | undefined => {
  const { value, unit, unitFirst, number } = FORM.exec(words.trim())?.groups ?? {};
  const written = value ?? number;
  const code = UNITS.get((unit ?? unitFirst ?? '').toLowerCase());
  return written === undefined || code === undefined
    ? undefined
    : { value: decimal(written.replace(/^0+(?=\d)/, '')), unit: code };
};
