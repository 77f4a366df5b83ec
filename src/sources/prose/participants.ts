import { regex } from 'regex';
import type { Fact } from '../../model/fact.ts';
import { matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';
import { BRACKET, PEOPLE } from './people.ts';
import type { Sentence } from './sentence.ts';

const PARTICIPANTS = regex('dgi')`
  (?<count> ${COUNT}) \s
  (?<who> ( (?! (of|in|the|and|or) \b) [^\s,;:\(\)]+ \s ){0,6}? ${PEOPLE} ( \s (with | requiring | aged | who | undergoing | admitted | receiving | suffering) \b [^,;\(\)]*? )? )
  \s* (?<bracket> ${BRACKET})? \s* (?<verb> \b (was | were | entered | completed | underwent | received) \b [^;]* )`;

/** What a sentence says participants were counted for; the three numbers are never each other. */
export type CountedAs = 'enrolled' | 'treated' | 'analysed' | 'planned';

const COUNTED: readonly (readonly [CountedAs, RegExp])[] = [
  ['planned', /\b(?:will be|planned|expected|to be)\b/i],
  ['analysed', /\banaly[sz](?:ed|is|es)\b/i],
  ['treated', /\b(?:treated|infused|injected|transplanted|received|given|administered|underwent)\b/i],
  [
    'enrolled',
    /\b(?:randomi[sz]ed|randomly|enrol+ed|recruited|included|allocated|assigned|entered|registered)\b/i,
  ],
];

/** What a sentence's words say a number of participants counts. */
export const countedAs = (words: string): CountedAs | undefined =>
  COUNTED.find(([, form]) => form.test(words))?.[0];

/** A number of participants, who they were, and what is said of them. */
export interface Participants {
  readonly as: CountedAs;
  readonly count: Fact<number>;
  readonly who: Fact<string>;
  /** What stands in brackets behind them. */
  readonly bracket: Part | undefined;
  /** What is said of them. */
  readonly verb: string;
}

/** The numbers of participants that a sentence states, other than those of its groups. */
export const participantsIn = (sentence: Sentence): readonly Participants[] =>
  matches(sentence.text, PARTICIPANTS).flatMap((match) => {
    const [count, who, verb] = ['count', 'who', 'verb'].map(match.part);
    const as = verb && countedAs(verb.text.slice(0, 80));
    if (!count || !who || !verb || !as) return [];
    return {
      as,
      count: sentence.passage.fact(count.from, count.to, countOf(count.text)),
      who: sentence.passage.fact(who.from, who.to, who.text),
      bracket: match.part('bracket'),
      verb: verb.text,
    };
  });
