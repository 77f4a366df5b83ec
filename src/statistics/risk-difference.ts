import type { Bounds } from './bounds.ts';
import { type Effect, symmetric } from './effect.ts';
import { newcombe, newcombeCorrected } from './newcombe.ts';
import { riskDifferenceScore } from './risk-difference-score.ts';
import { PLAIN } from './scale.ts';
import { differenceInterval, miettinenNurminen } from './score-interval.ts';
import { type Counts, risk, type TwoByTwo } from './two-by-two.ts';

const variance = (counts: Counts): number => (risk(counts) * (1 - risk(counts))) / counts.size;

const standardError = ({ exposure, reference }: TwoByTwo): number =>
  Math.sqrt(variance(exposure) + variance(reference));

const estimate = ({ exposure, reference }: TwoByTwo): number => risk(exposure) - risk(reference);

const wald = symmetric(PLAIN, estimate, standardError);

/** With the correction of Yates, as R's prop.test has it: never past zero. */
const waldCorrected = (table: TwoByTwo, z: number): Bounds => {
  const { low, high } = wald(table, z);
  const { exposure, reference } = table;
  const correction = Math.min(Math.abs(estimate(table)), (1 / exposure.size + 1 / reference.size) / 2);
  return { low: Math.max(-1, low - correction), high: Math.min(1, high + correction) };
};

const oneOfEach = ({ events, size }: Counts): Counts => ({ events: events + 1, size: size + 2 });

/** Agresti and Caffo, The American Statistician 2000;54:280. */
const agrestiCaffo = ({ exposure, reference }: TwoByTwo, z: number): Bounds =>
  wald({ exposure: oneOfEach(exposure), reference: oneOfEach(reference) }, z);

/** The difference of two groups' risks, with the intervals of Wald and those that do better. */
export const RISK_DIFFERENCE: Effect = {
  code: 'risk-difference',
  name: 'risk difference',
  scale: PLAIN,
  estimate,
  intervals: [
    { name: 'Wald', interval: wald },
    { name: 'Newcombe', interval: newcombe },
    { name: 'Wald with continuity correction', interval: waldCorrected },
    { name: 'Newcombe with continuity correction', interval: newcombeCorrected },
    { name: 'Agresti and Caffo', interval: agrestiCaffo },
    { name: 'Mee', interval: differenceInterval(riskDifferenceScore, estimate) },
    {
      name: 'Miettinen and Nurminen',
      interval: differenceInterval(miettinenNurminen(riskDifferenceScore), estimate),
    },
  ],
};
