/** A number and what its digits leave open around it, `high` exclusive. */
export interface DecimalRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const DECIMAL = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a number: 100 is [99.5, 100.5). As in the specification's example 1e2 is [95, 105): a power of ten without a
 * fraction counts as one with a first decimal place. `wider` by a tenth of the value to both sides.
 * https://hl7.org/fhir/R5/search.html#number
 */
export const decimalRange = (text: string, wider = false): DecimalRange | undefined => {
  const [found, sign = '', whole = '', written = '', power] = DECIMAL.exec(text) ?? [];
  if (found === undefined) return undefined;
  const fraction = power !== undefined && written === '' ? '0' : written;
  const digits = BigInt(whole + fraction);
  const exponent = Number(power ?? 0) - fraction.length;
  // In tenths of the last digit, so that no bound is off by a binary fraction.
  const tenths = (sign === '-' ? -digits : digits) * 10n;
  const open = wider ? 5n + digits : 5n;
  const number = (n: bigint) => Number(`${n}e${exponent - 1}`);
  const range = { value: number(tenths), low: number(tenths - open), high: number(tenths + open) };
  return Object.values(range).every(Number.isFinite) ? range : undefined;
};
