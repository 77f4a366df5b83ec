import { regex } from 'regex';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration, Arm, ArmRole, Design } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import type { Table } from '../table/table.ts';
import type { Abbreviations } from './abbreviation.ts';
import { agentWords, agreement } from './agent.ts';
import { armListing, type Listing, type PlacedArm } from './arm-listing.ts';
import { calledGroups, keyOfArm } from './called-groups.ts';
import { byAgents, type GroupNames, groupMentionsIn, NO_NAMES } from './group-mention.ts';
import { keyOf } from './key.ts';
import { firstMatch } from './match.ts';
import { type NamedGroup, namedGroupsIn } from './named-group.ts';
import { COUNT, countOf } from './number.ts';
import { countedAs, type Participants, PUTS } from './participants.ts';
import { PEOPLE } from './people.ts';
import { agentNames, bestRegimen, regimensByGroup } from './regimen.ts';
import type { Sentence } from './sentence.ts';

/** The trial's groups, and what the document calls them by. */
export interface Arms {
  readonly arms: readonly Arm[];
  readonly names: GroupNames;
}

const roleOf = ({ key, name, control }: NamedGroup, given: readonly Administration[]): Stated<ArmRole> => {
  if (control)
    return {
      ...name,
      value: key.includes('placebo') ? 'placebo-comparator' : 'control',
      derivation: 'normalised',
    };
  const [first] = given;
  return first ? { ...first.text, value: 'experimental', derivation: 'derived' } : NOT_STATED;
};

/** The one group of a trial that names none: those who got what it gives. */
const unnamedGroup = (agent: Fact<string>): NamedGroup => ({
  key: keyOf(agent.value),
  name: agent,
  membership: 'trial',
  description: NOT_STATED,
  enrolled: NOT_STATED,
  treated: NOT_STATED,
  analysed: NOT_STATED,
  control: false,
});

/**
 * Those whom a sentence says were treated with what the group was given and no other was; with one group, whoever was
 * treated.
 */
const treatedIn = (
  { key, name }: NamedGroup,
  given: readonly Administration[],
  treated: readonly Participants[],
  names: GroupNames,
  only: boolean,
): Participants | undefined => {
  if (names.called.length > 0)
    return treated.find(
      ({ verb }) =>
        groupMentionsIn(verb, names).every((mention) => mention.key === key) &&
        groupMentionsIn(verb, names).length > 0,
    );
  const words = agentWords([name.value, ...given.map(({ agent }) => agent.value)].join(' '));
  return treated.find(({ verb }) => only || agreement(words, agentWords(verb)) > 0);
};

const GENERIC = ['experimental', 'intervention', 'treatment', 'active', 'study', 'test', 'verum'];

const CONTROL_NAME =
  /\b(?:placebo|controls?|sham|usual|standard|conventional|routine|no|without|wait|alone|only|observation|TAU|vehicle|saline)\b|treatment-as-usual/i;

/**
 * Which keys mean the same group: *experimental* the one that is named, if one is; where one treatment is described,
 * any other name the group called by its agent; *control* the placebo's.
 */
const sameGroups = (
  groups: readonly NamedGroup[],
  agents: readonly string[],
): ReadonlyMap<string, string> => {
  const keys = groups.filter(({ control }) => !control).map(({ key }) => key);
  const controls = groups.filter(({ control }) => control).map(({ key }) => key);
  const [one, other, ...more] = keys;
  const isAgents = (key: string): boolean => agents.length === 1 && key === keyOf(agents[0] ?? '');
  const isGeneric = (key: string): boolean => GENERIC.includes(key);
  const means = (a: string, b: string): boolean =>
    (isGeneric(a) && !isGeneric(b)) || (isAgents(b) && controls.length > 0);
  const pair = one && other && more.length === 0 ? [[one, other] as const, [other, one] as const] : [];
  return new Map([
    ...pair.filter(([a, b]) => means(a, b)).slice(0, 1),
    ...(controls.includes('placebo') && controls.includes('control')
      ? [['control', 'placebo'] as const]
      : []),
  ]);
};

/** The group that a trial's being placebo-controlled implies, where no sentence names it. */
const placeboGroup = ({ comparator }: Design): NamedGroup | undefined =>
  comparator !== NOT_STATED && comparator.value === 'placebo'
    ? { ...unnamedGroup({ ...comparator, value: 'placebo', derivation: 'derived' }), control: true }
    : undefined;

/** The short names of groups, `BES` of `the BES group`, by which their people are called too. */
const shortNames = (groups: readonly NamedGroup[]): readonly string[] =>
  groups.flatMap(({ name }) => /^(\p{Lu}[\p{Lu}\d]+) (?:group|arm)$/u.exec(name.value)?.[1] ?? []);

/** What the groups are known by where no list names them. */
const namesOfGroups = (
  own: readonly Sentence[],
  all: readonly Sentence[],
  called: readonly string[],
  randomised: boolean,
): GroupNames => {
  const apart = namedGroupsIn(own, all, { ...NO_NAMES, agents: byAgents(called) }, randomised);
  const agents = byAgents([...new Set([...called, ...shortNames(apart)])]);
  return { agents, same: sameGroups(apart, called), called: [] };
};

/** The groups that sentences name, with the one that is not named because it is the only one, or a placebo's. */
const groupsNamed = (
  own: readonly Sentence[],
  named: readonly NamedGroup[],
  design: Design,
): readonly NamedGroup[] => {
  const placebo = named.some(({ control }) => control) ? undefined : placeboGroup(design);
  const groups = placebo ? [...named, placebo] : named;
  const alone = groups.every(({ control }) => control) ? bestRegimen(own)?.administrations : undefined;
  return alone?.[0] ? [unnamedGroup(alone[0].agent), ...groups] : groups;
};

const isControl = (name: string): boolean => CONTROL_NAME.test(name);

/** What a listed arm is called in general: the one control, the one that is on trial. */
const generalNames = (arms: readonly PlacedArm[]): ReadonlyMap<string, string> => {
  const [controls, others] = [true, false].map((wanted) =>
    arms.filter(({ fullName }) => isControl(fullName.value) === wanted),
  );
  const [control, ...controlsMore] = controls ?? [];
  const [other, ...othersMore] = others ?? [];
  return new Map([
    ...(control && controlsMore.length === 0
      ? ['control', 'comparison', 'comparator', 'reference'].map(
          (word) => [word, keyOfArm(control.called)] as const,
        )
      : []),
    ...(other && othersMore.length === 0 && control
      ? GENERIC.map((word) => [word, keyOfArm(other.called)] as const)
      : []),
  ]);
};

/** The groups of a list, with what other sentences say of their numbers. */
const groupsOf = ({ arms, allocated }: Listing, named: readonly NamedGroup[]): readonly NamedGroup[] =>
  arms.map(({ called, fullName, count, passage }) => {
    const key = keyOfArm(called);
    const known = named.find((group) => group.key === key);
    const listed = count ? passage.fact(count.from, count.to, countOf(count.text)) : NOT_STATED;
    const isEnrolled = allocated && countedAs(passage.text) !== 'analysed';
    return {
      ...(known ?? unnamedGroup(fullName)),
      key,
      name: fullName,
      control: isControl(fullName.value),
      ...(listed !== NOT_STATED && { [isEnrolled ? 'enrolled' : 'analysed']: listed }),
    };
  });

const EACH = regex(
  'dgi',
)`\( ( [^\(\)]{0,30} , \s )? n \s? = \s? (?<n> ${COUNT} ) ( \s (patients\s)? (each | (per | in\ each) \s (group | arm)) ) | (?<of> ${COUNT} ) ( \s ${PEOPLE} )? ( \s were )? \s ( each\b (?! \s \p{L}) | ( per | in\ each | for\ each ) \s (treatment\ | study\ )? (group | arm) ) | \b groups \s of \s (?<groups> ${COUNT} ) \b`;

/** How many are in each group, where a sentence that puts people into groups says that they are as many in all. */
const inEach = (own: readonly Sentence[]): Stated<number> => {
  for (const { passage, text } of own) {
    const match = PUTS.test(text) ? firstMatch(text, EACH) : undefined;
    const count = ['n', 'of', 'groups'].map((name) => match?.part(name)).find((part) => part);
    if (count) return passage.fact(count.from, count.to, countOf(count.text));
  }
  return NOT_STATED;
};

/** The arms of a trial: the groups its own sentences list or name, with their numbers and what they were given. */
export const armsOf = (
  own: readonly Sentence[],
  all: readonly Sentence[],
  participants: readonly Participants[],
  abbreviations: Abbreviations,
  design: Design,
  title: Passage | undefined,
  tables: readonly Table[],
): Arms => {
  const randomised = design.allocation !== NOT_STATED && design.allocation.value === 'randomised';
  const listing = armListing(own, title, tables, abbreviations);
  const agents = agentNames(own, abbreviations);
  const names = listing
    ? { agents: [], same: generalNames(listing.arms), called: calledGroups(listing.arms, abbreviations) }
    : namesOfGroups(own, all, agents, randomised);
  const named = namedGroupsIn(own, all, names, randomised);
  const groups = listing ? groupsOf(listing, named) : groupsNamed(own, named, design);
  const treating = groups.filter(({ control }) => !control);
  const regimens = regimensByGroup(own, treating, names, abbreviations);
  const treated = participants.filter(({ as }) => as === 'treated');
  const isUncounted = groups.every(({ enrolled, treated, analysed }) =>
    [enrolled, treated, analysed].every((count) => count === NOT_STATED),
  );
  const each = isUncounted ? inEach(own) : NOT_STATED;
  const arms = groups.map((group): Arm => {
    const { control, ...arm } = group;
    const regimen = regimens.get(group.key);
    const given = regimen?.administrations ?? [];
    const found = control ? undefined : treatedIn(group, given, treated, names, treating.length === 1);
    const numbers: readonly Stated<number>[] = [
      arm.treated,
      found?.count ?? NOT_STATED,
      regimen?.size ?? NOT_STATED,
    ];
    return {
      ...arm,
      ...(isUncounted && { enrolled: each }),
      role: roleOf(group, given),
      treated: numbers.find((number) => number !== NOT_STATED) ?? NOT_STATED,
      description: found?.who ?? arm.description,
      administrations: given,
    };
  });
  return { arms, names };
};
