import type { Bounds } from './bounds.ts';
import { type Counts, risk, type TwoByTwo } from './two-by-two.ts';

/** The interval of one group's risk. */
type RiskInterval = (counts: Counts, z: number) => Bounds;

/** The score interval of one proportion: Wilson, JASA 1927;22:209. */
const wilson: RiskInterval = ({ events, size }, z) => {
  const middle = events + (z * z) / 2;
  const reach = z * Math.sqrt((z * z) / 4 + (events * (size - events)) / size);
  return { low: (middle - reach) / (size + z * z), high: (middle + reach) / (size + z * z) };
};

/** The same with a continuity correction: Newcombe, Statistics in Medicine 1998;17:857, method 4. */
const wilsonCorrected: RiskInterval = ({ events, size }, z) => {
  const p = events / size;
  const q = 1 - p;
  const below = z * Math.sqrt(z * z - 2 - 1 / size + 4 * p * (size * q + 1));
  const above = z * Math.sqrt(z * z + 2 - 1 / size + 4 * p * (size * q - 1));
  const all = 2 * (size + z * z);
  return {
    low: events === 0 ? 0 : Math.max(0, (2 * events + z * z - 1 - below) / all),
    high: events === size ? 1 : Math.min(1, (2 * events + z * z + 1 + above) / all),
  };
};

const squareAndAdd =
  (interval: RiskInterval) =>
  ({ exposure, reference }: TwoByTwo, z: number): Bounds => {
    const [p, q] = [risk(exposure), risk(reference)];
    const [one, other] = [interval(exposure, z), interval(reference, z)];
    return {
      low: p - q - Math.hypot(p - one.low, other.high - q),
      high: p - q + Math.hypot(one.high - p, q - other.low),
    };
  };

/** Method 10 of Newcombe, Statistics in Medicine 1998;17:873. */
export const newcombe = squareAndAdd(wilson);

/** Method 11 of Newcombe, Statistics in Medicine 1998;17:873. */
export const newcombeCorrected = squareAndAdd(wilsonCorrected);
