import { enumeration } from './figures.ts';
import type { Surroundings } from './surroundings.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

/** The sizes of the Groups in which an arm's results of a population were observed, each once. */
const armSizes = (
  arm: string,
  population: string,
  { byPopulation, sizes }: Surroundings,
): readonly number[] => {
  const groups = (byPopulation.get(population) ?? [])
    .filter((one) => one.population?.observed === population)
    .flatMap(({ exposure, reference, unordered }) => [exposure, reference, ...unordered])
    .filter((variable) => variable?.intended === arm)
    .flatMap((variable) => variable?.observed ?? []);
  return [...new Set(groups)].flatMap((group) => sizes.get(group) ?? []);
};

/** Compares the size of a population (`Group/x`) with the sum of the study's arms; nothing if it is none. */
export const totalOfArms = (population: string, at: Surroundings): Judgement | undefined => {
  const total = at.sizes.get(population);
  const arms = at.study?.arms ?? [];
  if (total === undefined || arms.length < 2) return;
  if (!at.byPopulation.get(population)?.some((one) => one.population?.observed === population)) return;
  const counts = arms.map((arm) => [...new Set(armSizes(arm, population, at))]);
  const known = counts.flatMap((sizes) => (sizes.length === 1 ? sizes : []));
  if (known.length < arms.length)
    return cannotVerify(
      'total',
      counts.some((sizes) => sizes.length > 1)
        ? `${total} cannot be compared with its arms: of one arm several numbers are reported.`
        : `${total} cannot be compared with its arms: how many people each had is not known.`,
    );
  const sum = known.reduce((all, one) => all + one, 0);
  const right = sum === total;
  return {
    code: 'total',
    verdict: right ? 'consistent' : 'inconsistent',
    text: `The arms of ${enumeration(known.map(String))} make ${sum}${right ? `; ${total} is reported` : `, not ${total}`}.`,
    recomputed: String(sum),
  };
};
