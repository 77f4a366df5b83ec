import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration, Arm, ArmRole } from '../../model/trial.ts';
import type { Abbreviations } from './abbreviation.ts';
import { agentWords, agreement } from './agent.ts';
import { type GroupMention, groupMentionsIn, mentionedNumber } from './group-mention.ts';
import { keyOf } from './key.ts';
import { type CountedAs, countedAs, type Participants, participantsIn } from './participants.ts';
import { detail, type Regimen, regimensIn, regimenWords } from './regimen.ts';
import type { Sentence } from './sentence.ts';

interface Mentioned {
  readonly sentence: Sentence;
  readonly mention: GroupMention;
}

const CONTROL = /(?:^|-)(?:control|placebo|sham|standard|usual)(?:-|$)/;

const isControl = (key: string): boolean => CONTROL.test(key);

const nameOf = (mentioned: readonly Mentioned[]): Fact<string> => {
  const best = mentioned.find(({ mention }) => mention.named) ?? mentioned[0]!;
  const { mention, sentence } = best;
  return sentence.passage.fact(mention.from, mention.to, mention.text);
};

const numbersOf = (
  mentioned: readonly Mentioned[],
  external: boolean,
): Pick<Arm, 'enrolled' | 'treated' | 'analysed'> => {
  const numbers: Record<CountedAs, Stated<number>> = {
    enrolled: NOT_STATED,
    treated: NOT_STATED,
    analysed: NOT_STATED,
    planned: NOT_STATED,
  };
  for (const { mention, sentence } of mentioned) {
    const { count } = mention;
    if (!count) continue;
    const as = external
      ? 'analysed'
      : count.of === 'treated'
        ? 'treated'
        : (countedAs(sentence.text) ?? 'enrolled');
    if (numbers[as] === NOT_STATED)
      numbers[as] = sentence.passage.fact(count.part.from, count.part.to, mentionedNumber(count));
  }
  return { enrolled: numbers.enrolled, treated: numbers.treated, analysed: numbers.analysed };
};

const roleOf = (
  key: string,
  name: Fact<string>,
  administrations: readonly Administration[],
): Stated<ArmRole> => {
  if (/placebo/.test(key)) return { ...name, value: 'placebo-comparator', derivation: 'normalised' };
  if (isControl(key)) return { ...name, value: 'control', derivation: 'normalised' };
  const given = administrations[0]?.text;
  return given ? { ...given, value: 'experimental', derivation: 'derived' } : NOT_STATED;
};

/** Pairs regimens with the arms they describe: named in the sentence, else by agents, else, if as many are left, by order. */
const assign = (
  regimens: readonly Regimen[],
  keys: readonly string[],
  names: ReadonlyMap<string, string>,
  abbreviations: Abbreviations,
): ReadonlyMap<string, Regimen> => {
  const assigned = new Map<string, Regimen>(
    regimens.flatMap((regimen) =>
      regimen.group !== undefined && names.has(regimen.group) ? [[regimen.group, regimen] as const] : [],
    ),
  );
  const scored = regimens
    .flatMap((regimen) =>
      keys.map((key) => ({
        regimen,
        key,
        score: agreement(agentWords(names.get(key) ?? ''), regimenWords(regimen, abbreviations)),
      })),
    )
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const taken = (regimen: Regimen): boolean => [...assigned.values()].includes(regimen);
  for (const { regimen, key } of scored)
    if (!assigned.has(key) && !taken(regimen)) assigned.set(key, regimen);
  const [openKeys, open] = [
    keys.filter((key) => !assigned.has(key)),
    regimens.filter((regimen) => !taken(regimen)),
  ];
  if (openKeys.length === open.length) for (const [i, key] of openKeys.entries()) assigned.set(key, open[i]!);
  return assigned;
};

const treatedOf = (
  treated: readonly Participants[],
  sentences: ReadonlyMap<Participants, Sentence>,
  arm: Arm,
  only: boolean,
): Arm => {
  const words = agentWords(
    [arm.name.value, ...arm.administrations.map(({ agent }) => agent.value)].join(' '),
  );
  const found = treated.find(
    (participants) => only || agreement(words, agentWords(participants.verb.text)) > 0,
  );
  const sentence = found && sentences.get(found);
  if (!found || !sentence || arm.treated !== NOT_STATED) return arm;
  const { who } = found;
  return { ...arm, treated: found.count, description: sentence.passage.fact(who.from, who.to, who.text) };
};

/**
 * The arms of a trial: the groups its sentences name, with their numbers and what they were given. Controls
 * that were matched to a trial that did not randomise are not its participants.
 */
export const armsOf = (
  own: readonly Sentence[],
  abbreviations: Abbreviations,
  randomised: boolean,
): readonly Arm[] => {
  const byKey = Map.groupBy(
    own.flatMap((sentence) => groupMentionsIn(sentence.text).map((mention) => ({ sentence, mention }))),
    ({ mention }) => mention.key,
  );
  const regimens = own.map((sentence) => regimensIn(sentence)).filter((found) => found.length > 0);
  const names = new Map([...byKey].map(([key, mentioned]) => [key, mentioned[0]!.mention.text]));
  const isExternal = (key: string): boolean =>
    !randomised && (byKey.get(key) ?? []).some(({ mention }) => mention.matched);
  const experimental = [...byKey.keys()].filter((key) => !isControl(key));
  // A trial that names no group of its own has one: those who got what it gives.
  const alone =
    experimental.length === 0 ? regimens.flat().toSorted((a, b) => detail(b) - detail(a))[0] : undefined;
  const given = new Map<string, Regimen>();
  if (!alone)
    for (const found of regimens)
      for (const [key, regimen] of assign(found, experimental, names, abbreviations)) {
        const before = given.get(key);
        if (!before || detail(regimen) > detail(before)) given.set(key, regimen);
      }
  const arms = [...byKey].map(([key, mentioned]): Arm => {
    const name = nameOf(mentioned);
    const administrations = given.get(key)?.administrations ?? [];
    return {
      key,
      name,
      role: roleOf(key, name, administrations),
      membership: isExternal(key) ? 'external' : 'trial',
      description: NOT_STATED,
      ...numbersOf(mentioned, isExternal(key)),
      administrations,
    };
  });
  const agent = alone?.administrations[0]?.agent;
  const treatedAlone: readonly Arm[] =
    alone && agent
      ? [
          {
            key: keyOf(agent.value),
            name: agent,
            role: roleOf('', agent, alone.administrations),
            membership: 'trial',
            description: NOT_STATED,
            enrolled: NOT_STATED,
            treated: NOT_STATED,
            analysed: NOT_STATED,
            administrations: alone.administrations,
          },
        ]
      : [];
  const all = [...treatedAlone, ...arms];
  const participants = new Map(
    own.flatMap((sentence) => participantsIn(sentence).map((found) => [found, sentence] as const)),
  );
  const treated = [...participants.keys()].filter((found) => found.as === 'treated');
  const trialArms = all.filter((arm) => arm.membership === 'trial' && !isControl(arm.key));
  return all.map((arm) =>
    trialArms.includes(arm) ? treatedOf(treated, participants, arm, trialArms.length === 1) : arm,
  );
};
