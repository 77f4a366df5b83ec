import type { Fact } from '../../model/fact.ts';
import type { Passage } from '../passage.ts';
import { headsOf, type Table } from '../table/table.ts';
import type { Abbreviations } from './abbreviation.ts';
import { allocatedArms, bracketedArms, comparedArms, type ListedArm, numberedArms } from './arm-list.ts';
import { calledGroups, keyOfArm } from './called-groups.ts';
import { type GivenToGroup, givenToGroups } from './group-given.ts';
import { labelsOfArms } from './group-labels.ts';
import { firstMatch } from './match.ts';
import type { Sentence } from './sentence.ts';

/** An arm of a list, in the passage that names it, with its name in full. */
export interface PlacedArm extends ListedArm {
  readonly passage: Passage;
  readonly fullName: Fact<string>;
}

/** A list of a trial's arms; `allocated` where it says who got what. */
export interface Listing {
  readonly arms: readonly PlacedArm[];
  readonly allocated: boolean;
}

/** What calls a group one of a trial's: `control`, `provider arm`. */
const CALLS_GROUP = /\b(?:group|arm|control|intervention)\b/i;
const CALLED_GROUP = /\b(?:group|arm|controls?)$/i;

const placed = (passage: Passage, arm: ListedArm): PlacedArm => {
  const { called, name, short } = arm;
  const group = CALLED_GROUP.test(called) ? undefined : short.find((form) => CALLS_GROUP.test(form));
  return {
    ...arm,
    passage,
    fullName: passage.fact(name.from, name.to, group ? `${called} (${group})` : called),
  };
};

/** Names that tell nothing of what a group gets. */
const TELLS_NOTHING =
  /^(?:(?:group|arm|cohort)\W{1,2}(?:[A-Z]\d?|[IVX]{1,3}|\d)\W?|(?:the )?(?:intervention|experimental|treatment|study|test|active|control|comparison|first|second)(?: (?:group|arm))?)$/i;

/** An arm with what it got behind a name that does not tell. */
const withGiven = (arm: PlacedArm, given: Fact<string> | undefined): PlacedArm =>
  given === undefined || !TELLS_NOTHING.test(arm.called)
    ? arm
    : {
        ...arm,
        short: [...arm.short, given.value],
        fullName: {
          ...arm.fullName,
          value: `${arm.called} (${given.value})`,
          derivation: 'derived',
          spans: [arm.fullName.spans[0], ...given.spans],
        },
      };

const LETTERED = /^(?:group|arm|cohort)\W/i;

/** The arms of a trial that says what each of its groups gets and lists them nowhere. */
const armsGiven = (given: readonly GivenToGroup[]): readonly PlacedArm[] => {
  const lettered = given.filter(({ group }) => LETTERED.test(group.text));
  const all = Map.groupBy(lettered.length > 1 ? lettered : given, ({ key }) => key);
  return [...all.values()].flatMap(([first]) =>
    first
      ? [
          placed(first.passage, {
            name: first.group,
            called: first.group.text,
            short: [],
            count: first.count,
          }),
        ]
      : [],
  );
};

const keysOf = ({ arms }: Listing): ReadonlySet<string> =>
  new Set(arms.map(({ called }) => keyOfArm(called)));

/** The list of a trial's arms that the rest of it bears out best: whose names its other sentences and tables use again. */
export const armListing = (
  own: readonly Sentence[],
  title: Passage | undefined,
  tables: readonly Table[],
  abbreviations: Abbreviations,
): Listing | undefined => {
  const passages = own.map(({ passage }) => passage);
  const listings = (
    among: readonly Passage[],
    armsIn: (text: string) => readonly ListedArm[],
    allocated: boolean,
  ): readonly Listing[] =>
    among.flatMap((passage) => {
      const arms = armsIn(passage.text).map((arm) => placed(passage, arm));
      return arms.length > 0 ? [{ arms, allocated }] : [];
    });
  const captions = tables.flatMap(({ caption }) => caption ?? []);
  const said = [...passages, ...headsOf(tables), ...(title ? [title] : [])];
  const isBorneOut = ({ arms }: Listing): boolean => {
    const others = said.filter((passage) => arms.every((arm) => arm.passage !== passage));
    return calledGroups(arms, abbreviations).every(({ pattern }) =>
      others.some(({ text }) => firstMatch(text, pattern) !== undefined),
    );
  };
  const isNumbered = ({ arms }: Listing): boolean => arms.every(({ count }) => count);
  /** Numbered, unless another that is borne out has these arms and more. */
  const numberedIn = (borneOut: readonly Listing[]): Listing | undefined =>
    borneOut.find(
      (one) =>
        isNumbered(one) &&
        !borneOut.some(
          (other) => keysOf(other).isSupersetOf(keysOf(one)) && other.arms.length > one.arms.length,
        ),
    );
  const given = givenToGroups(own);
  const methods = own.filter(({ role }) => role === 'methods').map(({ passage }) => passage);
  const allocated = [...listings(passages, allocatedArms, true), ...listings(methods, numberedArms, true)];
  const borneOut = allocated.filter(isBorneOut);
  const compared = (): readonly Listing[] =>
    listings(
      [
        ...own.filter(({ role }) => role !== 'results').map(({ passage }) => passage),
        ...(title ? [title] : []),
      ],
      comparedArms,
      false,
    );
  const ofGroups = (): Listing | undefined => {
    const arms = armsGiven(given);
    return arms.length > 1 ? { arms, allocated: true } : undefined;
  };
  const found =
    numberedIn(borneOut) ??
    borneOut[0] ??
    compared().find(isBorneOut) ??
    ofGroups() ??
    listings([...passages, ...captions], bracketedArms, true).find(isBorneOut) ??
    allocated.find(isNumbered) ??
    allocated[0];
  if (!found) return undefined;
  const labels = labelsOfArms(own, found.arms, abbreviations);
  return {
    ...found,
    arms: found.arms.map((arm) => {
      const key = keyOfArm(arm.called);
      const label = labels.get(key);
      return withGiven(
        label ? { ...arm, short: [...arm.short, label] } : arm,
        given.find((one) => one.key === key)?.given,
      );
    }),
  };
};
