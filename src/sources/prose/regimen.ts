import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration } from '../../model/trial.ts';
import { type Abbreviations, shortForms } from './abbreviation.ts';
import { administrationsIn } from './administration.ts';
import { agentWords, agreement } from './agent.ts';
import { type GroupNames, groupMentionsIn, NO_NAMES } from './group-mention.ts';
import { firstMatch, literally } from './match.ts';
import type { NamedGroup } from './named-group.ts';
import type { Sentence } from './sentence.ts';

/** What one group was given, in order, as one sentence describes it. */
interface Regimen {
  readonly administrations: readonly Administration[];
  /** The group the sentence names for it, by key. */
  readonly group: string | undefined;
  /** How many got it, where the sentence says so. */
  readonly size: Stated<number>;
}

const STARTS_ANOTHER = /\bor\b|;|\bwhereas\b|\bwhile\b/i;

/** The regimens a sentence describes: alternatives set apart by *or*, steps of one by *followed by* and the like. */
const regimensIn = (sentence: Sentence, names: GroupNames): readonly Regimen[] => {
  const mentions = groupMentionsIn(sentence.text, names);
  const regimens: { administrations: Administration[]; group: string | undefined; size: Stated<number> }[] =
    [];
  let end = 0;
  for (const { administration, from, to, size } of administrationsIn(sentence.passage)) {
    const group = mentions.findLast((mention) => mention.to <= from)?.key;
    const last = regimens.at(-1);
    const between = sentence.text.slice(end, from);
    if (last && last.group === group && !STARTS_ANOTHER.test(between)) {
      last.administrations.push(administration);
      last.size = size;
    } else regimens.push({ administrations: [administration], group, size });
    end = to;
  }
  return regimens;
};

/** The words that tell a regimen's agents, in the short forms the document defines. */
const regimenWords = ({ administrations }: Regimen, abbreviations: Abbreviations): ReadonlySet<string> =>
  agentWords(
    administrations
      .flatMap(({ agent }) => [agent.value, ...shortForms(agent.value, abbreviations)])
      .join(' '),
  );

/** What the document calls the agents it gives, in short: `MSC`. */
export const agentNames = (own: readonly Sentence[], abbreviations: Abbreviations): readonly string[] => {
  const agents = own.flatMap((sentence) =>
    regimensIn(sentence, NO_NAMES).flatMap(({ administrations }) =>
      administrations.map(({ agent }) => agent.value),
    ),
  );
  const written = agents.flatMap(
    (agent) => agent.match(/(?<![\p{L}\d-])\p{Lu}[\p{Lu}\d-]+(?=s?(?![\p{L}\d-]))/gu) ?? [],
  );
  return [...new Set([...written, ...agents.flatMap((agent) => shortForms(agent, abbreviations))])];
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

const FROM_TISSUE = regex(
  'i',
)`(?<source> umbilical\ cord (\ blood)? | bone\ marrow | adipose (\ tissue)? | placenta (l)? | wharton['’]s\ jelly | dental\ pulp | amnio(n | tic\ (membrane | fluid)) | menstrual\ blood | peripheral\ blood ) (\ \([^\(\)]*\))? [\-\ ] ( derived [\-\ ] )? ( \p{L}+ \ ){0,3}? \(?`;

/** What an agent is made of, where another sentence says it: `cord-derived MSCs (C-MSCs)` once, `C-MSCs` after. */
const sourceIn = (own: readonly Sentence[], agent: string): Stated<string> => {
  const pattern = new RegExp(`${FROM_TISSUE.source}${literally(agent)}\\b`, 'dgiv');
  for (const { passage } of own) {
    const source = firstMatch(passage.text, pattern)?.part('source');
    if (source) return passage.fact(source.from, source.to, source.text);
  }
  return NOT_STATED;
};

const withSources = (regimen: Regimen, own: readonly Sentence[]): Regimen => ({
  ...regimen,
  administrations: regimen.administrations.map((administration) =>
    administration.source === NOT_STATED
      ? { ...administration, source: sourceIn(own, administration.agent.value) }
      : administration,
  ),
});

/** What each group was given, by the group's key, as the sentence that says most describes it. */
export const regimensByGroup = (
  own: readonly Sentence[],
  groups: readonly NamedGroup[],
  names: GroupNames,
  abbreviations: Abbreviations,
): ReadonlyMap<string, Regimen> => {
  const regimens = own.map((sentence) => regimensIn(sentence, names));
  const assigned = regimens.flatMap((found) => [...assign(found, groups, abbreviations)]);
  return new Map(
    [...Map.groupBy(assigned, ([key]) => key)].flatMap(([key, found]) => {
      const regimen = best(found.map(([, one]) => one));
      return regimen ? [[key, withSources(regimen, own)] as const] : [];
    }),
  );
};

/** The regimen that a trial's sentences describe best. */
export const bestRegimen = (own: readonly Sentence[]): Regimen | undefined =>
  best(own.flatMap((sentence) => regimensIn(sentence, NO_NAMES)));
