import type { ArmMean } from './arm-means.ts';
import { type Bounds, magnitude, quotient } from './bounds.ts';
import { tOfP, twoSidedPOfT } from './t-distribution.ts';
import { differenceOf, type TwoMeans } from './two-means.ts';

/** A test of the difference of two means: its standard error and degrees of freedom, within rounding. */
export interface MeanTest {
  readonly name: string;
  readonly error: (table: TwoMeans) => Bounds;
  readonly degrees: (table: TwoMeans) => Bounds;
}

const atEnds = ({ exposure, reference }: TwoMeans, of: (one: number, other: number) => number): Bounds => ({
  low: of(exposure.deviation.low, reference.deviation.low),
  high: of(exposure.deviation.high, reference.deviation.high),
});

/** The standard deviation of both groups taken together. */
export const pooledDeviation = (table: TwoMeans): Bounds => {
  const [n, m] = [table.exposure.size, table.reference.size];
  return atEnds(table, (s, r) => Math.sqrt(((n - 1) * s * s + (m - 1) * r * r) / (n + m - 2)));
};

const both = ({ exposure, reference }: TwoMeans): number => exposure.size + reference.size - 2;

/** Student, Biometrika 1908;6:1, for two groups. */
const STUDENT: MeanTest = {
  name: "Student's t test",
  error: (table) => {
    const size = Math.sqrt(1 / table.exposure.size + 1 / table.reference.size);
    const { low, high } = pooledDeviation(table);
    return { low: low * size, high: high * size };
  },
  degrees: (table) => ({ low: both(table), high: both(table) }),
};

const welchError = (table: TwoMeans): Bounds =>
  atEnds(table, (s, r) => Math.sqrt((s * s) / table.exposure.size + (r * r) / table.reference.size));

const variance = (deviation: number, { size }: ArmMean): number => (deviation * deviation) / size;

/** Welch, Biometrika 1947;34:28. The degrees of freedom are most where the variances are as the sizes less one. */
const WELCH: MeanTest = {
  name: "Welch's t test",
  error: welchError,
  degrees: (table) => {
    const { exposure, reference } = table;
    const all = [exposure.deviation.low, exposure.deviation.high]
      .flatMap((s) =>
        [reference.deviation.low, reference.deviation.high].map((r) => {
          const [v, w] = [variance(s, exposure), variance(r, reference)];
          return (v + w) ** 2 / ((v * v) / (exposure.size - 1) + (w * w) / (reference.size - 1));
        }),
      )
      .filter((one) => !Number.isNaN(one));
    const ratio = (s: number, r: number) =>
      (variance(s, exposure) * (reference.size - 1)) / (variance(r, reference) * (exposure.size - 1));
    const within =
      ratio(exposure.deviation.low, reference.deviation.high) <= 1 &&
      ratio(exposure.deviation.high, reference.deviation.low) >= 1;
    return { low: Math.min(...all), high: within ? both(table) : Math.max(...all) };
  },
};

/** With so many people that the normal distribution is taken for Student's. */
const NORMAL: MeanTest = {
  name: 'the z test',
  error: welchError,
  degrees: () => ({ low: 1e9, high: 1e9 }),
};

/** The usual tests of two means, those that apply to groups of this size. */
export const meanTests = (table: TwoMeans): readonly MeanTest[] =>
  [STUDENT, WELCH, NORMAL].filter((test) => {
    const { low, high } = test.error(table);
    return high > 0 && Number.isFinite(low + high) && test.degrees(table).low > 0;
  });

/** The P values that the test gives, within rounding. */
export const meanP = ({ error, degrees }: MeanTest, table: TwoMeans): Bounds => {
  const t = quotient(magnitude(differenceOf(table)), error(table));
  const { low, high } = degrees(table);
  return { low: twoSidedPOfT(t.high, high), high: twoSidedPOfT(t.low, low) };
};

/** How far the interval of the difference reaches to either side, within rounding. */
export const meanReach = ({ error, degrees }: MeanTest, table: TwoMeans, level: number): Bounds => {
  const { low, high } = degrees(table);
  const found = error(table);
  return { low: found.low * tOfP(1 - level, high), high: found.high * tOfP(1 - level, low) };
};
