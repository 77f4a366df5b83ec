import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration, Arm, ArmRole } from '../../model/trial.ts';
import type { Abbreviations } from './abbreviation.ts';
import { agentWords, agreement } from './agent.ts';
import { keyOf } from './key.ts';
import { type NamedGroup, namedGroupsIn } from './named-group.ts';
import { type Participants, participantsIn } from './participants.ts';
import { bestRegimen, regimensByGroup } from './regimen.ts';
import type { Sentence } from './sentence.ts';

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

/** The arms of a trial: the groups its own sentences name, with their numbers and what they were given. */
export const armsOf = (
  own: readonly Sentence[],
  all: readonly Sentence[],
  abbreviations: Abbreviations,
  randomised: boolean,
): readonly Arm[] => {
  const named = namedGroupsIn(own, all, randomised);
  const alone = named.every(({ control }) => control) ? bestRegimen(own)?.administrations : undefined;
  const groups = alone?.[0] ? [unnamedGroup(alone[0].agent), ...named] : named;
  const treating = groups.filter(({ control }) => !control);
  const regimens = regimensByGroup(own, treating, abbreviations);
  const treated = own.flatMap(participantsIn).filter(({ as }) => as === 'treated');
  return groups.map((group): Arm => {
    const { control, ...arm } = group;
    const given = regimens.get(group.key)?.administrations ?? [];
    const found = control ? undefined : treatedIn(group, given, treated, treating.length === 1);
    return {
      ...arm,
      role: roleOf(group, given),
      treated: arm.treated === NOT_STATED ? (found?.count ?? NOT_STATED) : arm.treated,
      description: found?.who ?? NOT_STATED,
      administrations: given,
    };
  });
};
