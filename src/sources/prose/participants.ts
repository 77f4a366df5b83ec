import { regex } from 'regex';
import type { Fact } from '../../model/fact.ts';
import { matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';
import { BRACKET, PEOPLE } from './people.ts';
import type { Sentence } from './sentence.ts';

const PARTICIPANTS = regex('dgi')`
  (?<count> ${COUNT}) \s
  (?<who> ( (?! (of|in|the|and|or) \b) [^\s,;:\(\)]+ \s ){0,6}? ${PEOPLE} ( \s (with | requiring | aged | who | undergoing | admitted | receiving | suffering) \b [^,;\(\)]*? )? ) ( ['’]s? \s (data | records | samples) )?
  \s* (?<bracket> ${BRACKET})? ( \s (with | aged) \b [^,;\(\)]*? )? \s* (?<verb> \b (was | were | will\ be | entered | completed | underwent | received) \b [^;]* )`;

/** Sentences that say who was put where; in others, how many are in a group may be how many had something. */
export const PUTS =
  /\b(?:randomi[sz]|random(?:ly)?\b|assigned|allocated|divided|apportioned|enrol|recruited|included|consisted|comprised)/i;

/** What happened to those who are counted behind such words: they are not all of their group. */
export const OF_EVENTS =
  /\b(?:adverse|experienced|discontinued|withdrew|dropped out|lost to|died|deaths|complications?|excluded)\b[^.;]*$/i;

/** What a sentence says participants were counted for; the three numbers are never each other. */
export type CountedAs = 'enrolled' | 'treated' | 'analysed' | 'planned';

const COUNTED: readonly (readonly [CountedAs, RegExp])[] = [
  ['planned', /\b(?:will be|planned|expected|to be)\b/i],
  ['analysed', /\b(?:analy[sz](?:ed|is|es)|evaluable)\b/i],
  ['treated', /\b(?:treated|infused|injected|transplanted|received|given|administered|underwent)\b/i],
  [
    'enrolled',
    /\b(?:randomi[sz]ed|randomly|enrol+ed|recruited|included|allocated|assigned|entered|registered|studied)\b/i,
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
)`\b (trial | study) \b .* \b (in | of | with | involving | among) \s (?<count> ${COUNT}) \s (?<who> ( [^\s,;:\(\)]+ \s ){0,3}? ${PEOPLE} \b ( \s with \s [^,;.\(\)]+ )? )`;

const TAKES = regex(
  'i',
)`( randomi[sz]ed | randomly\ (assigned | allocated | divided | selected) | enrol+ed | recruited | included | allocated | divided | apportioned | participated | took\ part | entered )`;

/** \`We randomly assigned 120 adults\`, \`recruited a total of 48 outpatients\`. */
const TOOK = regex(
  'dgi',
)`\b ${TAKES} \s ( a\ total\ of \s )? (?<count> ${COUNT}) \s (?<who> ( (?! (of|in|the|and|or|to) \b) [^\s,;:\(\)]+ \s ){0,6}? ${PEOPLE} )`;

/** \`Women with A (n = 93) were randomised\`. */
const IN_BRACKETS = regex(
  'dgi',
)`^ ( [^,;:\(\)]{1,60} , \s )? (?<who> ( (?! (in | to) \b) [^\s,;:\(\)]+ \s ){0,5}? ${PEOPLE} ( \s [^;:\(\)]{1,80}? )? ) \s \( ( total \s )? n \s? = \s? (?<count> ${COUNT}) [^\(\)]* \) \s [^;.]{0,60}? ( \b ${TAKES} | \b (were | received | underwent) \b )`;

/** \`Of 215 women randomised, …\`, \`60 children, aged 6–12 years, were randomly allocated\`, \`Fifty adults took part\`. */
const PUT = regex(
  'dgi',
)`(?<count> ${COUNT}) \s (?<who> ( (?! (of|in|the|and|or) \b) [^\s,;:\(\)]+ \s ){0,6}? ${PEOPLE} ) (?! \s (each | per) \b) ( (?! ${COUNT} \s ${PEOPLE} | \b (in | to) \s the \s .{0,30} (group | arm) ) [^.;] ){0,200}? \b ${TAKES}`;

/** Who is counted and did not take part yet, or no more. */
const NOT_YET =
  /\b(?:screened|eligible|assessed for|invited|approached|excluded|withdrew|lost|declined|refused|planned|will be|analys[ei]s)\b/i;

/** Whom a sentence says the trial took, `included patients with A (n = 17)`, `a trial of B in twenty patients with A`. */
const takenIn = (sentence: Sentence): readonly Participants[] =>
  [INCLUDED, TOOK, IN_BRACKETS, PUT, TRIAL_IN].flatMap((pattern) => {
    const found = matches(sentence.text, pattern);
    const [count, who] = [found[0]?.part('count'), found[0]?.part('who')];
    if (
      found.length !== 1 ||
      !found[0] ||
      !count ||
      !who ||
      NOT_YET.test(sentence.text.slice(found[0].from, found[0].to + 40))
    )
      return [];
    return {
      as: 'enrolled',
      count: sentence.passage.fact(count.from, count.to, countOf(count.text)),
      who: sentence.passage.fact(who.from, who.to, who.text),
      bracket: undefined,
      verb: '',
    } as const;
  });

/** What people go through who get each treatment in turn. */
const IN_TURN =
  /(?<!\bfor (?:[\w-]+ ){0,3})\b(?:conditions|sessions|occasions|periods|phases|study days|experimental days)\b/i;

const describedIn = (sentence: Sentence): readonly Participants[] =>
  matches(sentence.text, PARTICIPANTS).flatMap((match) => {
    const [count, who, verb] = ['count', 'who', 'verb'].map(match.part);
    const said = verb && countedAs(verb.text.slice(0, 80));
    // Who got one treatment or the other at random, or each in turn, was put into the trial.
    const isPut = /\brandom/i.test(sentence.text) || (verb && IN_TURN.test(verb.text));
    const as = said === 'treated' && isPut ? 'enrolled' : said;
    if (!count || !who || !verb || !as) return [];
    return {
      as,
      count: sentence.passage.fact(count.from, count.to, countOf(count.text)),
      who: sentence.passage.fact(who.from, who.to, who.text),
      bracket: match.part('bracket'),
      verb: verb.text,
    };
  });

/** Whether a text speaks of people at all. */
export const SPEAKS_OF_PEOPLE = new RegExp(PEOPLE.source, 'iv');

/** The numbers of participants that a sentence states, other than those of its groups. */
export const participantsIn = (sentence: Sentence): readonly Participants[] =>
  SPEAKS_OF_PEOPLE.test(sentence.text) ? [...describedIn(sentence), ...takenIn(sentence)] : [];
