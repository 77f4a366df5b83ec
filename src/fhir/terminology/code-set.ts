import type { CodeSystemConcept, ValueSetComposeIncludeConcept } from 'fhir/r5.js';
import type { Issue } from '../issue.ts';
import type { Concepts } from './concepts.ts';

/** Whether something is so, or cannot be known with the code systems at hand. */
export type Answer = 'yes' | 'no' | 'unknown';

/** A code of a set, with what its code system, if at hand, and the value set, if it lists it, say of it. */
export interface Member {
  readonly system: string;
  readonly code: string;
  readonly concepts?: Concepts;
  readonly concept?: CodeSystemConcept;
  readonly listed?: ValueSetComposeIncludeConcept | undefined;
  readonly isAbstract: boolean;
  readonly isInactive: boolean;
}

/** The codes of a set that can be listed, and why there may be more. */
export interface Listing {
  readonly members: readonly Member[];
  readonly gaps: readonly Issue[];
}

/** A set of codes; some can be asked for a code but not listed, of some not all is known. */
export interface CodeSet {
  /** The systems it has codes of. */
  readonly systems: ReadonlySet<string>;
  /** Whether it may have codes of other systems. */
  readonly isOpen: boolean;
  has(system: string, code: string): Answer;
  /** What is known of a code, at least if the set has it. */
  find(system: string, code: string): Member | undefined;
  list(): Listing;
}

const firstFound = (sets: readonly CodeSet[], system: string, code: string): Member | undefined => {
  for (const set of sets) {
    const member = set.find(system, code);
    if (member) return member;
  }
  return undefined;
};

const key = ({ system, code }: Member): string => `${system}|${code}`;

const distinct = <T>(values: readonly T[], of: (value: T) => string): readonly T[] => {
  const seen = new Set<string>();
  return values.filter((value) => !seen.has(of(value)) && seen.add(of(value)));
};

const gapsOf = (listings: readonly Listing[]): readonly Issue[] =>
  distinct(
    listings.flatMap(({ gaps }) => gaps),
    ({ text }) => text,
  );

const not = (answer: Answer): Answer => (answer === 'unknown' ? answer : answer === 'yes' ? 'no' : 'yes');

const any = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';

const every = (answers: readonly Answer[]): Answer => not(any(answers.map(not)));

/** A set that lists itself once. */
export const listedOnce = (set: CodeSet): CodeSet => {
  let listing: Listing | undefined;
  return {
    ...set,
    list: () => {
      listing ??= set.list();
      return listing;
    },
  };
};

/** Whether a set has a code; without a system, whether it has it of any. */
export const hasCode = (set: CodeSet, system: string | undefined, code: string): Answer => {
  if (system !== undefined) return set.has(system, code);
  return any([
    ...[...set.systems].map((one) => set.has(one, code)),
    ...(set.isOpen ? ['unknown' as const] : []),
  ]);
};

/** The codes that are in any of the sets. */
export const union = (sets: readonly CodeSet[]): CodeSet => ({
  systems: new Set(sets.flatMap(({ systems }) => [...systems])),
  isOpen: sets.some(({ isOpen }) => isOpen),
  has: (system, code) => any(sets.map((set) => set.has(system, code))),
  find: (system, code) => firstFound(sets, system, code),
  list: () => {
    const listings = sets.map((set) => set.list());
    return {
      members: distinct(
        listings.flatMap(({ members }) => members),
        key,
      ),
      gaps: gapsOf(listings),
    };
  },
});

/** Those of the members that are in another set; if that cannot be known of some, they are left out and its gaps said. */
const within = ({ members, gaps }: Listing, other: CodeSet, wanted: Answer): Listing => {
  const answers = new Map(members.map((member) => [member, other.has(member.system, member.code)]));
  const isUnsure = [...answers.values()].includes('unknown');
  return {
    members: members.filter((member) => answers.get(member) === wanted),
    gaps: isUnsure ? gapsOf([{ members, gaps }, other.list()]) : gaps,
  };
};

/** The codes that are in each of the sets, of which there is at least one. */
export const intersection = (sets: readonly CodeSet[]): CodeSet => ({
  systems: sets
    .filter(({ isOpen }) => !isOpen)
    .map(({ systems }) => systems)
    .reduce<ReadonlySet<string>>(
      (a, b) => a.intersection(b),
      new Set(sets.flatMap(({ systems }) => [...systems])),
    ),
  isOpen: sets.every(({ isOpen }) => isOpen),
  has: (system, code) => every(sets.map((set) => set.has(system, code))),
  find: (system, code) => firstFound(sets, system, code),
  list: () => {
    // One that can be listed in full makes the whole listable.
    const base = sets.find((set) => set.list().gaps.length === 0) ?? sets[0]!;
    return sets
      .filter((set) => set !== base)
      .reduce((listing, other) => within(listing, other, 'yes'), base.list());
  },
});

/** The codes of a set that are not in another. */
export const difference = (set: CodeSet, excluded: CodeSet): CodeSet => ({
  systems: set.systems,
  isOpen: set.isOpen,
  has: (system, code) => every([set.has(system, code), not(excluded.has(system, code))]),
  find: (system, code) => set.find(system, code),
  list: () => within(set.list(), excluded, 'no'),
});

/** A set as it is defined, and where that leaves something unknown, as it was once expanded. */
export const orExpanded = (defined: CodeSet, expanded: CodeSet): CodeSet => ({
  systems: defined.systems.union(expanded.systems),
  isOpen: defined.isOpen && expanded.isOpen,
  has: (system, code) => {
    const answer = defined.has(system, code);
    return answer === 'unknown' ? expanded.has(system, code) : answer;
  },
  find: (system, code) => firstFound([defined, expanded], system, code),
  list: () => {
    const { members, gaps } = defined.list();
    if (gaps.length === 0) return { members, gaps };
    const others = expanded.list();
    const added = others.members.filter(({ system, code }) => defined.has(system, code) === 'unknown');
    return { members: distinct([...members, ...added], key), gaps: others.gaps };
  },
});

/** The set of nothing. */
export const NOTHING: CodeSet = {
  systems: new Set(),
  isOpen: false,
  has: () => 'no',
  find: () => undefined,
  list: () => ({ members: [], gaps: [] }),
};

/** A set of which nothing is known, and why. */
export const unknownSet = (systems: readonly string[], gap: Issue): CodeSet => ({
  systems: new Set(systems),
  isOpen: systems.length === 0,
  has: (system) => (systems.length === 0 || systems.includes(system) ? 'unknown' : 'no'),
  find: () => undefined,
  list: () => ({ members: [], gaps: [gap] }),
});
