import { NOT_STATED } from '../../model/fact.ts';
import type { Administration } from '../../model/trial.ts';
import type { Abbreviations } from './abbreviation.ts';
import { administrationsIn } from './administration.ts';
import { agentWords, agreement } from './agent.ts';
import { groupMentionsIn } from './group-mention.ts';
import type { NamedGroup } from './named-group.ts';
import type { Sentence } from './sentence.ts';

/** What one group was given, in order, as one sentence describes it. */
interface Regimen {
  readonly administrations: readonly Administration[];
  /** The group the sentence names for it, by key. */
  readonly group: string | undefined;
}

const STARTS_ANOTHER = /\bor\b|;|\bwhereas\b|\bwhile\b/i;

/** The regimens a sentence describes: alternatives set apart by *or*, steps of one by *followed by* and the like. */
const regimensIn = (sentence: Sentence): readonly Regimen[] => {
  const mentions = groupMentionsIn(sentence.text);
  const regimens: { administrations: Administration[]; group: string | undefined }[] = [];
  let end = 0;
  for (const { administration, from, to } of administrationsIn(sentence.passage)) {
    const group = mentions.findLast((mention) => mention.to <= from)?.key;
    const last = regimens.at(-1);
    const between = sentence.text.slice(end, from);
    if (last && last.group === group && !STARTS_ANOTHER.test(between))
      last.administrations.push(administration);
    else regimens.push({ administrations: [administration], group });
    end = to;
  }
  return regimens;
};

/** The words that tell a regimen's agents, in the short forms the document defines. */
const regimenWords = (regimen: Regimen, abbreviations: Abbreviations): ReadonlySet<string> => {
  const agents = regimen.administrations.map(({ agent }) => agent.value).join(' ');
  const shortForms = [...abbreviations]
    .filter(([, long]) => agents.toLowerCase().includes(long.toLowerCase()))
    .map(([short]) => short);
  return agentWords([agents, ...shortForms].join(' '));
};

/** Which regimen each group got, of those one sentence describes: the group it names, else by agents, else, if as many are left, by order. */
const assign = (
  regimens: readonly Regimen[],
  groups: readonly NamedGroup[],
  abbreviations: Abbreviations,
): ReadonlyMap<string, Regimen> => {
  const assigned = new Map<string, Regimen>();
  const offer = (key: string | undefined, regimen: Regimen | undefined): void => {
    if (key !== undefined && regimen && !assigned.has(key) && ![...assigned.values()].includes(regimen))
      assigned.set(key, regimen);
  };
  for (const regimen of regimens) offer(groups.find(({ key }) => key === regimen.group)?.key, regimen);
  const scored = regimens.flatMap((regimen) =>
    groups.map(({ key, name }) => ({
      regimen,
      key,
      score: agreement(agentWords(name.value), regimenWords(regimen, abbreviations)),
    })),
  );
  for (const { key, regimen, score } of scored.toSorted((a, b) => b.score - a.score))
    if (score > 0) offer(key, regimen);
  const left = regimens.filter((regimen) => ![...assigned.values()].includes(regimen));
  const without = groups.filter(({ key }) => !assigned.has(key));
  if (left.length === without.length) for (const [i, { key }] of without.entries()) offer(key, left[i]);
  return assigned;
};

/** How much a regimen states: the more the better it describes what was given. */
const detail = (regimen: Regimen): number =>
  regimen.administrations
    .flatMap(({ dose, route, form, count, interval, source }) => [dose, route, form, count, interval, source])
    .filter((fact) => fact !== NOT_STATED).length;

const best = (regimens: readonly Regimen[]): Regimen | undefined =>
  regimens.toSorted((a, b) => detail(b) - detail(a))[0];

/** What each group was given, by the group's key, as the sentence that says most describes it. */
export const regimensByGroup = (
  own: readonly Sentence[],
  groups: readonly NamedGroup[],
  abbreviations: Abbreviations,
): ReadonlyMap<string, Regimen> => {
  const assigned = own.flatMap((sentence) => [...assign(regimensIn(sentence), groups, abbreviations)]);
  return new Map(
    [...Map.groupBy(assigned, ([key]) => key)].flatMap(([key, found]) => {
      const regimen = best(found.map(([, one]) => one));
      return regimen ? [[key, regimen] as const] : [];
    }),
  );
};

/** The regimen that a trial's sentences describe best. */
export const bestRegimen = (own: readonly Sentence[]): Regimen | undefined => best(own.flatMap(regimensIn));
