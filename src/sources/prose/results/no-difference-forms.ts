import { regex } from 'regex';
import type { ClaimForm } from './claim-form.ts';
import { IS } from './claim-parts.ts';
import { CHANGED, DEGREE } from './cue.ts';
import { BRACKETED, GROUP } from './masked.ts';

const DIFFERENCE = regex(
  'i',
)`( differences? | changes? | effects? | impact | influence | variations? | improvements? | benefits? | advantages? | association | interactions? | reductions? | increases? | decreases? )`;

const FOUND = regex(
  'i',
)`( observed | found | seen | detected | noted | present | evident | apparent | demonstrated | reported | identified | recorded )`;

const REGARDING = regex(
  'i',
)`( in | for | on | of | regarding | concerning | with\ (respect | regard)s?\ to | as\ to | in\ terms\ of | in\ relation\ to )`;

/** No difference (between A and B) in *X*; *X* did not differ; there was no effect on *X*. */
const NO_DIFFERENCE = regex(
  'dgi',
)`\b ( (?<cue> ( no | nor\ (was | were)\ there ) ( \s [a-z\-×]+ ){0,4}? \s ${DIFFERENCE} ) | (?<cue2> (not | nor) \s ( observed? | find | detect | show | see | have | note | demonstrate | reveal ) \s ( (a | any) \s )? ${DEGREE} ${DIFFERENCE} ) ) ( \s ( (was | were | has\ been) \s ${DEGREE} ${FOUND} | emerged | existed | occurred | appeared ) )? ( \s ( between | among | across | of | with | for ) \s ( (?! \s (in | for | with\ respect | with\ regard | regarding | on | concerning | as\ to | in\ terms) \s) [^;:] ){2,90}? )? ( \s (was | were) \s ${DEGREE} ${FOUND} )? \s ${REGARDING} \s ( (the | either | any) \s )? (?<outcome> [^;:\s] .*? ) (?= \s? \uE002 | ; | \.? $ | \s ( between | among | across | at | during | after | over | while | whereas | but | when | compared | from\ baseline | were | was) \b | , \s ( but | while | whereas | although | with | however | except ) )`;

/** For *X*, there was no difference. */
const NONE_REGARDING = regex(
  'dgi',
)`( ^ | [;:] \s | , \s (and | but) \s ) ( (however | similarly | furthermore | moreover | also | in\ addition) , \s )? ( for | regarding | concerning | in\ terms\ of | as\ (for | to) | with\ (respect | regard)s?\ to | on ) \s ( (the | both) \s )? (?<outcome> [^;:\s] [^;:]*? ) , \s ( (there \s (was | were) | we \s (found | observed | saw)) \s )? (?<cue> ( no | not\ (find | observe | detect)\ (a | any) ) ( \s [a-z\-]+ ){0,3}? \s ${DIFFERENCE} )`;

/** *X* showed no difference (between the groups). */
const SHOWED_NONE = regex(
  'dgi',
)`${BRACKETED}? \s ( showed | shows | demonstrated | revealed | exhibited | had | displayed | presented ) \s (?<cue> no ( \s [a-z\-]+ ){0,3}? \s ( differences? | changes? | variations? | interactions? ) ) (?! \s ( in | of | for | on ) \s (?! (the | either | both | any) \s ( \uE000 | groups? | two | three | of ) | \uE000) )`;

/** Differences in *X* were not significant. */
const NOT_SIGNIFICANT = regex(
  'dgi',
)`\b ( differences? | changes? | effects? | improvements? | trends? | interactions? ) \s ( ( between | among ) \s [^;:,]{2,60}? \s )? ( in | for | on | of ) \s (?<outcome> [^;:\s] .*? ) ( \s ( between | among ) \s [^;:,]{2,60}? )? ${BRACKETED}? \s ( was | were | did | is | are ) \s (?<cue> ( not \s ( statistically \s | reach \s | found\ to\ be\ | achieve\ )? ( statistical(ly)? \s )? signific[a-z]+ | non-?significant | insignificant ) )`;

/** *X* was not significantly different, did not reach significance. */
const NOT_REACHED = regex(
  'dgi',
)`${BRACKETED}? \s (?<cue> ( did\ not | failed\ to ) \s (reach | achieve | attain) \s (statistical \s)? significance | (was | were | is | are) \s (also \s)? not \s (statistically \s)? (significant \b (?! \s (predict | factor)) | significantly\ different) )`;

/** *X* was not affected (by it); *X* occurred equally often. */
const NOT_AFFECTED = regex(
  'dgi',
)`${BRACKETED}? \s (?<cue> ${IS} \s not \s ${DEGREE} ( affected | altered | influenced | changed | modified ) | occurred \s ( equally | similarly | with\ (a\ )?similar\ frequency | at\ (a\ )?similar\ rates? ) )`;

/** Neither *X* nor *Y* differed. */
const NEITHER = regex(
  'dgi',
)`\b neither \s (?<outcome> (?! \uE000 | of \b ) [^,;:\s] [^;:]*? \s nor \s [^,;:]*? ) ${BRACKETED}? \s (?<cue> ${DEGREE} ( differed | changed | varied | ${CHANGED} ) | ${IS} \s ${DEGREE} ( different | changed | affected | altered | influenced | modified | ${CHANGED} ) )`;

/** Neither treatment affected *X*. */
const NEITHER_DID = regex(
  'dgi',
)`\b (?<cue> neither \s ( ( of\ the \s ([a-z]+ \s)? )? ( treatments? | interventions? | drugs? | groups? | doses? | arms? | regimens? | diets? | procedures? | techniques? | methods? ) | \uE000 \uE001* \s nor \s \uE000 \uE001* ) \s ( had \s (an? | any) \s ${DEGREE} (effect | impact | influence) \s on | ${DEGREE} ( affected | altered | changed | influenced | modified | ${CHANGED} ) ) ) \s ( (the | their) \s )? (?<outcome> (?! (significantly | from | by | in | with | over) \b ) [^,;:\s] .*? ) (?= \s? \uE002 | [,;:] | \.? $ | \s ( compared | at | after | during | in | or\ its ) \b )`;

/** A was not different from B in *X*. */
const NOT_DIFFERENT = regex(
  'dgi',
)`(?<group> ${GROUP} ) [^,;:.\uE000]{0,40}? \s ( ${IS} \s not \s ${DEGREE} (?<cue> different ) | did \s not \s ${DEGREE} (?<cue2> differ ) ) ( \s (from | to | than | with) \s [^,;:.]{1,50}? )? ( \s (significantly | statistically) )? \s ( in\ terms\ of | with\ (respect | regard)s?\ to | regarding | concerning | in | for | at | on ) \s (?<outcome> [^;:\s] .*? ) (?= \s? \uE002 | ; | \.? $ | \s ( at | after | during | but | between ) \b )`;

/** The groups were similar in *X*. */
const GROUPS_ALIKE = regex(
  'dgi',
)`\b ( groups | arms | treatments | conditions | regimens | drugs | interventions | techniques | methods | procedures | approaches | strategies | devices | products ) ${BRACKETED}? \s ( (was | were | are) \s ${DEGREE} (?<cue> similar | comparable | equivalent | equally\ effective | no\ different | not\ (significantly\ | statistically\ )*different ) | did \s not \s ${DEGREE} (?<cue2> differ ) ) ( \s significantly )? \s ( in\ terms\ of | with\ (respect | regard)s?\ to | as\ regards | regarding | concerning | in | for | on ) \s ( the \s )? (?<outcome> (?! \uE000) [^;:\s] .*? ) (?= \s? \uE002 | ; | \.? $ | \s ( at | after | during | but | between ) \b )`;

/** Forms that say that no difference was shown. */
export const NO_DIFFERENCE_FORMS: readonly ClaimForm[] = [
  { pattern: NEITHER },
  { pattern: NEITHER_DID },
  { pattern: NONE_REGARDING },
  { pattern: NO_DIFFERENCE },
  { pattern: NOT_DIFFERENT },
  {
    pattern: GROUPS_ALIKE,
  },
  { pattern: NOT_SIGNIFICANT },
  { pattern: NOT_REACHED, follows: true as const },
  {
    pattern: NOT_AFFECTED,
    follows: true as const,
  },
  { pattern: SHOWED_NONE, follows: true as const },
].map((form) => ({ ...form, says: 'no-significant-difference' }));
