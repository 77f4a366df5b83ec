import type { Choices } from './choices.ts';
import { type Comparison, comparisonsOf, inOrder, kindOf } from './comparison.ts';
import { codeIn, findingsOf } from './finding.ts';
import { type Known, nameOf, type Resources } from './material.ts';
import { isOfCounts, isOfMeans, MEASURES } from './measure.ts';
import type { Study } from './study.ts';

/** That a study, or some evidence of it, is not pooled, and why. */
export interface Omission {
  readonly study: string;
  readonly reason: string;
}

/** What of a study can be pooled. */
interface Selected {
  readonly comparisons: readonly Comparison[];
  readonly omissions: readonly Omission[];
}

const SYNTHESES = 'http://terminology.hl7.org/CodeSystem/synthesis-type';

/** A narrowing of what a study compares, and what is to be said if nothing is left. */
interface Step {
  readonly narrow: (comparisons: readonly Comparison[]) => readonly Comparison[];
  readonly reason: (before: readonly Comparison[]) => string;
}

const isOfModel = ({ arms }: Comparison, { model }: Choices): boolean =>
  arms !== undefined || (model !== 'fixed-mantel-haenszel' && model !== 'fixed-peto');

const tells = ({ arms, effect }: Comparison, { measure }: Choices): boolean =>
  effect?.measure === measure ||
  (arms !== undefined && (kindOf(arms[0]) === 'mean' ? isOfMeans(measure) : isOfCounts(measure)));

const named = (words: string) => {
  const wanted = words.toLowerCase();
  return (group: string): boolean => group.toLowerCase().includes(wanted);
};

/** The rows of an outcome: those that are asked for, else the outcome as a whole, else its only row. */
const inRow = (comparisons: readonly Comparison[], category: string | undefined): readonly Comparison[] => {
  const wanted = category?.toLowerCase();
  if (wanted !== undefined) return comparisons.filter((one) => one.category?.toLowerCase() === wanted);
  const whole = comparisons.filter((one) => one.category === undefined);
  if (whole.length > 0) return whole;
  return new Set(comparisons.map((one) => one.category)).size === 1 ? comparisons : [];
};

/** Comparisons whose second group is the one to be compared with. */
const directed = (
  comparisons: readonly Comparison[],
  { reference, unordered }: Choices,
): readonly Comparison[] => {
  const asked = reference === undefined ? undefined : named(reference);
  return comparisons.flatMap((one) => {
    // Of an effect the order is not only a matter of names.
    const { ordered, effect } = one;
    if (effect !== undefined && !ordered && unordered === 'exclude') return [];
    if (asked === undefined) return ordered || effect !== undefined ? [one] : [];
    const turned = inOrder({ ...one, ordered: false }, asked);
    return turned.ordered ? [{ ...turned, ordered }] : [];
  });
};

const words = (items: readonly (string | undefined)[]): string =>
  [...new Set(items)].map((item) => `“${item}”`).join(', ');

const stepsOf = (choices: Choices): readonly Step[] => [
  {
    narrow: (all) => all.filter((one) => tells(one, choices)),
    reason: () =>
      `it tells no ${MEASURES[choices.measure].name} of two groups, nor numbers of both that give one`,
  },
  {
    narrow: (all) => all.filter((one) => isOfModel(one, choices)),
    reason: () => 'it reports its effect without the counts that this model works on',
  },
  {
    narrow: (all) => inRow(all, choices.category),
    reason: (before) =>
      `it has the rows ${words(before.map((one) => one.category))}; name one of them as category`,
  },
  {
    narrow: (all) => directed(all, choices),
    reason: (before) =>
      `of ${words(before.flatMap((one) => one.groups))} it is not known which is compared with which; name the reference`,
  },
  {
    narrow: (all) => {
      const asked = choices.exposure === undefined ? undefined : named(choices.exposure);
      return asked === undefined ? all : all.filter(({ groups }) => asked(groups[0]));
    },
    reason: (before) =>
      `none of ${words(before.map((one) => one.groups[0]))} is the exposure that was asked for`,
  },
];

/** How good the numbers of a comparison are to be pooled, the best first. */
const rankOf = ({ arms }: Comparison): number =>
  arms === undefined ? 2 : kindOf(arms[0]) === 'percentage' ? 1 : 0;

/** Of two groups, what was counted goes before percentages, and both before an effect that was computed of them. */
const preferred = (comparisons: readonly Comparison[]): readonly Comparison[] =>
  [...Map.groupBy(comparisons, ({ groups }) => JSON.stringify(groups)).values()].flatMap((same) => {
    const best = Math.min(...same.map(rankOf));
    return same.filter((one) => rankOf(one) === best);
  });

/** Why an Evidence is not to be pooled, whatever it says. */
const unfit = (
  evidence: Known,
  wrong: ReadonlyMap<Known, string>,
  { inconsistent }: Choices,
): string | undefined => {
  const { synthesisType, status } = evidence.tree;
  const name = `“${nameOf(evidence)}”`;
  const synthesis = codeIn(synthesisType, SYNTHESES);
  if (synthesisType !== undefined && synthesis !== 'NotApplicable') return `${name} is a synthesis itself`;
  if (status === 'retired') return `${name} is retired`;
  const complaint = inconsistent === 'keep' ? undefined : wrong.get(evidence);
  return complaint === undefined ? undefined : `the numbers of ${name} are inconsistent: ${complaint}`;
};

/** What of a study can be pooled as it was chosen, and what of its evidence is left out and why. */
export const select = (
  study: Study,
  resources: Resources,
  wrong: ReadonlyMap<Known, string>,
  choices: Choices,
): Selected => {
  const left = (reason: string): Omission => ({ study: study.name, reason });
  if (study.retracted !== undefined)
    return { comparisons: [], omissions: [left(`a publication of it was retracted: ${study.retracted}`)] };
  const reasons = study.evidence.map((one) => ({ one, reason: unfit(one, wrong, choices) }));
  const sound = reasons.filter(({ reason }) => reason === undefined).map(({ one }) => one);
  const omissions = reasons.flatMap(({ reason }) => (reason === undefined ? [] : left(reason)));
  if (sound.length === 0) return { comparisons: [], omissions };
  const findings = findingsOf(
    sound.map(({ tree }) => tree),
    resources.lookup,
  );
  let comparisons = comparisonsOf(findings, study.controls);
  for (const { narrow, reason } of stepsOf(choices)) {
    const next = narrow(comparisons);
    if (next.length === 0) return { comparisons: [], omissions: [...omissions, left(reason(comparisons))] };
    comparisons = next;
  }
  return { comparisons: preferred(comparisons), omissions };
};
