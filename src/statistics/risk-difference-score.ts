import type { Score } from './score-interval.ts';
import { risk, type TwoByTwo } from './two-by-two.ts';

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** The reference's risk that is likeliest if the difference is true: Miettinen and Nurminen 1985, appendix I. */
const likeliest = ({ exposure, reference }: TwoByTwo, difference: number): number => {
  const all = exposure.size + reference.size;
  const events = exposure.events + reference.events;
  const constant = reference.events * difference * (1 - difference);
  const linear = (reference.size * difference - all - 2 * reference.events) * difference + events;
  const square = ((all + reference.size) * difference - all - events) / (3 * all);
  const turn = square ** 3 - (linear * square) / (2 * all) + constant / (2 * all);
  const length = Math.sign(turn || 1) * Math.sqrt(Math.max(0, square * square - linear / (3 * all)));
  const cosine = length === 0 ? 0 : Math.min(1, Math.max(-1, turn / length ** 3));
  return within(2 * length * Math.cos((Math.PI + Math.acos(cosine)) / 3) - square);
};

/** How many standard errors the counts are from a risk difference: Mee, Biometrics 1984;40:1175. */
export const riskDifferenceScore: Score = (table, difference) => {
  const { exposure, reference } = table;
  const other = likeliest(table, difference);
  const exposed = within(other + difference);
  const variance = (exposed * (1 - exposed)) / exposure.size + (other * (1 - other)) / reference.size;
  const distance = risk(exposure) - risk(reference) - difference;
  return distance === 0 ? 0 : distance / Math.sqrt(variance);
};
