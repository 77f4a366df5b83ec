import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration, Arm, ArmRole, Design } from '../../model/trial.ts';
import type { Abbreviations } from './abbreviation.ts';
import { agentWords, agreement } from './agent.ts';
import { byAgents, type GroupNames } from './group-mention.ts';
import { keyOf } from './key.ts';
import { type NamedGroup, namedGroupsIn } from './named-group.ts';
import type { Participants } from './participants.ts';
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

/** Those whom a sentence says were treated with what the group was given; with one group, whoever was treated. */
const treatedIn = (
  { name }: NamedGroup,
  given: readonly Administration[],
  treated: readonly Participants[],
  only: boolean,
): Participants | undefined => {
  const words = agentWords([name.value, ...given.map(({ agent }) => agent.value)].join(' '));
  return treated.find(({ verb }) => only || agreement(words, agentWords(verb)) > 0);
};

const GENERIC = ['experimental', 'intervention', 'treatment', 'active', 'study', 'test', 'verum'];

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

/** The arms of a trial: the groups its own sentences name, with their numbers and what they were given. */
export const armsOf = (
  own: readonly Sentence[],
  all: readonly Sentence[],
  participants: readonly Participants[],
  abbreviations: Abbreviations,
  design: Design,
): Arms => {
  const randomised = design.allocation !== NOT_STATED && design.allocation.value === 'randomised';
  const called = agentNames(own, abbreviations);
  const agents = byAgents(called);
  const apart = namedGroupsIn(own, all, { agents, same: new Map() }, randomised);
  const names = { agents, same: sameGroups(apart, called) };
  const groupsNamed = namedGroupsIn(own, all, names, randomised);
  const placebo = groupsNamed.some(({ control }) => control) ? undefined : placeboGroup(design);
  const named = placebo ? [...groupsNamed, placebo] : groupsNamed;
  const alone = named.every(({ control }) => control) ? bestRegimen(own)?.administrations : undefined;
  const groups = alone?.[0] ? [unnamedGroup(alone[0].agent), ...named] : named;
  const treating = groups.filter(({ control }) => !control);
  const regimens = regimensByGroup(own, treating, names, abbreviations);
  const treated = participants.filter(({ as }) => as === 'treated');
  const arms = groups.map((group): Arm => {
    const { control, ...arm } = group;
    const regimen = regimens.get(group.key);
    const given = regimen?.administrations ?? [];
    const found = control ? undefined : treatedIn(group, given, treated, treating.length === 1);
    const numbers: readonly Stated<number>[] = [
      arm.treated,
      found?.count ?? NOT_STATED,
      regimen?.size ?? NOT_STATED,
    ];
    return {
      ...arm,
      role: roleOf(group, given),
      treated: numbers.find((number) => number !== NOT_STATED) ?? NOT_STATED,
      description: found?.who ?? arm.description,
      administrations: given,
    };
  });
  return { arms, names };
};
