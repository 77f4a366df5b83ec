import type { Score } from './score-interval.ts';
import { risk } from './two-by-two.ts';

/** How many standard errors the counts are from a risk ratio: Koopman, Biometrics 1984;40:513. */
export const riskRatioScore: Score = ({ exposure, reference }, ratio) => {
  const all = (exposure.size + reference.size) * ratio;
  const linear = exposure.size * ratio + exposure.events + reference.size + reference.events * ratio;
  const events = exposure.events + reference.events;
  const other = (linear - Math.sqrt(linear * linear - 4 * all * events)) / (2 * all);
  const exposed = ratio * other;
  const variance =
    (exposed * (1 - exposed)) / exposure.size + (ratio * ratio * other * (1 - other)) / reference.size;
  return (risk(exposure) - ratio * risk(reference)) / Math.sqrt(variance);
};
