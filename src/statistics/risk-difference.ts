import type { Bounds } from './bounds.ts';
import { type Effect, symmetric } from './effect.ts';
import { PLAIN } from './scale.ts';
import { type Counts, risk, type TwoByTwo } from './two-by-two.ts';

const variance = (counts: Counts): number => (risk(counts) * (1 - risk(counts))) / counts.size;

const standardError = ({ exposure, reference }: TwoByTwo): number =>
  Math.sqrt(variance(exposure) + variance(reference));

const estimate = ({ exposure, reference }: TwoByTwo): number => risk(exposure) - risk(reference);

/** The score interval of one proportion: Wilson, JASA 1927;22:209. */
const wilson = ({ events, size }: Counts, z: number): Bounds => {
  const middle = events + (z * z) / 2;
  const reach = z * Math.sqrt((z * z) / 4 + (events * (size - events)) / size);
  return { low: (middle - reach) / (size + z * z), high: (middle + reach) / (size + z * z) };
};

/** Method 10 of Newcombe, Statistics in Medicine 1998;17:873. */
const newcombe = ({ exposure, reference }: TwoByTwo, z: number): Bounds => {
  const [p, q] = [risk(exposure), risk(reference)];
  const [one, other] = [wilson(exposure, z), wilson(reference, z)];
  return {
    low: p - q - Math.hypot(p - one.low, other.high - q),
    high: p - q + Math.hypot(one.high - p, q - other.low),
  };
};

/** The difference of two groups' risks, with the intervals of Wald and of Newcombe. */
export const RISK_DIFFERENCE: Effect = {
  code: 'risk-difference',
  name: 'risk difference',
  scale: PLAIN,
  estimate,
  intervals: [
    { name: 'Wald', interval: symmetric(PLAIN, estimate, standardError) },
    { name: 'Newcombe', interval: newcombe },
  ],
};
