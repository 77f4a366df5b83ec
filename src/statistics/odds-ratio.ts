import { type Effect, symmetric } from './effect.ts';
import { LOGARITHMIC } from './scale.ts';
import { cells, odds, type TwoByTwo } from './two-by-two.ts';

/** Standard error of the logarithm of an odds ratio: Woolf, Annals of Human Genetics 1955;19:251. */
const standardError = (table: TwoByTwo): number =>
  Math.sqrt(cells(table).reduce((sum, cell) => sum + 1 / cell, 0));

const estimate = ({ exposure, reference }: TwoByTwo): number => odds(exposure) / odds(reference);

/** The odds ratio of two groups, with the log interval of Woolf. */
export const ODDS_RATIO: Effect = {
  code: 'odds-ratio',
  name: 'odds ratio',
  scale: LOGARITHMIC,
  estimate,
  intervals: [{ name: 'Woolf', interval: symmetric(LOGARITHMIC, estimate, standardError) }],
};
