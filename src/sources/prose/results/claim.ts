import { regex } from 'regex';
import type { Direction } from '../../../model/trial.ts';
import { type Match, matches, type Part } from '../match.ts';
import { PEOPLE } from '../people.ts';
import { ALIKE, CHANGE, CHANGED, CHANGES, COMPARATIVE, DEGREE, directionOf } from './cue.ts';
import { BRACKETED, GROUP, GROUP_BEHIND } from './masked.ts';

/** What a clause says of an outcome by its grammar, as places in its text. */
export interface Claim extends Part {
  /** The words that hold the outcome or a list of them. */
  readonly outcome: Part;
  readonly direction: Direction;
  /** The words that say the direction. */
  readonly cue: Part;
  /** The group that the grammar makes its subject, where it does. */
  readonly group: Part | undefined;
}

const IS = regex(
  'i',
)`\b ( was | were | is | are | became | remained | remain | appeared | seemed | tended\ to\ be | had\ been | has\ been | have\ been | was\ found\ to\ be | were\ found\ to\ be | stayed )`;
const SEEN = regex(
  'i',
)`( \s ( was | were | has\ been ) \s ${DEGREE} ( observed | seen | noted | found | detected | reported | recorded | obtained | achieved | demonstrated | shown | evident | present | apparent | documented | identified | noticed | measured ) )`;
const SHOWED = regex(
  'i',
)`( had | have | has | showed | shows | experienced | demonstrated | exhibited | reported | achieved | displayed | produced | gave | required | needed | resulted\ in | led\ to | was\ associated\ with | were\ associated\ with | is\ associated\ with | revealed | yielded | provided | caused | received | maintained | spent | obtained | underwent | induced | developed | consumed | lost | gained | made | took | used )`;
const AGAINST = regex(
  'i',
)`( than | versus | vs\.? | over | relative\ to | ( , \s )? ( when \s | as \s )? compared\ (to | with) | in\ comparison\ (to | with) )`;

/** Words between commas that tell nothing: `A, in contrast, lowered`. */
const ASIDE = regex(
  'i',
)`( , \s ( in\ contrast | by\ contrast | however | on\ the\ other\ hand | in\ turn | therefore | in\ addition ) , )?`;

/** Where an outcome's words end behind a verb or an adjective. */
const OVER = regex(
  'i',
)`(?= \s? \uE002 | \s? [,;:] | \.? $ | \.\s | \s ${AGAINST} \s | ${SEEN} | \s ( in | with | for | among | by | after | at | on | during | from | over | between | within | following | of) \s ( the \s | all \s | those \s | both \s | patients \s | participants \s ){0,3} ( \uE000 | week | day | month | year | \d | groups? \b | follow | baseline | arms? \b | two \b | three \b | treatment \b | end \b ) | \s ( while | whereas | but | although | despite | compared | when | as | than | who | which | that | from\ baseline | and\ (a | an | was | were | had | did | significantly | no | lower | higher | greater | more | less | fewer) ) \b )`;

/** *X* was higher, lower, similar (in A). */
const PREDICATE = regex(
  'dgi',
)`${BRACKETED}? \s ${IS} \s (?<not> ( (not | no | neither) \s )? ) ${DEGREE} (?<not2> (not \s)? ) ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGED} | ${ALIKE} | different ) (?! \s ( by | to ) \s (?! \d | \uE000) | \s likely | - ) ( ( \s ${DEGREE} (in | for | among | with | on | after | by | during | under) ) \s (?<group> ${GROUP_BEHIND} ) )?`;

/** *X* increased, fell (significantly) in A; *X* did not change. */
const INTRANSITIVE = regex(
  'dgi',
)`${BRACKETED}? \s ${DEGREE} ( (?<cue> ${CHANGED} ) | (?<not> did\ not | does\ not | do\ not | failed\ to ) \s ${DEGREE} (?<cue2> ${CHANGES} ) ) (?= \s ( significantly | markedly | slightly | more | less | faster | from | by | in | with | over | after | at | during | between | among | for | to | compared | than | only | and | on | across | until | throughout | within | progressively | substantially | similarly | rapidly | statistically ) \b | \s? [,;.:\uE002] | $ ) ( \s ${DEGREE} (in | for | among | with | on | after | following) \s (?<group> ${GROUP_BEHIND} ) )?`;

/** A had a higher *X*, resulted in a reduction in *X*, was associated with no change in *X*. */
const SUBJECT_HAD = regex(
  'dgi',
)`(?<group> ${GROUP} ) ( \s? \uE002+ )? [^,;:.\uE000]{0,60}? ${ASIDE} \s ${DEGREE} ${SHOWED} \s ( (a | an | the) \s )? (?<not> ( no \s | not \s )? ) ${DEGREE} ( (a | an) \s )? ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGE} | ${ALIKE} ) ${BRACKETED}? ( \s (in | of | for | on | to) )? \s ( (the | their) \s )? (?<outcome> [^,;:\s] .*? ) ${OVER}`;

/** A reduced *X*, did not improve *X*. */
const TRANSITIVE = regex(
  'dgi',
)`(?<group> ${GROUP} ) ( \s? \uE002+ )? ( (?! ${IS} ) [^,;:.\uE000] ){0,40}? ${ASIDE} \s ( ${DEGREE} (?<cue> ${CHANGED} ) | (?<not> did\ not | does\ not | do\ not | failed\ to ) \s ${DEGREE} (?<cue2> ${CHANGES} ) | ( was | were ) \s ${DEGREE} (effective | successful | efficacious) \s (in | at) \s (?<cue3> reducing | increasing | improving | decreasing | lowering | preventing | alleviating | relieving | shortening | prolonging ) ) \s ${DEGREE} ( (the | their | both | mean) \s )* (?<outcome> (?! (significantly | from | by | in | with | over | after | at | during | more | to | than | compared) \b ) [^,;:\s] .*? ) ${OVER}`;

/** Higher *X* was seen in A; a reduction in *X* was observed; there was a decrease in *X*; lower *X* than in B. */
const ATTRIBUTE = regex(
  'dgi',
)`(?<shown> there\ (was | were) \s ( also \s )? )? ( (a | an) \s )? (?<not> ( (no | not\ (a | any)? | without (\ a)?) \s )? ) ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGE} ) ${BRACKETED}? \s ( (in | of | for) \s )? ( (the | their) \s )? (?<outcome> (?! than \b | likely \b | with \b | by \b | from \b | to \b | in \b | effective \b | and \b | or \b | the \b | their \b) [^,;:\s\uE000] .*? ) ${OVER} (?<seen> ${BRACKETED}? ${SEEN} )? ( \s? \uE002+ )? ( ( \s ( at | after | during | over | from ) \s [^,;:.\uE000]{1,40}? )? ( \s (only \s)? ( in | with | for | among | after | by | of | on | under ) \s (?<group> ${GROUP_BEHIND} ) | \s (?<against> ${AGAINST} ) \s ) )?`;

/** No difference (between A and B) in *X*; *X* did not differ; there was no effect on *X*. */
const NO_DIFFERENCE = regex(
  'dgi',
)`\b ( (?<cue> no ( \s [a-z\-]+ ){0,3} \s ( differences? | changes? | effects? | impact | influence | variation | improvements? | benefits? | advantages? | association ) ) | (?<cue2> (not | nor) \s ( observe | find | detect | show | see | have | note | demonstrate | reveal ) \s ( (a | any) \s )? ${DEGREE} ( differences? | changes? | effects? | improvements? | benefits? ) ) ) ( \s (was | were | has\ been) \s ${DEGREE} ( observed | found | seen | detected | noted | present | evident | apparent | demonstrated | reported | identified | recorded ) )? ( \s ( between | among | across | of | with | for ) \s ( (?! \s (in | for | with\ respect | with\ regard | regarding | on | concerning | as\ to | in\ terms) \s) [^;:] ){2,90}? )? ( \s (was | were) \s ${DEGREE} ( observed | found | seen | detected | noted | present | evident | demonstrated | reported ) )? \s ( in | for | on | of | regarding | concerning | with\ (respect | regard)\ to | as\ to | in\ terms\ of | in\ relation\ to ) \s ( (the | either | any) \s )? (?<outcome> [^;:\s] .*? ) (?= \s? \uE002 | ; | \.? $ | \s ( between | among | across | at | during | after | over | while | whereas | but | when | compared | from\ baseline | were | was) \b | , \s ( but | while | whereas | although | with | however | except ) )`;

/** Differences in *X* were not significant. */
const NOT_SIGNIFICANT = regex(
  'dgi',
)`\b ( differences? | changes? | effects? | improvements? | trends? ) \s ( ( between | among ) \s [^;:,]{2,60}? \s )? ( in | for | on | of ) \s (?<outcome> [^;:\s] .*? ) ( \s ( between | among ) \s [^;:,]{2,60}? )? ${BRACKETED}? \s ( was | were | did | is | are ) \s (?<cue> ( not \s ( statistically \s | reach \s | found\ to\ be\ | achieve\ )? ( statistical(ly)? \s )? signific[a-z]+ | non-?significant | insignificant ) )`;

/** *X* was not significantly different, did not reach significance. */
const NOT_REACHED = regex(
  'dgi',
)`${BRACKETED}? \s (?<cue> ( did\ not | failed\ to ) \s (reach | achieve | attain) \s (statistical \s)? significance | (was | were | is | are) \s (also \s)? not \s (statistically \s)? (significant \b (?! \s (predict | factor)) | significantly\ different) )`;

/** A was superior to, as good as, no better than B in *X*. */
const SUPERIOR = regex(
  'dgi',
)`(?<group> ${GROUP} ) [^,;:.\uE000]{0,40}? \s ${IS} \s (?<not> ( (not | no) \s )? ) ${DEGREE} (?<cue> superior | better | more\ (effective | efficacious | beneficial | favou?rable) | inferior | worse | less\ (effective | efficacious) | non-?inferior | as\ (effective | good | efficacious)\ as | equivalent | similar | comparable | equally\ effective ) \s ( to | than | as | with )? \s? ( [^,;:.]{1,50}? )? \s ( in\ terms\ of | with\ (respect | regard)\ to | regarding | in | for | at | on ) \s (?<outcome> [^,;:\s] .*? ) ${OVER}`;

/** A patients were more likely to *X*. */
const LIKELY = regex(
  'dgi',
)`(?<group> ${GROUP} ) [^,;:.\uE000]{0,40}? \s ${IS} \s (?<not> ( (not | no) \s )? ) ${DEGREE} (?<cue> more | less ) \s (likely | prone | apt) \s to \s (?<outcome> [^,;:\s] .*? ) ${OVER}`;

/** A had a higher X, *and (had) a lower Y*; better X, *including higher Y*: of the same groups as before. */
const CONTINUED = regex(
  'dgi',
)`( , | \b and | \b with | \b including ) \s (and \s)? ( ${SHOWED} \s )? ((a | an) \s)? ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGE} ) \s ( (in | of) \s )? (?<outcome> (?! (than | likely | to | in | of | with | effective) \b ) [^,;:\s] .*? ) ${OVER}`;

/** More patients in A *did something*. */
const MORE_PEOPLE = regex(
  'dgi',
)`\b (?<cue> more | fewer | ( higher | greater | larger | lower | smaller ) \s ( proportion | percentage | number | rate ) s? \s of ) \s ( (the | all) \s )? ( ${PEOPLE} \s )? ( (in | on | with | receiving | from | of | taking | given | treated\ with | assigned\ to) \s )? (?<group> ${GROUP_BEHIND} ) ( \s? \uE002+ )? \s ( ( (had | were | was | experienced | reported | achieved | developed | showed | required) \s )? (?<outcome> (?! (had | were | was | than | compared | group | and | or) \b ) [^,;:\s] .*? ) ) ${OVER}`;

interface Form {
  readonly pattern: RegExp;
  /** What the pattern says whatever its words. */
  readonly says?: Direction;
  /** Whether its outcome stands before it. */
  readonly follows?: true;
  /** Whether it only goes on with a statement that stands before it. */
  readonly continues?: true;
  /** Parts of which one must be there, else it tells of no finding. */
  readonly shows?: readonly string[];
  /** What a text must have for it: most have not. */
  readonly needs: RegExp;
}

const ANY_CHANGE =
  /er\b|more|less|fewer|increas|decreas|reduc|improv|elevat|diminish|prolong|short|rais|better|superior|worse|inferior|attenuat|impair|accelerat|delay|declin|drop|fall|fell|r[io]se|loss|lost|gain|benefit|relie|alleviat|enhanc|suppress|inhibit|prevent|amelior|deterior|affect|alter|chang|influen|modif|differ|similar|comparable|equivalent|identical|equal|same|unchanged|alike|significant/i;
const NEGATION = /\b(?:no|not|nor)\b/i;

const FORMS: readonly Form[] = [
  { pattern: NO_DIFFERENCE, says: 'no-significant-difference', needs: NEGATION },
  { pattern: NOT_SIGNIFICANT, says: 'no-significant-difference', needs: /signific/i },
  { pattern: NOT_REACHED, follows: true, says: 'no-significant-difference', needs: /signific/i },
  { pattern: SUPERIOR, needs: /\uE000/ },
  { pattern: MORE_PEOPLE, needs: /\uE000/ },
  { pattern: LIKELY, needs: /likely|prone|apt\b/i },
  { pattern: SUBJECT_HAD, needs: /\uE000/ },
  { pattern: PREDICATE, follows: true, needs: ANY_CHANGE },
  { pattern: TRANSITIVE, needs: /\uE000/ },
  { pattern: INTRANSITIVE, follows: true, needs: ANY_CHANGE },
  { pattern: ATTRIBUTE, needs: ANY_CHANGE, shows: ['shown', 'seen', 'group', 'against'] },
  { pattern: CONTINUED, needs: ANY_CHANGE, continues: true },
];

const SAME = new RegExp(`^${ALIKE.source}|^non-?inferior|^as\\s|^equal`, 'iv');

const directionIn = (cue: Part, isNegated: boolean, says: Direction | undefined): Direction | undefined => {
  if (says) return says;
  if (SAME.test(cue.text)) return isNegated ? undefined : 'no-significant-difference';
  if (isNegated) return 'no-significant-difference';
  return directionOf(cue.text);
};

const VERB = regex(
  'gi',
)`\b ( was | were | is | are | had | did | showed | resulted | led | increased | decreased | improved | reduced | declined | rose | fell | remained ) \b`;
const CLAUSE_BEGINS = regex('gi')`[;:] \s | , \s ( and | but | with | which ) \s | \b (but | that) \s`;
const GOES_ON = regex('gi')`\s and \s (?! \uE000 | (the | in) \s) | , \s`;

const lastEnd = (text: string, pattern: RegExp): number | undefined => {
  let end: number | undefined;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
};

/** The subject of a predicate: what stands before it since the last statement. */
export const subjectBefore = (text: string, to: number): Part | undefined => {
  const before = text.slice(0, to);
  const verb = lastEnd(before, VERB);
  const rest = before.slice(verb ?? 0);
  const begins =
    verb === undefined
      ? (lastEnd(rest, /[;:]\s|\bthat\s/g) ?? 0)
      : (lastEnd(rest, CLAUSE_BEGINS) ?? lastEnd(rest, GOES_ON));
  if (begins === undefined) return undefined;
  const from = (verb ?? 0) + begins;
  return to > from ? { from, to, text: text.slice(from, to) } : undefined;
};

/** One more item of a list whose items have brackets, `pain (P=0.01)`, *and swelling (P=0.03)*; what a whole includes. */
const NEXT_ITEM = regex(
  'i',
)`^ ( \s? \uE002+ (, \s and | , | \s and) \s [^,;:.\uE000\uE002]{2,80} (?= \uE002) | , \s (including | such\ as) \s [^,;:.\uE000\uE002]{2,80} (?= [,;.\uE002] ) )`;
const SAYS_MORE = new RegExp(
  `\\p{L}ed\\b|${VERB.source}|${COMPARATIVE.source}|${CHANGED.source}|${CHANGE.source}`,
  'iv',
);

/** An outcome with all that follows it in its list behind brackets. */
const withItems = (text: string, { from, to }: Part): Part => {
  let end = to;
  for (;;) {
    const item = NEXT_ITEM.exec(text.slice(end))?.[0];
    if (item === undefined || SAYS_MORE.test(item)) return { from, to: end, text: text.slice(from, end) };
    end += item.trimEnd().length;
  }
};

const claimOf = (text: string, match: Match, { says, follows, shows }: Form): readonly Claim[] => {
  const group = match.part('group');
  const named = match.part('outcome');
  const outcome = follows ? subjectBefore(text, match.from) : named && withItems(text, named);
  const cue = ['cue', 'cue2', 'cue3'].map(match.part).find((part) => part);
  const isNegated = ['not', 'not2'].some((name) => match.part(name) !== undefined);
  const direction = cue && directionIn(cue, isNegated, says);
  const from = Math.min(match.from, outcome?.from ?? match.from);
  const to = Math.max(match.to, outcome?.to ?? match.to);
  const isShown = !shows || shows.some((name) => match.part(name) !== undefined);
  return outcome && cue && direction && isShown
    ? [{ text: text.slice(from, to), from, to, outcome, cue, direction, group }]
    : [];
};

const overlaps = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;

/** What a masked clause says of outcomes, each word of direction once, by the form that fits it best. */
export const claimsIn = (text: string): readonly Claim[] => {
  const found: Claim[] = [];
  for (const form of FORMS.filter(({ needs }) => needs.test(text)))
    for (const match of form.continues && found.length === 0 ? [] : matches(text, form.pattern))
      for (const claim of claimOf(text, match, form))
        if (
          !found.some(
            (other) =>
              overlaps(other.cue, claim.cue) ||
              overlaps(other.outcome, claim.cue) ||
              (!form.follows && overlaps(other.cue, claim.outcome)),
          )
        )
          found.push(claim);
  return found.toSorted((a, b) => a.from - b.from);
};
