import type { Quantity } from 'fhir/r5.js';

/** A number as a record writes it, in the form that FHIR takes. */
export interface WrittenNumber {
  /** https://hl7.org/fhir/R5/datatypes.html#decimal */
  readonly value: string;
  readonly comparator: Quantity['comparator'];
}

const COMPARATORS: Readonly<Record<string, Quantity['comparator']>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
};

const NUMBER =
  /^(?:p\s*(?=[<>=≤≥]))?(?<comparator>[<>]=?|[≤≥=])?\s*(?<sign>[-+\u2212]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?<exponent>[eE][-+]?\d{1,2})?$/i;

/** Reads a number in its written form (`<0.001`, `.50`, `1.2E6`); `undefined` for what is not plainly one number. */
export const writtenNumber = (words: string): WrittenNumber | undefined => {
  const parts = NUMBER.exec(words.trim())?.groups;
  if (parts === undefined) return;
  const { comparator = '', sign, whole = '', fraction = '', exponent = '' } = parts;
  if (whole === '' && fraction === '') return;
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  const minus = sign === '-' || sign === '\u2212' ? '-' : '';
  return { value: `${minus}${digits}${exponent}`, comparator: COMPARATORS[comparator] };
};

/** A number of people or events as FHIR's unsignedInt; `undefined` for any other. */
export const writtenCount = (words: string): number | undefined =>
  /^(?:0|[1-9]\d{0,8})$/.test(words) ? Number(words) : undefined;

/** The level of an interval as a fraction: `95` is `0.95`; `undefined` for what is not plainly so many per cent. */
export const writtenFraction = (percent: string): string | undefined => {
  const { whole, rest = '' } = /^(?<whole>\d{1,2})(?:\.(?<rest>\d+))?\s*%?$/.exec(percent)?.groups ?? {};
  return whole === undefined ? undefined : `0.${whole.padStart(2, '0')}${rest}`;
};
