import { regex } from 'regex';
import type { Fact } from '../../model/fact.ts';
import type { Criterion } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { firstMatch, type Part } from './match.ts';
import { COUNT } from './number.ts';
import { PEOPLE } from './people.ts';
import type { Sentence } from './sentence.ts';

const ADMITTED = regex('dgi')`^
  ( [^,;\(\)]{1,80} , \s )?
  ( ( a\ total\ (number\ )?of\ | in\ total,?\ )? ${COUNT} \s )?
  (?<who> [^,;\(\)]*? ${PEOPLE} [^,;\(\)]*? )
  \s ( (was|were)\ ( included | enrolled | recruited | eligible | randomi[sz]ed | randomly ) | entered\ the ) \b`;

const ADDRESSED = regex(
  'dgi',
)`\b in \s ( ${COUNT} \s )? (?<who> ( [^\s,;:\(\)]+ \s ){0,4}? ${PEOPLE} \s (with|suffering\ from|undergoing) \s [^,;:.\(\)]+? ) (?= [,;:.\(\)] | $ )`;

const INCLUDED = regex(
  'dgi',
)`\b ( included | enrolled | recruited ) \s (?<who> (?! (in|into|the\ final)\b ) [^;.\(\)]*? ${PEOPLE} [^;.\(\)]*? ) (?= \s? \( \s? n \s? = )`;

const BARE = regex('i')`^ ( the | all | eligible | enrolled )? \s* ${PEOPLE} $`;

const CONDITIONS = regex('dgi')`^
  (?<of> .*? )? \s? (adult \s)? ${PEOPLE}
  ( \s (with | suffering\ from | diagnosed\ with | having) \s (?<with> .+? ) (?= \s ( requiring | who | receiving | admitted | aged | undergoing | degree ) \b | $ ) )?`;

/** How people are, not what they have. */
const NO_DISEASE = /\b(?:ill|ventilated|hospitali[sz]ed|aged|old|eligible|consecutive|pregnant|healthy)$/i;

const NO_CONDITION =
  /^(?:(?:a|an|the|all|eligible|consecutive|confirmed|hospitali[sz]ed|critically|critical|ill|adult|adults|healthy|intensive|care|unit|icu|older|younger|pediatric)(?:\s|$))*/i;

/** Whom a trial is about, and what they have. */
export interface Population {
  readonly eligibility: readonly Criterion[];
  readonly conditions: readonly Fact<string>[];
}

/** The conditions in a description of patients that begins at `from`: `COVID-19 patients with ARDS` names two. */
const conditionsIn = (passage: Passage, who: Part): readonly Fact<string>[] => {
  const match = firstMatch(who.text, CONDITIONS);
  return ['of', 'with'].flatMap((name) => {
    const part = match?.part(name);
    const skipped = part ? (NO_CONDITION.exec(part.text)?.[0].length ?? 0) : 0;
    const words = part?.text.slice(skipped).trim() ?? '';
    if (!part || words === '' || NO_DISEASE.test(words)) return [];
    const from = who.from + part.from + skipped;
    return [passage.fact(from, from + words.length, words)];
  });
};

const described = (sentence: Sentence, pattern: RegExp): readonly Population[] => {
  const who = firstMatch(sentence.text, pattern)?.part('who');
  if (!who || BARE.test(who.text)) return [];
  const text = sentence.passage.fact(who.from, who.to, who.text);
  return [{ eligibility: [{ text, exclude: false }], conditions: conditionsIn(sentence.passage, who) }];
};

const IN_TITLE = regex(
  'dgi',
)`\b (in | for) \s (?<who> ( [^\s,;:\(\)]+ \s ){1,4}? ${PEOPLE} ( \s with \s [^,;:\(\)]+ )? ) (?= [,;:.] | $ )`;

const conditionsInTitle = (title: Passage): readonly Fact<string>[] => {
  const who = firstMatch(title.text, IN_TITLE)?.part('who');
  return who ? conditionsIn(title, who) : [];
};

/** Whom the trial took: those whom its sentences say were included, else those it says it is about. */
export const populationOf = (own: readonly Sentence[], title: Passage | undefined): Population => {
  const admitted = own.flatMap((sentence) => [
    ...described(sentence, ADMITTED),
    ...described(sentence, INCLUDED),
  ]);
  const found =
    admitted.length > 0 ? admitted : own.flatMap((sentence) => described(sentence, ADDRESSED)).slice(0, 1);
  const conditions = found.flatMap((population) => population.conditions);
  return {
    eligibility: found.flatMap(({ eligibility }) => eligibility),
    conditions: conditions.length > 0 || !title ? conditions : conditionsInTitle(title),
  };
};
