import { twoSidedP } from './normal.ts';
import { cells, type TwoByTwo } from './two-by-two.ts';

const statistic = (table: TwoByTwo, correction: (all: number, difference: number) => number): number => {
  const [a, b, c, d] = cells(table);
  const all = a + b + c + d;
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  const difference = Math.abs(a * d - b * c);
  return (all * (difference - correction(all, difference)) ** 2) / margins;
};

/** P value of the chi-squared test of a two-by-two table (Pearson 1900), one degree of freedom; NaN if a margin is 0. */
export const chiSquaredP = (table: TwoByTwo): number => twoSidedP(Math.sqrt(statistic(table, () => 0)));

/** The same with Yates's correction (Yates 1934), which never goes past zero. */
export const yatesP = (table: TwoByTwo): number =>
  twoSidedP(Math.sqrt(statistic(table, (all, difference) => Math.min(all / 2, difference))));

/** The same with N − 1 in place of N: Campbell, Statistics in Medicine 2007;26:3661. */
export const pearsonP = (table: TwoByTwo): number => {
  const all = table.exposure.size + table.reference.size;
  return twoSidedP(Math.sqrt((statistic(table, () => 0) * (all - 1)) / all));
};

/** P value of the likelihood ratio: Wilks, Annals of Mathematical Statistics 1938;9:60. */
export const likelihoodRatioP = (table: TwoByTwo): number => {
  const [a, b, c, d] = cells(table);
  const all = a + b + c + d;
  const term = (cell: number, row: number, column: number): number =>
    cell === 0 ? 0 : cell * Math.log((cell * all) / (row * column));
  const sum = term(a, a + b, a + c) + term(b, a + b, b + d) + term(c, c + d, a + c) + term(d, c + d, b + d);
  return (a + c) * (b + d) === 0 ? Number.NaN : twoSidedP(Math.sqrt(Math.max(0, 2 * sum)));
};
