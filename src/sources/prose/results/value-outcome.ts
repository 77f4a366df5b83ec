import { regex } from 'regex';
import { depths } from '../brackets.ts';
import { firstMatch, matches, type Part } from '../match.ts';
import { PEOPLE } from '../people.ts';
import { type Claim, subjectBefore } from './claim.ts';
import { CHANGE } from './cue.ts';

const LABEL = regex(
  'dgi',
)`[\(\[] \s? (?<label> (?! (mean | median | n | range | IQR | SD | SE | \uE000 | p | from | respectively | i\.e | e\.g) \b ) \p{L} [^\(\)\[\]=,:;]{2,60}? ) \s? [,:] \s ( (mean | median) \s (of \s)? )? (\uE000 \uE001* \s )? $`;

const VERB = regex(
  'dgi',
)`\s ( was | were | is | are | averaged | equal+ed | reached | remained | occurred | developed | increased | decreased | improved | declined | fell | rose | dropped | changed | (was | were) \s (noted | observed | seen | reported | found | achieved | reduced | increased | detected | recorded | present | obtained | documented) ) \s ( ( from | by | in | at | to | as | only | significantly | approximately | about | reduced | increased | improved | estimated | found | a | an | the | mean | median | of | observed | noted | reported | seen | achieved | on\ average ) \s )* $`;

const ANY_VERB = regex(
  'dgi',
)`\s ( was | were | is | are | averaged | occurred | increased | decreased | improved | declined | fell | rose | dropped ) \b`;

const NOUN_OF = regex(
  'dgi',
)`( ^ | \b (a | an | the | had | with | and | showed | mean | median | in | , | : ) \s ) (?<name> (?! (a | an | the | total | mean | median) \s ) ( (?! (was | were | is | are | had) \s ) [^,;:\(\)\uE000\uE002] ){3,90}? ) \s ( of | by | \( | , | : | = ) \s? ( (only | about | approximately | up\ to) \s )? $`;

const CHANGE_BEHIND = regex(
  'dgi',
)`^ [\s\)]* ( (mean | relative | absolute | median | average) \s )? (?<name> ${CHANGE} \s ( (from | over) \s (baseline | time) \s)? (in | of) \s (the\s)? [^,;:\(\)\uE000]+? ) (?= \s? [,;:\(\)\uE002] | \s ( in | with | for | among | compared | versus | vs | than | as | at | from | and ) \s | \.? $ )`;

const PREDICATE_BEHIND = regex(
  'dgi',
)`( \uE001 | \uE000 | patients | participants | subjects | children | women | men ) ( \s? \uE002+ )? \s ( (were | was) \s (?<were> (?! (in | from | not | similar) \b ) [^,;:\(\)\uE000\uE002]+? ) | ( had | developed | experienced | achieved | reported | required | showed | suffered(\ from)? | underwent | completed | received | needed ) \s ( (a | an | the) \s )? (?<had> [^,;:\(\)\uE000\uE002]+? ) | (?<did> responded | died | relapsed | survived | recurred | recovered | withdrew | progressed | improved | discontinued ) ) (?= \s? [,;:\(\)\uE002] | \s ( compared | versus | vs | than | as | at | in\ the | and | while | whereas | according | by | after | within ) \b | \.? $ )`;

/** *12 (24%)* experienced nausea. */
const DID_BEHIND = regex(
  'dgi',
)`^ [\s\)\uE002]* ( ${PEOPLE} \s )? ( had | experienced | developed | reported | achieved | required | showed | suffered | underwent ) \s ( (a | an | the) \s )? (?<did> [^,;:\(\)\uE000\uE002]+? ) (?= \s? [,;:\(\)\uE002] | \s ( compared | versus | vs | than | as | at | in\ the | and | while | whereas | by | after | within ) \b | \.? $ )`;

const shift = (part: Part, by: number): Part => ({ text: part.text, from: part.from + by, to: part.to + by });

/** The words before a bracket that it gives values of. */
const beforeBracket = (text: string, at: number): Part | undefined => {
  const match =
    /(?:^|[,;:]\s(?:and\s)?|\b(?:and|for|in|of|with|showed|had|were|was|are|included|including)\s)(?<name>[^,;:\uE000\uE002]{3,80}?)\s?$/i.exec(
      text.slice(0, at),
    );
  const name = match?.groups?.name;
  return match && name
    ? { text: name, from: at - name.length - (/\s$/.test(text.slice(0, at)) ? 1 : 0), to: at }
    : undefined;
};

/** What is said of the group that stands behind an index: `… were responders`, `… had pain`. */
const predicateBehind = (text: string, at: number): Part | undefined => {
  const predicate = firstMatch(text.slice(at), PREDICATE_BEHIND);
  const named = ['were', 'had', 'did'].map((name) => predicate?.part(name)).find((part) => part);
  return named && shift(named, at);
};

/**
 * What the values between two indices are of, in a text whose groups and brackets are masked (`plain` shows what is in
 * brackets): by a label beside them, by the statement they stand in, by their sentence's verb.
 */
export const outcomeOfValues = (
  plain: string,
  text: string,
  from: number,
  to: number,
  claims: readonly Claim[],
): Part | undefined => {
  const open = depths(plain);
  const before = plain.slice(0, from);
  if ((open[from] ?? 0) > 0) {
    const label = firstMatch(before, LABEL)?.part('label');
    if (label) return label;
    const bracket = open.findLastIndex((depth, i) => i <= from && depth === 0);
    const claim = claims.findLast(({ outcome }) => outcome.to <= from);
    if (claim && !text.slice(claim.outcome.to, bracket).includes('\uE002')) return claim.outcome;
    return predicateBehind(text, bracket - 2) ?? beforeBracket(text, bracket);
  }
  const change = firstMatch(text.slice(to), CHANGE_BEHIND)?.part('name');
  if (change) return shift(change, to);
  const verb = firstMatch(text.slice(0, from), VERB);
  const subject = verb && subjectBefore(text, verb.from);
  if (subject) return subject;
  const noun = firstMatch(text.slice(0, from), NOUN_OF)?.part('name');
  if (noun) return noun;
  const did = firstMatch(text.slice(to), DID_BEHIND)?.part('did');
  if (did) return shift(did, to);
  const said = predicateBehind(text, to);
  if (said) return said;
  const earlier = matches(text.slice(0, from), ANY_VERB).at(-1);
  const first = earlier && subjectBefore(text, earlier.from);
  return first ?? claims.findLast(({ outcome }) => outcome.to <= from)?.outcome;
};
