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
