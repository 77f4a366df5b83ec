import { conditionalOddsRatio, exactInterval } from './conditional-odds-ratio.ts';
import { type Effect, symmetric } from './effect.ts';
import { LOGARITHMIC } from './scale.ts';
import { miettinenNurminen, ratioInterval, type Score } from './score-interval.ts';
import { cells, odds, plusHalf, risk, type TwoByTwo } from './two-by-two.ts';

/** Standard error of the logarithm of an odds ratio: Woolf, Annals of Human Genetics 1955;19:251. */
const standardError = (table: TwoByTwo): number =>
  Math.sqrt(cells(table).reduce((sum, cell) => sum + 1 / cell, 0));

const estimate = ({ exposure, reference }: TwoByTwo): number => odds(exposure) / odds(reference);

const woolf = symmetric(LOGARITHMIC, estimate, standardError);

/** How many standard errors the counts are from an odds ratio, with the risks that are likeliest if it is true. */
const score: Score = ({ exposure, reference }, ratio) => {
  const events = exposure.events + reference.events;
  const square = reference.size * (ratio - 1);
  const linear = exposure.size * ratio + reference.size - events * (ratio - 1);
  // The root of the quadratic, in the form that does not cancel where the ratio is near to 1.
  const other = (2 * events) / (linear + Math.sqrt(linear * linear + 4 * square * events));
  const exposed = (other * ratio) / (1 + other * (ratio - 1));
  const variance = 1 / (exposure.size * exposed * (1 - exposed)) + 1 / (reference.size * other * (1 - other));
  return exposure.size * (risk(exposure) - exposed) * Math.sqrt(variance);
};

/** The odds ratio of two groups, with the log interval of Woolf, with the correction of Gart, and others. */
export const ODDS_RATIO: Effect = {
  code: 'odds-ratio',
  name: 'odds ratio',
  scale: LOGARITHMIC,
  estimate,
  otherEstimates: [{ how: ' by conditional likelihood', estimate: conditionalOddsRatio }],
  intervals: [
    { name: 'Woolf', interval: woolf },
    { name: 'Gart', interval: (table, z) => woolf(plusHalf(table), z) },
    { name: 'score', interval: ratioInterval(score) },
    { name: 'Miettinen and Nurminen', interval: ratioInterval(miettinenNurminen(score)) },
    { name: 'exact', interval: exactInterval },
  ],
};
