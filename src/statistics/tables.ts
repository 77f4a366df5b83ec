import { type ArmCount, armCounts, armEvidence } from './arm-counts.ts';
import { isSameVariable, type ReportedEvidence, type Variable } from './evidence.ts';
import { enumeration } from './figures.ts';
import type { Surroundings } from './surroundings.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** A reading of the counts behind a comparison. */
export interface Reading {
  readonly table: TwoByTwo;
  /** How numbers in it follow from what is reported. */
  readonly derived: string | undefined;
  /** What is taken for granted in it. */
  readonly assumption: string | undefined;
}

/** The readings of the counts behind a comparison, at least one, or why there are none. */
export type Readings = { readonly readings: readonly [Reading, ...Reading[]] } | { readonly missing: string };

const MOST_READINGS = 50;

/** Types of statistics that tell of no events: https://hl7.org/fhir/R5/valueset-statistic-type.html */
const WITHOUT_EVENTS: ReadonlyMap<string, string> = new Map([
  ['C28007', 'medians'],
  ['C53319', 'means'],
]);

interface EqualArms {
  readonly sizes: readonly number[];
  readonly words: string;
}

const equalArms = (
  { population }: ReportedEvidence,
  { study, sizes }: Surroundings,
): EqualArms | undefined => {
  if (study?.equalParts === undefined) return;
  const people = population?.observed === undefined ? undefined : sizes.get(population.observed);
  const all = people === undefined ? study.total : { count: people, words: `${people} in all` };
  if (all === undefined) return;
  const share = all.count / study.equalParts;
  const found = [...new Set([Math.floor(share), Math.ceil(share)])];
  const ratio = Array.from({ length: study.equalParts }, () => '1').join(':');
  return {
    sizes: found,
    words: `assuming that ${all.words}, allocated ${ratio}, make groups of ${enumeration(found.map(String))}`,
  };
};

const sized = (
  counts: readonly ArmCount[],
  equal: EqualArms | undefined,
): readonly (ArmCount & { size: number })[] =>
  counts
    .flatMap((one) =>
      one.size === undefined
        ? (equal?.sizes ?? []).map((size) => ({ ...one, size }))
        : [{ ...one, size: one.size }],
    )
    .filter(({ events, size }) => events <= size && size > 0);

/** Two groups of which the one is compared with the other. */
interface Pair {
  readonly exposure: Variable;
  readonly reference: Variable;
  /** What is taken for granted of their order. */
  readonly assumption: string | undefined;
}

const pairsOf = ({ exposure, reference, unordered }: ReportedEvidence): readonly Pair[] => {
  if (exposure !== undefined && reference !== undefined)
    return isSameVariable(exposure, reference) ? [] : [{ exposure, reference, assumption: undefined }];
  const [one, other, ...more] = unordered;
  if (reference !== undefined || one === undefined || other === undefined || more.length > 0) return [];
  if (isSameVariable(one, other)) return [];
  return [
    { exposure: one, reference: other, assumption: 'taking the first group against the second' },
    { exposure: other, reference: one, assumption: 'taking the second group against the first' },
  ];
};

const whyNone = (
  evidence: ReportedEvidence,
  pairs: readonly Pair[],
  at: Surroundings,
  counted: boolean,
): string => {
  if (counted) return 'how many people the groups had is not known';
  const types = pairs
    .flatMap(({ exposure, reference }) => [exposure, reference])
    .flatMap((group) => armEvidence(evidence, group, at))
    .flatMap(({ statistics }) => statistics.flatMap((one) => one.types));
  const [described] = types.flatMap((type) => WITHOUT_EVENTS.get(type) ?? []);
  return described === undefined
    ? 'no counts are known for both groups'
    : `the groups are described by ${described}, from which no test of counts follows`;
};

const readingsOfPair = (
  evidence: ReportedEvidence,
  { exposure, reference, assumption }: Pair,
  at: Surroundings,
): { readonly readings: readonly Reading[]; readonly counted: boolean } => {
  const exposed = armCounts(evidence, exposure, at);
  const others = armCounts(evidence, reference, at);
  const equal = [...exposed, ...others].some(({ size }) => size === undefined)
    ? equalArms(evidence, at)
    : undefined;
  const assumptions = [assumption, equal?.words].filter((words) => words !== undefined);
  const readings = sized(exposed, equal).flatMap((one) =>
    sized(others, equal).map((other): Reading => {
      const derived = [one.derived, other.derived].filter((words) => words !== undefined);
      return {
        table: {
          exposure: { events: one.events, size: one.size },
          reference: { events: other.events, size: other.size },
        },
        derived: derived.length > 0 ? enumeration(derived) : undefined,
        assumption: assumptions.length > 0 ? enumeration(assumptions) : undefined,
      };
    }),
  );
  return { readings, counted: exposed.length > 0 && others.length > 0 };
};

/** Finds the counts behind a comparison in the other results that are at hand. */
export const readingsOf = (evidence: ReportedEvidence, at: Surroundings): Readings => {
  const pairs = pairsOf(evidence);
  if (pairs.length === 0) return { missing: 'no two groups are named that it compares' };
  const found = pairs.map((pair) => readingsOfPair(evidence, pair, at));
  const [first, ...more] = found.flatMap(({ readings }) => readings.slice(0, MOST_READINGS));
  return first === undefined
    ? {
        missing: whyNone(
          evidence,
          pairs,
          at,
          found.some(({ counted }) => counted),
        ),
      }
    : { readings: [first, ...more] };
};
