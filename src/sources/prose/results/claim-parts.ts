import { regex } from 'regex';
import { DEGREE } from './cue.ts';

/** A verb that says what a thing is. */
export const IS = regex(
  'i',
)`\b ( was | were | is | are | became | remained | remain | appeared | seemed | tended\ to\ be | had\ been | has\ been | have\ been | was\ found\ to\ be | were\ found\ to\ be | stayed )`;
/** That a thing was seen. */
export const SEEN = regex(
  'i',
)`( \s ( was | were | has\ been ) \s ${DEGREE} ( observed | seen | noted | found | detected | reported | recorded | obtained | achieved | demonstrated | shown | evident | present | apparent | documented | identified | noticed | measured | witnessed ) )`;
/** A verb between those who had a thing and what they had. */
export const SHOWED = regex(
  'i',
)`( had | have | has | showed | shows | experienced | demonstrated | exhibited | reported | achieved | displayed | produced | gave | required | needed | resulted\ in | led\ to | ( was | were | is ) \s ${DEGREE} associated\ with | revealed | yielded | provided | caused | received | maintained | spent | obtained | underwent | induced | developed | consumed | gained | made | took | used )`;
/** What sets one group against another. */
export const AGAINST = regex(
  'i',
)`( than | versus | vs\.? | over | relative\ to | ( , \s )? ( when \s | as \s )? compared\ (to | with) | in\ comparison\ (to | with) )`;

/** Words between commas that tell nothing: `A, in contrast, lowered`. */
export const ASIDE = regex(
  'i',
)`( , \s ( in\ contrast | by\ contrast | however | on\ the\ other\ hand | in\ turn | therefore | in\ addition ) , )?`;

/** Where an outcome's words end behind a verb or an adjective. */
export const OVER = regex(
  'i',
)`(?= \s? \uE002 | \s? [,;:] | \.? $ | \.\s | \s ${AGAINST} \s | ${SEEN} | \s ( in | with | for | among | by | after | at | on | during | from | over | between | within | following | of) \s ( the \s | all \s | those \s | both \s | patients \s | participants \s ){0,3} ( \uE000 | week | day | month | year | \d | groups? \b | follow | baseline | arms? \b | two \b | three \b | treatment \b | end \b ) | \s ( while | whereas | but | although | despite | compared | when | (?<! such \s) as | than | who | which | that | from\ baseline | and\ (a | an | was | were | had | did | significantly | no | lower | higher | greater | more | less | fewer | reduced | increased | decreased | improved | lowered | prevented) ) \b )`;
