import type { TwoByTwo } from '../../src/statistics/two-by-two.ts';

/** Tuberculosis with and without, among the vaccinated and the others, in 13 trials: Colditz et al., JAMA 1994;271:698. */
const COUNTS = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13_536, 248, 12_619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87_886, 499, 87_892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50_448, 141, 27_197],
  [5, 2493, 3, 2338],
  [27, 16_886, 29, 17_825],
] as const;

/** The trials of the BCG vaccine as tables. */
export const BCG: readonly TwoByTwo[] = COUNTS.map(([a, b, c, d]) => ({
  exposure: { events: a, size: a + b },
  reference: { events: c, size: c + d },
}));
