import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration, Arm, ArmRole } from '../../model/trial.ts';
import type { Abbreviations } from './abbreviation.ts';
import { agentWords, agreement } from './agent.ts';
import { byAgents, type GroupNames } from './group-mention.ts';
import { keyOf } from './key.ts';
import { type NamedGroup, namedGroupsIn } from './named-group.ts';
import { type Participants, participantsIn } from './participants.ts';
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

/** Which keys mean the same group: the experimental arm is the one that is named, if one is; the control is the placebo's. */
const sameGroups = (groups: readonly NamedGroup[]): ReadonlyMap<string, string> => {
  const keys = groups.filter(({ control }) => !control).map(({ key }) => key);
  const [generic, ...moreGeneric] = keys.filter((key) => GENERIC.includes(key));
  const [named, ...moreNamed] = keys.filter((key) => !GENERIC.includes(key));
  const controls = groups.filter(({ control }) => control).map(({ key }) => key);
  return new Map([
    ...(generic && named && moreGeneric.length + moreNamed.length === 0 ? [[generic, named] as const] : []),
    ...(controls.includes('placebo') && controls.includes('control')
      ? [['control', 'placebo'] as const]
      : []),
  ]);
};

/** The arms of a trial: the groups its own sentences name, with their numbers and what they were given. */
export const armsOf = (
  own: readonly Sentence[],
  all: readonly Sentence[],
  abbreviations: Abbreviations,
  randomised: boolean,
): Arms => {
  const agents = byAgents(agentNames(own, abbreviations));
  const apart = namedGroupsIn(own, all, { agents, same: new Map() }, randomised);
  const names = { agents, same: sameGroups(apart) };
  const named = namedGroupsIn(own, all, names, randomised);
  const alone = named.every(({ control }) => control) ? bestRegimen(own)?.administrations : undefined;
  const groups = alone?.[0] ? [unnamedGroup(alone[0].agent), ...named] : named;
  const treating = groups.filter(({ control }) => !control);
  const regimens = regimensByGroup(own, treating, names, abbreviations);
  const treated = own.flatMap(participantsIn).filter(({ as }) => as === 'treated');
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
