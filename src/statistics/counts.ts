import { type ArmCount, armCounts } from './arm-counts.ts';
import { armEvidence } from './arm-evidence.ts';
import type { ReportedEvidence } from './evidence.ts';
import { enumeration } from './figures.ts';
import type { Pair } from './pair.ts';
import { type Reading, type Readings, readingOf, readingsOf } from './reading.ts';
import type { Surroundings } from './surroundings.ts';
import { TERM } from './term.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** Types of statistics that tell of no events. */
const WITHOUT_EVENTS: ReadonlyMap<string, string> = new Map([
  [TERM.median, 'medians'],
  [TERM.mean, 'means'],
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

/** Finds the counts behind a comparison in the other results that are at hand. */
export const countsBehind = (evidence: ReportedEvidence, at: Surroundings): Readings<TwoByTwo> => {
  const countsOf = ({ exposure, reference }: Pair) =>
    [armCounts(evidence, exposure, at), armCounts(evidence, reference, at)] as const;

  const readings = (pair: Pair): readonly Reading<TwoByTwo>[] => {
    const [exposed, others] = countsOf(pair);
    const unsized = [...exposed, ...others].some(({ size }) => size === undefined);
    const equal = unsized ? equalArms(evidence, at) : undefined;
    return sized(exposed, equal).flatMap((one) =>
      sized(others, equal).map((other) =>
        readingOf(
          {
            exposure: { events: one.events, size: one.size },
            reference: { events: other.events, size: other.size },
          },
          [one.derived, other.derived],
          [pair.assumption, equal?.words],
        ),
      ),
    );
  };

  const whyNone = (pairs: readonly Pair[]): string => {
    if (pairs.some((pair) => countsOf(pair).every((counts) => counts.length > 0)))
      return 'how many people the groups had is not known';
    const types = pairs
      .flatMap(({ exposure, reference }) => [exposure, reference])
      .flatMap((group) => armEvidence(evidence, group, at))
      .flatMap(({ statistics }) => statistics.flatMap((one) => one.types));
    const [described] = types.flatMap((type) => WITHOUT_EVENTS.get(type) ?? []);
    return described === undefined
      ? 'no counts are known for both groups'
      : `the groups are described by ${described}, from which no test of counts follows`;
  };

  return readingsOf(evidence, readings, whyNone);
};
