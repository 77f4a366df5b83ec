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

const INCLUDED = regex(
  'dgi',
)`\b ( included | enrolled | recruited | randomi[sz]ed ) \s (?<who> (?! (in|into) \b ) [^;.\(\)]*? ${PEOPLE} [^;.\(\)]*? ) \s? \( \s? n \s? = \s? (?<count> ${COUNT}) \s? \)`;
const TRIAL_IN = regex(
  'dgi',
)`\b (trial | study) \b .* \b in \s (?<count> ${COUNT}) \s (?<who> ( [^\s,;:\(\)]+ \s ){0,3}? ${PEOPLE} \b ( \s with \s [^,;.\(\)]+ )? )`;

/** Whom a sentence says the trial took, `included patients with A (n = 17)`, `a trial of B in twenty patients with A`. */
const takenIn = (sentence: Sentence): readonly Participants[] =>
  [INCLUDED, TRIAL_IN].flatMap((pattern) => {
    const found = matches(sentence.text, pattern);
    const [count, who] = [found[0]?.part('count'), found[0]?.part('who')];
    if (found.length !== 1 || !count || !who) return [];
    return {
      as: 'enrolled',
      count: sentence.passage.fact(count.from, count.to, countOf(count.text)),
      who: sentence.passage.fact(who.from, who.to, who.text),
      bracket: undefined,
      verb: '',
    } as const;
  });

const describedIn = (sentence: Sentence): readonly Participants[] =>
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

/** The numbers of participants that a sentence states, other than those of its groups. */
export const participantsIn = (sentence: Sentence): readonly Participants[] => [
  ...describedIn(sentence),
  ...takenIn(sentence),
];
