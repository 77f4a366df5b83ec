import { regex } from 'regex';
import { PEOPLE } from '../people.ts';
import type { ClaimForm } from './claim-form.ts';
import { AGAINST, ASIDE, IS, OVER, SEEN, SHOWED } from './claim-parts.ts';
import { ALIKE, CHANGE, CHANGED, CHANGES, COMPARATIVE, DEGREE } from './cue.ts';
import { BRACKETED, GROUP, GROUP_BEHIND } from './masked.ts';

/** *X* was higher, lower, similar (in A). */
const PREDICATE = regex(
  'dgi',
)`${BRACKETED}? \s ${IS} \s (?<not> ( (not | no | neither) \s )? ) ${DEGREE} (?<not2> (not \s)? ) ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGED} | ${ALIKE} | different ) (?! \s ( by | to ) \s (?! \d | ( ( the | either | this | both | any | of | study ) \s )* ( \uE000 | ( interventions? | treatments? | drugs? ) \b ) ) | \s ( likely | effective | efficacious | beneficial | potent | useful | successful | well | acceptable ) \b | - ) ( ( \s ${DEGREE} (in | for | among | with | on | after | by | during | under) ) \s (?<group> ${GROUP_BEHIND} ) )?`;

/** *X* increased, fell (significantly) in A; *X* did not change. */
const INTRANSITIVE = regex(
  'dgi',
)`${BRACKETED}? \s ${DEGREE} ( (?<cue> ${CHANGED} ) | (?<not> did\ not | does\ not | do\ not | failed\ to | tended\ to ) \s ${DEGREE} (?<cue2> ${CHANGES} ) ) (?= \s ( significantly | markedly | slightly | more | less | faster | from | by | in | with | over | after | at | during | between | among | for | to | compared | than | only | and | on | across | until | throughout | within | progressively | substantially | similarly | rapidly | statistically ) \b | \s? [,;.:\uE002] | $ ) ( \s ${DEGREE} (in | for | among | with | on | after | following) \s (?<group> ${GROUP_BEHIND} ) )?`;

/** A had a higher *X*, resulted in a reduction in *X*, was associated with no change in *X*. */
const SUBJECT_HAD = regex(
  'dgi',
)`(?<group> ${GROUP} ) ( \s? \uE002+ )? [^,;:.\uE000]{0,60}? ${ASIDE} \s ${DEGREE} ${SHOWED} \s ( (a | an | the) \s )? (?<not> ( no \s | not \s )? ) ${DEGREE} ( (a | an) \s )? ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGE} | ${ALIKE} ) ${BRACKETED}? ( \s (in | of | for | on | to) )? \s ( (the | their) \s )? (?<outcome> [^,;:\s] .*? ) ${OVER}`;

/** Both groups showed an improvement in *X*. */
const ALL_HAD = regex(
  'dgi',
)`\b ( both | all | the\ two | the\ three ) \s ( ( two | three | four | study | treatment ) \s )* ( groups | arms | treatments | interventions | regimens | conditions ) ${BRACKETED}? \s ${DEGREE} ${SHOWED} \s ( (a | an) \s )? ${DEGREE} (?<cue> ${CHANGE} ) ${BRACKETED}? \s (in | of) \s ( (the | their) \s )? (?<outcome> (?! \uE000) [^,;:\s] .*? ) ${OVER}`;

/** A had better outcomes in terms of *X*. */
const HAD_RESULTS = regex(
  'dgi',
)`(?<group> ${GROUP} ) ( \s? \uE002+ )? [^,;:.\uE000]{0,60}? \s ${DEGREE} ${SHOWED} \s ( (a | an | the) \s )? ${DEGREE} (?<cue> ${COMPARATIVE} ) \s ( outcomes? | results? | scores? | performance | effects? | values? ) ${BRACKETED}? \s ( in\ terms\ of | regarding | with\ (respect | regard)\ to | for | in | on ) \s ( (the | both) \s )* (?<outcome> (?! \uE000 | groups? \b) [^,;:\s] .*? ) ${OVER}`;

/** An improvement was seen in *X*. */
const SEEN_IN = regex(
  'dgi',
)`(?<not> ( no \s )? ) ${DEGREE} ( within\ groups? \s )? (?<cue> ${CHANGE} ) ( \s (with | in | after | among) \s (?<group3> ${GROUP_BEHIND} ) )? ${SEEN} ( \s (in | for | with | among) \s (?<group> ${GROUP_BEHIND} ) )? \s ( in | for ) \s ( ( the | areas\ of | terms\ of | all | both ) \s )* (?<outcome> (?! \uE000 | groups? \b | arms? \b | patients \b | participants \b | \d ) [^,;:\s] .*? ) ${OVER} ( \s? \uE002+ )? ( \s (only \s)? ( in | with | for | among | after ) \s (?<group2> ${GROUP_BEHIND} ) )?`;

/** A reduced *X*, did not improve *X*. */
const TRANSITIVE = regex(
  'dgi',
)`(?<group> ${GROUP} ) ( \s? \uE002+ )? ( (?! ${IS} ) [^,;:.\uE000] ){0,40}? ${ASIDE} \s ( ${DEGREE} (?<cue> ${CHANGED} ) | (?<not> did\ not | does\ not | do\ not | failed\ to | tended\ to ) \s ${DEGREE} (?<cue2> ${CHANGES} ) | ( was | were ) \s ${DEGREE} (effective | successful | efficacious) \s (in | at) \s (?<cue3> reducing | increasing | improving | decreasing | lowering | preventing | alleviating | relieving | shortening | prolonging ) ) \s ${DEGREE} (?<not2> ( neither \s )? ) ( (the | their | both | mean) \s )* (?<outcome> (?! (significantly | fewer | less | from | by | in | with | over | after | at | during | more | to | than | compared) \b ) [^,;:\s] .*? ) ${OVER}`;

/** Higher *X* was seen in A; a reduction in *X* was observed; there was a decrease in *X*; lower *X* than in B. */
const ATTRIBUTE = regex(
  'dgi',
)`(?<! [a-z]) (?<shown> there\ (was | were) \s ( also \s )? )? ( (a | an) \s )? (?<not> ( (no | not\ (a | any)? | without (\ a)?) \s )? ) ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGE} ) ${BRACKETED}? \s ( (in | of | for) \s )? ( (the | their) \s )? (?<outcome> (?! than \b | likely \b | with \b | by \b | from \b | to \b | in \b | effective \b | and \b | or \b | the \b | their \b) [^,;:\s\uE000] .*? ) ${OVER} (?<seen> ${BRACKETED}? ${SEEN} )? ( \s? \uE002+ )? ( ( \s ( at | after | during | over | from ) \s [^,;:.\uE000]{1,40}? )? ( \s (only \s)? ( in | with | for | among | after | by | of | on | under ) \s (?<group> ${GROUP_BEHIND} ) | \s (?<against> ${AGAINST} ) \s ) )?`;

/** A treatment that is no known group's was associated with a decrease in *X*. */
const BROUGHT = regex(
  'dgi',
)`^ (?<by> (?! (this | that | which | these | those | it | they | there) \b ) [^,;:.\uE000\uE002]{2,80}? ) \s ( ( was | were | is ) \s ${DEGREE} associated\ with | led\ to | resulted\ in | caused ) \s ( (a | an) \s )? (?<not> ( no \s )? ) ${DEGREE} (?<cue> ${CHANGE} ) ${BRACKETED}? \s (in | of) \s ( (the | their) \s )? (?<outcome> [^,;:\s\uE000] .*? ) ${OVER}`;

/** What is no more of an outcome that stands before a verb: another change, a time. */
const CHANGED_TOO = regex(
  'i',
)`( , )? \s and \s ( (a | an) \s )? ${DEGREE} ${CHANGE} ${BRACKETED}? \s (in | of) \s`;
const AT_TIME = regex(
  'i',
)`( \s ( at | on | in | by | after ) \s ( the \s )? ( \d | week | month | day )[^,;:\uE000]*? )?`;

/** A decline in *X, Y and Z*, and a rise in *V* were seen: one verb for a list of changes and their lists. */
const CHANGES_SEEN = regex(
  'dgi',
)`( (a | an | the) \s )? ${DEGREE} (?<cue> ${CHANGE} ) ${BRACKETED}? \s (in | of) \s ( the \s )? (?<outcome> ( (?! \s ( was | were | had | did ) \b | ${CHANGED_TOO} ) [^;:.\uE000] ){2,300}? ) ${AT_TIME} (?= ${SEEN} | ${CHANGED_TOO} [^;:.\uE000]*? ${SEEN} )`;

/** *An improvement at week 4* was seen in A: the change itself is what was seen. */
const CHANGE_SEEN = regex(
  'dgi',
)`\b (a | an) \s (?<outcome> ( [a-z\-]+ \s ){0,3}? (?<cue> ${CHANGE} ) \s ( at | on | by | after | during | over ) \s [^,;:.\uE000]{3,80}? ) ${SEEN} ( \s ( only \s )? ( in | with | for | among | after ) \s (?<group> ${GROUP_BEHIND} ) )?`;

/** A was superior to, as good as, no better than B in *X*. */
const SUPERIOR = regex(
  'dgi',
)`(?<group> ${GROUP} ) ( \s and \s ${GROUP} )? [^,;:.\uE000]{0,40}? \s ${IS} \s (?<not> ( (not | no) \s )? ) ${DEGREE} (?<cue> superior | better | more\ (effective | efficacious | beneficial | favou?rable) | inferior | worse | less\ (effective | efficacious) | non-?inferior | as\ (effective | good | efficacious)\ as | equivalent | similar | comparable | equally\ effective ) ( \s ( to | than | as | with )? \s? [^,;:.]{1,50}? )? \s ( in\ terms\ of | with\ (respect | regard)\ to | regarding | in | for | at | on ) \s (?<outcome> [^,;:\s] .*? ) ${OVER}`;

/** A patients were more likely to *X*. */
const LIKELY = regex(
  'dgi',
)`(?<group> ${GROUP} ) [^,;:.\uE000]{0,40}? \s ${IS} \s (?<not> ( (not | no) \s )? ) ${DEGREE} (?<cue> more | less ) \s (likely | prone | apt) \s to \s (?<outcome> [^,;:\s] .*? ) ${OVER}`;

/** A had a higher X, *and (had) a lower Y*; better X, *including higher Y*: of the same groups as before. */
const CONTINUED = regex(
  'dgi',
)`( , | \b and | \b with | \b including | \b resulting\ in | \b leading\ to ) \s (and \s)? ( ${SHOWED} \s )? ((a | an) \s)? ${DEGREE} (?<cue> ${COMPARATIVE} | ${CHANGE} ) \s ( (in | of) \s )? (?<outcome> (?! (than | likely | to | in | of | with | effective) \b ) [^,;:\s] .*? ) ${OVER}`;

/** More patients in A *did something*. */
const MORE_PEOPLE = regex(
  'dgi',
)`\b (?<cue> more | fewer | ( higher | greater | larger | lower | smaller ) \s ( proportion | percentage | number | rate ) s? \s of ) \s ( (the | all) \s )? ( ${PEOPLE} \s )? ( (in | on | with | receiving | from | of | taking | given | treated\ with | assigned\ to) \s )? (?<group> ${GROUP_BEHIND} ) ( \s? \uE002+ )? ( \s than \s ${GROUP_BEHIND} ( \s? \uE002+ )? )? \s ( ( (had | were | was | experienced | reported | achieved | developed | showed | required) \s )? (?<outcome> (?! (had | were | was | than | compared | group | and | or) \b ) [^,;:\s] .*? ) ) ${OVER}`;

/** *X* favoured A, was in favour of A. */
const FAVOURED = regex(
  'dgi',
)`${BRACKETED}? \s (?<not> ( did\ not \s )? ) ${DEGREE} (?<cue> favou?rs? | favou?red | ( was | were ) \s ${DEGREE} in\ favou?r\ of ) \s ( the \s )? (?<group> ${GROUP_BEHIND} )`;

/** A difference in *X* in favour of A; an effect favouring A on *X*. */
const FAVOURING = regex(
  'dgi',
)`\b ( differences? | effects? ( \s sizes? )? | benefits? | advantages? | improvements? ) ${BRACKETED}? \s ( ( in | on | for ) \s ( (the | mean) \s )* (?<outcome> [^,;:\s\uE000] [^,;:]*? ) ( ${SEEN} | ${BRACKETED} | , | \s between \s (the \s)? groups )* \s )? (?<cue> in\ favou?r\ of | favou?ring | favou?red ) \s ( the \s )? (?<group> ${GROUP_BEHIND} ) ( [^,;:.]{0,40}? \s ( in | on | for | in\ terms\ of | regarding | with\ (respect | regard)\ to ) \s (?<outcome2> [^;:\s] .*? ) ${OVER} )?`;

/** *X* occurred more often in A, was seen earlier with A. */
const OCCURRED = regex(
  'dgi',
)`${BRACKETED}? \s ( ${IS} ( \s [a-z]+ed | \s seen | \s found )? | occurred | developed | appeared | happened | arose | recurred | resolved | healed ) \s ${DEGREE} (?<cue> ( more | less ) \s ( frequently | often | commonly ) | earlier | sooner | later | faster ) ( \s (in | for | among | with | on | after | by | during | under) \s (?<group> ${GROUP_BEHIND} ) )?`;

/** A scored higher than B on *X*. */
const SCORED = regex(
  'dgi',
)`(?<group> ${GROUP} ) [^,;:.\uE000]{0,40}? \s ( ( scored | performed | fared | did | rated ) \s ${DEGREE} (?<cue> higher | lower | better | worse ) | ${DEGREE} (?<cue2> outperformed ) ) ( \s (than \s)? [^,;:.]{0,40}? \uE000 \uE001* ( \s groups? )? )? \s ( on | in | for | in\ terms\ of | regarding | with\ (respect | regard)\ to ) \s (the \s)? (?<outcome> (?! \uE000) [^;:\s] .*? ) ${OVER}`;

/** *X* was reported by more patients in A. */
const BY_MORE = regex(
  'dgi',
)`${BRACKETED}? \s ( (was | were) \s [a-z]+ed | occurred | developed ) \s ( by | in ) \s ${DEGREE} (?<cue> more | fewer ) \s ( ${PEOPLE} \s )? ( (in | on | with | receiving | from | taking | given | treated\ with | assigned\ to) \s )? ( the \s )? (?<group> ${GROUP_BEHIND} )`;

/** A patients were more *satisfied with X*. */
const MORE_SO = regex(
  'dgi',
)`(?<group> ${GROUP} ) [^,;:.\uE000]{0,40}? \s ${IS} \s (?<not> ( (not | no) \s )? ) ${DEGREE} (?<cue> more | less ) \s (?<outcome> (?! (likely | prone | apt | effective | efficacious | beneficial | favou?rable | than | frequent | common | often | pronounced | or | and) \b ) [a-z\-]+ \b [^;:,]*? ) ${OVER}`;

/** A patients *returned to work* earlier. */
const DID_EARLIER = regex(
  'dgi',
)`(?<group> ${GROUP} ) [^,;:.\uE000]{0,40}? \s ( (was | were) \s )? (?<outcome> ( returned | resumed | recovered | reached | achieved | regained | started | began | completed | attained | discharged | ambulated | mobili[sz]ed | walked | stopped | ceased ) \b [^,;:.\uE000]{0,50}? ) \s ${DEGREE} (?<cue> earlier | sooner | faster | later | more\ often | more\ frequently | less\ often | less\ frequently ) \b`;

/** Forms that say that one group had more than another, that something changed, or that both were alike. */
export const DIFFERENCE_FORMS: readonly ClaimForm[] = [
  { pattern: FAVOURING, says: 'improved' },
  { pattern: FAVOURED, follows: true, says: 'improved' },
  { pattern: SCORED },
  { pattern: SUPERIOR },
  { pattern: MORE_PEOPLE },
  { pattern: LIKELY },
  { pattern: BY_MORE, follows: true },
  { pattern: MORE_SO },
  { pattern: DID_EARLIER },
  { pattern: HAD_RESULTS },
  { pattern: SEEN_IN },
  { pattern: SUBJECT_HAD },
  { pattern: ALL_HAD },
  { pattern: OCCURRED, follows: true },
  { pattern: PREDICATE, follows: true },
  { pattern: TRANSITIVE },
  { pattern: INTRANSITIVE, follows: true },
  { pattern: BROUGHT },
  { pattern: CHANGE_SEEN },
  { pattern: CHANGES_SEEN },
  { pattern: ATTRIBUTE, shows: ['shown', 'seen', 'group', 'against'] },
  { pattern: CONTINUED, continues: true },
];
