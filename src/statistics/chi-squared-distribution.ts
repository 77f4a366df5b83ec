import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

const lowerSeries = (a: number, x: number): number => {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
};

/**
 * The probability above `x` of the chi-squared distribution with so many degrees of freedom: Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 26.4.19 with 6.5.29 (series) and 6.5.31 (continued fraction).
 */
export const chiSquaredUpperTail = (x: number, degrees: number): number => {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const [a, y] = [degrees / 2, x / 2];
  const factor = Math.exp(a * Math.log(y) - y - logGamma(a));
  if (y < a + 1) return 1 - factor * lowerSeries(a, y);
  return (
    factor /
    continuedFraction(
      y + 1 - a,
      (term) => -term * (term - a),
      (term) => y + 2 * term + 1 - a,
    )
  );
};
