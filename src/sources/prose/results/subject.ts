import { regex } from 'regex';
import type { Subject } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { firstMatch } from '../match.ts';
import { armSubject, armsIn, type Setting } from './statement.ts';

const CAUSE = regex(
  'dgi',
)`\b (related\ to | caused\ by | attributable\ to | due\ to | after) \s (?<name> (the\s)? [^,;:.\(\)]+? ) (?= \s (was | were | is | are | had | occurred) \b | [,;:.\(\)] | $ )`;

const HEAD = regex(
  'dgi',
)`^ (?! (no | there | during | in | overall | all | both | also | a | an | one | none | we) \b ) (?<name> [^,;:\(\)]{2,80}? ) \s (can | could | may | might | was | were | is | are | had | has | have | did | do | does) \b`;

/**
 * What a statement is about by its own words: the group it names, the treatment it blames behind `behind`, the
 * one it begins with, else everybody.
 */
export const subjectOf = (clause: Passage, behind: number, setting: Setting): Subject => {
  const arm = armsIn(clause.text, setting)[0];
  if (arm) return armSubject(arm);
  const bracket = clause.text.indexOf('(', behind);
  const tail = clause.slice(behind, bracket < 0 ? clause.text.length : bracket);
  const cause = firstMatch(tail.text, CAUSE)?.part('name');
  if (cause) return { kind: 'treatment', name: tail.fact(cause.from, cause.to, cause.text) };
  const head = firstMatch(clause.text, HEAD)?.part('name');
  return head ? { kind: 'treatment', name: clause.fact(head.from, head.to, head.text) } : { kind: 'all' };
};
