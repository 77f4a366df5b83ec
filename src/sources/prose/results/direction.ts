import { regex } from 'regex';
import type { Direction } from '../../../model/trial.ts';

/** Comparatives that say which of two groups had more. */
export const COMPARATIVE = regex(
  'i',
)`\b ( higher | greater | longer | larger | more\ frequent | lower | shorter | smaller | less\ frequent | fewer | reduced ) \b`;

/** Nouns and verbs that say how a thing changed. */
export const CHANGE = regex(
  'i',
)`\b ( decreases? | reductions? | declines? | drops? | falls? | increases? | rises? | elevations? | improvements? | worsening | deteriorations? ) \b`;

/** The direction of a comparative or a change. */
export const directionOf = (word: string): Direction => {
  if (/^(?:lower|shorter|smaller|less|fewer|reduced)/i.test(word)) return 'lower';
  if (/^(?:higher|greater|longer|larger|more)/i.test(word)) return 'higher';
  if (/^improve/i.test(word)) return 'improved';
  if (/^(?:worsen|deteriorat)/i.test(word)) return 'worsened';
  return /^(?:increase|rise|elevation)/i.test(word) ? 'increased' : 'decreased';
};
