import { type Effect, symmetric } from './effect.ts';
import { riskRatioScore } from './risk-ratio-score.ts';
import { LOGARITHMIC } from './scale.ts';
import { miettinenNurminen, ratioInterval } from './score-interval.ts';
import { risk, type TwoByTwo } from './two-by-two.ts';

/** Standard error of the logarithm of a risk ratio: Katz, Baptista, Azen and Pike, Biometrics 1978;34:469. */
const standardError = ({ exposure, reference }: TwoByTwo): number =>
  Math.sqrt(1 / exposure.events - 1 / exposure.size + 1 / reference.events - 1 / reference.size);

const estimate = ({ exposure, reference }: TwoByTwo): number => risk(exposure) / risk(reference);

/** The risk ratio of two groups, with the log interval of Katz and the score intervals. */
export const RISK_RATIO: Effect = {
  code: 'risk-ratio',
  name: 'risk ratio',
  scale: LOGARITHMIC,
  estimate,
  intervals: [
    { name: 'Katz', interval: symmetric(LOGARITHMIC, estimate, standardError) },
    { name: 'Koopman', interval: ratioInterval(riskRatioScore) },
    { name: 'Miettinen and Nurminen', interval: ratioInterval(miettinenNurminen(riskRatioScore)) },
  ],
};
