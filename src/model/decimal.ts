/** A decimal number in its written form: `0.40` is not `0.4`. Sign, digits, at most one point, no exponent. */
export type Decimal = string & { readonly decimal: true };

const WRITTEN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Takes a number's written form as it is. Throws on anything JSON would not take as a plain decimal. */
export const decimal = (written: string): Decimal => {
  if (!WRITTEN.test(written)) throw new RangeError(`not a decimal: ${written}`);
  return written as Decimal;
};

/** Multiplies by a power of ten by moving the point; no digit is rounded. `("1.5", 3)` is `1500`. */
export const timesPowerOfTen = (value: Decimal, exponent: number): Decimal => {
  const negative = value.startsWith('-');
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const padded =
    point > digits.length
      ? digits.padEnd(point, '0')
      : digits.padStart(digits.length - Math.min(0, point - 1), '0');
  const at = point > 0 ? point : padded.length - digits.length + point;
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  const right = padded.slice(at);
  return decimal(`${negative ? '-' : ''}${left}${right ? `.${right}` : ''}`);
};
