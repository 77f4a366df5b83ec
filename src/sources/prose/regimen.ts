import type { Administration } from '../../model/trial.ts';
import type { Abbreviations } from './abbreviation.ts';
import { administrationsIn } from './administration.ts';
import { agentWords } from './agent.ts';
import { groupMentionsIn } from './group-mention.ts';
import type { Sentence } from './sentence.ts';

/** What one group was given, in order, as one sentence describes it. */
export interface Regimen {
  readonly administrations: readonly Administration[];
  /** The group the sentence names for it, by key. */
  readonly group: string | undefined;
}

const STARTS_ANOTHER = /\bor\b|;|\bwhereas\b|\bwhile\b/i;

/** The regimens a sentence describes: alternatives set apart by *or*, steps of one by *followed by* and the like. */
export const regimensIn = (sentence: Sentence): readonly Regimen[] => {
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
export const regimenWords = (regimen: Regimen, abbreviations: Abbreviations): ReadonlySet<string> => {
  const agents = regimen.administrations.map(({ agent }) => agent.value).join(' ');
  const shortForms = [...abbreviations]
    .filter(([, long]) => agents.toLowerCase().includes(long.toLowerCase()))
    .map(([short]) => short);
  return agentWords([agents, ...shortForms].join(' '));
};

/** How much a regimen states: the more the better it describes what was given. */
export const detail = (regimen: Regimen): number =>
  regimen.administrations
    .flatMap(({ dose, route, form, count, interval, source }) => [dose, route, form, count, interval, source])
    .filter((fact) => fact !== 'not-stated').length;
