import { regex } from 'regex';
import { depths } from '../brackets.ts';
import { firstMatch, matches, type Part } from '../match.ts';
import { PEOPLE } from '../people.ts';
import { type Claim, subjectBefore } from './claim.ts';
import { CHANGE } from './cue.ts';

const LABEL = regex(
  'dgi',
)`[\(\[;] \s? (?<label> (?! (mean | median | n | range | IQR | SD | SE | \uE000 | p | from | respectively | i\.e | e\.g | at | after | by | on | week | day | month | year | hour | baseline | OR | RR | HR | odds | risk\ ratio | hazard | relative\ risk | mean\ difference | difference | adjusted | CI | compared | versus | vs | with | in | for | of | and | score | points? ) \b ) \p{L} [^\(\)\[\]=,:;]{2,60}? ) \s? [,:] \s ( (mean | median) \s (of \s)? )? ( [\p{L}\d+\-]{2,20} \s )? $`;

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

const HAD = regex(
  'i',
)`( had | developed | experienced | achieved | reported | required | needed | showed | suffered(\ from)? | underwent | completed | exhibited | reached | attained | met | provided | submitted | returned )`;
const DID = regex(
  'i',
)`( (had \s)? ( responded | died | relapsed | survived | recurred | recovered | withdrew | progressed | improved | dropped\ out | discontinued ( \s ( the \s | study \s | trial \s | protocol \s )* ( treatment | therapy | medications? | drugs? ) )? ) ( \s (because\ of | due\ to | owing\ to | for) \s [^,;:\(\)\uE000\uE002]+? )? )`;
const RATED = regex(
  'i',
)`( (classified | categori[sz]ed | rated | considered | judged | deemed | regarded) \s as \s )`;
const WHAT = regex('i')`[^,;:\(\)\uE000\uE002]+?`;
const WHAT_ENDS = regex(
  'i',
)`(?= \s? [,;:\(\)\uE002] | \s ( compared | versus | vs | than | as | at | in\ the | and | but | while | whereas | according | by | after | within | to \s \uE000 ) \b | \s to \s \uE000 | \.? $ )`;

/** What is said of a group: *… were responders*, *… had pain*. */
const PREDICATE_BEHIND = regex(
  'dgi',
)`( \uE001 | \uE000 | ${PEOPLE} ) ( \s? \uE002+ )? \s ( (were | was) \s ${RATED}? (?<what> (?! (in | from | not | similar) \b ) ${WHAT} ) | ( ${HAD} | received ) \s ( (a | an | the) \s )? (?<what2> ${WHAT} ) | (?<what3> ${DID} ) ) ${WHAT_ENDS}`;

/** *12 (24%)* experienced nausea, *one* who required surgery, *four* were rated as responders. */
const DID_BEHIND = regex(
  'dgi',
)`^ [\s\)\uE002]* ( (of \s (the | these | them) \s )? ${PEOPLE} \s )? ( (who | that) \s )? ( ${HAD} \s ( (a | an | the) \s )? (?<what> ${WHAT} ) | (?<what2> ${DID} ) | (were | was) \s ${RATED} (?<what3> ${WHAT} ) ) ${WHAT_ENDS}`;

/** *Treatment was stopped because of pain* in 12 patients. */
const STOPPED = regex(
  'dgi',
)`(?<name> [^,;:\(\)\uE000\uE002]{3,60}? \s (was | were) \s (discontinued | stopped | interrupted | withdrawn | delayed | modified) ( \s (because\ of | due\ to | owing\ to | for) \s ${WHAT} )? ) \s (in | for) \s ( (only | about | approximately) \s )? $`;

/** Treatment led to withdrawal in *12 patients*. */
const LED_TO = regex(
  'dgi',
)`\b (led\ to | resulted\ in | caused | necessitated) \s (the \s)? (?<name> ${WHAT}) \s in \s $`;

/** Vomiting: *…*, where the group is named before the value. */
const HEADED = regex('dgi')`^ (?<name> [^,;:\(\)\uE000\uE002]{3,80}? ) : \s \uE000`;

/** There were *22* recurrences in one group. */
const THERE_WERE = /\bthere (?:was|were) (?:only |also |a total of )?$/i;
const COUNTED_BEHIND = regex(
  'dgi',
)`^ \s (?<name> (?! ${PEOPLE} ) [\p{L}\-]+ ( \s (?! in \b) [\p{L}\-]+ ){0,3} ) (?= \s (in | among | with | on) \s [^,;:\(\)]{0,40}? \uE000 )`;

/** … were *77% and 100%* successful. */
const ADJECTIVE_BEHIND = regex('dgi')`^ \s (?<name> \p{L}+ ) (?= \s? [,;:.\(\uE002] | $ )`;

const shift = (part: Part, by: number): Part => ({ text: part.text, from: part.from + by, to: part.to + by });

const ONLY_GROUPS = /^(?:and|or|the|both|in|[\s\uE000\uE001])*$/;

const WHATS = ['what', 'what2', 'what3'];

/** What a form names behind an index. */
const namedBehind = (text: string, at: number, form: RegExp): Part | undefined => {
  const match = firstMatch(text.slice(at), form);
  const named = WHATS.map((name) => match?.part(name)).find((part) => part);
  return named && shift(named, at);
};

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

/** What values in brackets are of: by a label beside them, by the item of a list or the statement they stand behind or in. */
const outcomeInBracket = (
  plain: string,
  text: string,
  from: number,
  claims: readonly Claim[],
): Part | undefined => {
  const label = firstMatch(plain.slice(0, from), LABEL)?.part('label');
  if (label) return label;
  const bracket = depths(plain).findLastIndex((depth, i) => i <= from && depth === 0);
  const isOfGroup = /[\uE000\uE001](?: groups?| arms?)?\s?$/.test(text.slice(0, bracket));
  const around = claims.find((claim) => claim.from <= from && from < claim.to);
  if (around && isOfGroup) return around.outcome;
  const listed = around && around.outcome.from < from && from < around.outcome.to;
  const before = claims.findLast(({ outcome }) => outcome.to <= from);
  if (!listed && before && !text.slice(before.outcome.to, bracket).includes('\uE002')) return before.outcome;
  const said = listed ? undefined : namedBehind(text, bracket - 2, PREDICATE_BEHIND);
  return said ?? beforeBracket(text, bracket);
};

/** What a number of people had or did: *12 patients* had nausea; what happened in so many. */
export const outcomeOfCount = (text: string, from: number, to: number): Part | undefined =>
  namedBehind(text, to, DID_BEHIND) ?? firstMatch(text.slice(0, from), LED_TO)?.part('name');

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
  if ((depths(plain)[from] ?? 0) > 0) return outcomeInBracket(plain, text, from, claims);
  const change = firstMatch(text.slice(to), CHANGE_BEHIND)?.part('name');
  if (change) return shift(change, to);
  const before = text.slice(0, from);
  const counted = THERE_WERE.test(before)
    ? firstMatch(text.slice(to), COUNTED_BEHIND)?.part('name')
    : undefined;
  if (counted) return shift(counted, to);
  const verb = firstMatch(before, VERB);
  const subject = verb && subjectBefore(text, verb.from);
  if (subject && !ONLY_GROUPS.test(subject.text)) return subject;
  const adjective = subject && firstMatch(text.slice(to), ADJECTIVE_BEHIND)?.part('name');
  if (adjective) return shift(adjective, to);
  const noun = [STOPPED, HEADED, NOUN_OF].map((form) => firstMatch(before, form)?.part('name')).find(Boolean);
  if (noun) return noun;
  const said = outcomeOfCount(text, from, to) ?? namedBehind(text, to, PREDICATE_BEHIND);
  if (said) return said;
  const earlier = matches(before, ANY_VERB).at(-1);
  const first = earlier && subjectBefore(text, earlier.from);
  return first ?? claims.findLast(({ outcome }) => outcome.to <= from)?.outcome;
};
