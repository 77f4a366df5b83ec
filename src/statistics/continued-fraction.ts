const MOST_TERMS = 10_000;
const PRECISION = 1e-16;
const TINY = 1e-300;

const notZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/**
 * The value of b0 + a1/(b1 + a2/(b2 + …)) by Lentz's method: Thompson and Barnett, Journal of Computational Physics
 * 1986;64:490. `a` and `b` give the terms from 1 on.
 */
export const continuedFraction = (
  b0: number,
  a: (term: number) => number,
  b: (term: number) => number,
): number => {
  let value = notZero(b0);
  let c = value;
  let d = 0;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    d = 1 / notZero(b(term) + a(term) * d);
    c = notZero(b(term) + a(term) / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return value;
};
