import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import { DATE, isoDate } from './date.ts';
import { firstMatch, type Part } from './match.ts';
import type { Sentence } from './sentence.ts';

const PERIOD = regex(
  'dgi',
)`\b ( between | from ) \s (?<start> ${DATE}) \s? (,\s)? ( and | to | until | till | through | - | – ) \s? (?<end> ${DATE})`;

/** From when to when the trial ran, as its sentences say; ISO 8601 to the precision stated. */
export const periodOf = (
  own: readonly Sentence[],
): { readonly start: Stated<string>; readonly end: Stated<string> } => {
  for (const { passage } of own) {
    const match = firstMatch(passage.text, PERIOD);
    const dated = (part: Part | undefined): Stated<string> => {
      const iso = part && isoDate(part.text);
      return part && iso ? passage.fact(part.from, part.to, iso) : NOT_STATED;
    };
    if (match) return { start: dated(match.part('start')), end: dated(match.part('end')) };
  }
  return { start: NOT_STATED, end: NOT_STATED };
};
