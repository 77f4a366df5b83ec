import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/** The continued fraction of the incomplete beta function: Abramowitz and Stegun 26.5.8. */
const betaFraction = (a: number, b: number, x: number): number =>
  continuedFraction(
    1,
    (term) => {
      const m = Math.floor(term / 2);
      return term % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    },
    () => 1,
  );

/** The regularised incomplete beta function; `rest` is 1 − x, which may be too near to 0 or 1 to be subtracted. */
const incompleteBeta = (a: number, b: number, x: number, rest: number): number => {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const factor = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest));
  return x < (a + 1) / (a + b + 2)
    ? factor / (a * betaFraction(a, b, x))
    : 1 - factor / (b * betaFraction(b, a, rest));
};

/** The two-sided P value of Student's t with so many degrees of freedom: Abramowitz and Stegun 26.7.1 and 26.5.27. */
export const twoSidedPOfT = (t: number, degrees: number): number => {
  if (!Number.isFinite(t)) return 0;
  const all = degrees + t * t;
  return incompleteBeta(degrees / 2, 0.5, degrees / all, (t * t) / all);
};

const density = (t: number, degrees: number): number =>
  Math.exp(
    logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees),
  ) / Math.sqrt(degrees * Math.PI);

/** The `t` whose two-sided P value is this: bracketed, then by Newton's method, halving where that leaves the bracket. */
export const tOfP = (p: number, degrees: number): number => {
  if (p <= 0) return Number.POSITIVE_INFINITY;
  if (p >= 1) return 0;
  let [low, high] = [0, 1];
  while (twoSidedPOfT(high, degrees) > p) [low, high] = [high, high * 2];
  let t = (low + high) / 2;
  for (let step = 0; step < 100; step += 1) {
    const over = twoSidedPOfT(t, degrees) - p;
    if (over > 0) low = t;
    else high = t;
    const next = t + over / (2 * density(t, degrees));
    const within = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(within - t) <= 1e-14 * within) return within;
    t = within;
  }
  return t;
};
