import type { Quantity } from 'fhir/r5.js';
import { exact } from '../fhir/content.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Duration } from '../model/trial.ts';

const UCUM = 'http://unitsofmeasure.org';

/** Units as they are written and their UCUM codes: https://ucum.org/ucum */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '%': ['%', 'percent', 'per cent', 'percentage'],
    kg: ['kg', 'kilogram', 'kilograms'],
    g: ['g', 'gram', 'grams'],
    mg: ['mg', 'milligram', 'milligrams'],
    ug: ['µg', 'μg', 'ug', 'mcg', 'microgram', 'micrograms'],
    ng: ['ng'],
    pg: ['pg'],
    L: ['L', 'l', 'litre', 'litres', 'liter', 'liters'],
    dL: ['dL', 'dl'],
    mL: ['mL', 'ml', 'millilitre', 'millilitres', 'milliliter', 'milliliters'],
    uL: ['µL', 'μL', 'uL', 'µl', 'μl', 'ul'],
    mol: ['mol'],
    mmol: ['mmol'],
    umol: ['µmol', 'μmol', 'umol'],
    nmol: ['nmol'],
    '[iU]': ['IU', 'international units'],
    U: ['U'],
    '{cells}': ['cells', 'cell'],
    m2: ['m2', 'm²', 'm^2'],
    m: ['m', 'meter', 'meters', 'metre', 'metres'],
    cm: ['cm', 'centimeter', 'centimeters', 'centimetre', 'centimetres'],
    mm: ['mm', 'millimeter', 'millimeters', 'millimetre', 'millimetres'],
    'mm[Hg]': ['mmHg', 'mm Hg'],
    s: ['s', 'sec', 'second', 'seconds'],
    min: ['min', 'minute', 'minutes'],
    h: ['h', 'hr', 'hrs', 'hour', 'hours'],
    d: ['d', 'day', 'days'],
    wk: ['wk', 'week', 'weeks'],
    mo: ['mo', 'month', 'months'],
    a: ['a', 'y', 'yr', 'year', 'years'],
  }).flatMap(([code, written]) => written.map((unit): [string, string] => [unit, code])),
);

// A name is the same unit however it is written; letters that are a symbol are not.
const NAME = /^(?!.*mol$)[a-z]{4,}$/i;

const codeOf = (unit: string): string | undefined =>
  CODES.get(unit) ?? (NAME.test(unit) ? CODES.get(unit.toLowerCase()) : undefined);

/** The UCUM code of a unit as written (`µg/L` is `ug/L`); `undefined` where any part of it is not known. */
export const ucumCode = (unit: string): string | undefined => {
  const codes = unit.split('/').map((part) => codeOf(part.trim()));
  return codes.every((code) => code !== undefined) ? codes.join('/') : undefined;
};

/** A unit as it is written, and its UCUM code where it is known. */
export const unitOf = (unit: string): Pick<Quantity, 'unit' | 'system' | 'code'> => {
  const code = ucumCode(unit);
  return { unit, ...(code !== undefined && { system: UCUM, code }) };
};

/** An exact value with its unit: https://hl7.org/fhir/R5/datatypes.html#Quantity */
export const quantity = (value: Decimal, unit: string | undefined): Quantity => ({
  value: exact(value),
  ...(unit !== undefined && unitOf(unit)),
});

const NAMES: Readonly<Record<Duration['unit'], string>> = {
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

/** The name of a unit of time: `day`. */
export const unitOfTime = (unit: Duration['unit']): string => NAMES[unit];

/** A length of time in words: `28 days`. */
export const durationText = ({ value, unit }: Duration): string =>
  `${value} ${NAMES[unit]}${value === '1' ? '' : 's'}`;

/** A length of time: https://hl7.org/fhir/R5/datatypes.html#Duration */
export const duration = ({ value, unit }: Duration): Quantity => ({
  value: exact(value),
  unit: `${NAMES[unit]}${value === '1' ? '' : 's'}`,
  system: UCUM,
  code: unit,
});
