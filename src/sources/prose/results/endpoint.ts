import { regex } from 'regex';
import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Passage } from '../../passage.ts';
import { firstMatch, type Part } from '../match.ts';
import type { Sentence } from '../sentence.ts';
import { listItems, outcomeName } from './outcome-name.ts';
import type { Statement } from './statement.ts';

const ENDPOINT = regex('i')`( end-?points? | outcomes? | efficacy\ variables? ) ( \s measures? )?`;

const NAMED = regex(
  'dgi',
)`\b (?<role> primary | main | major | secondary | other ) \s ( (efficacy | safety) \s )? ${ENDPOINT} \s (was | were | is | are | included | incorporated | comprised) \s (?<list> (?! (not | met | reached | observed | similar | assessed) \b ) .+? ) (?= \.? $ | ; )`;

const ROLE_BEFORE = regex(
  'dgi',
)`\b (?<role> primary | main | major | secondary ) \s ( (efficacy | safety) \s )? ${ENDPOINT} \s? ( [,:\(] | of | was | were ) \s? ( (the | a | an) \s )? $`;

const roleOf = (word: string): 'primary' | 'secondary' | undefined => {
  if (/^(?:primary|main|major)$/i.test(word)) return 'primary';
  return /^secondary$/i.test(word) ? 'secondary' : undefined;
};

const roleFact = (passage: Passage, { text, from, to }: Part): Stated<'primary' | 'secondary'> => {
  const role = roleOf(text);
  return role ? passage.fact(from, to, role, 'normalised') : NOT_STATED;
};

/** What a sentence says that an outcome was to the trial right before it names it: `The primary outcome, …`. */
export const roleBefore = (sentence: Passage, outcome: Fact<string>): Stated<'primary' | 'secondary'> => {
  const before = sentence.text.slice(0, Math.max(0, sentence.text.indexOf(outcome.words)));
  const role = firstMatch(before, ROLE_BEFORE)?.part('role');
  return role ? roleFact(sentence, role) : NOT_STATED;
};

/** An outcome that the trial set itself, with its role where that is said. */
export type Endpoint = Pick<Statement, 'outcome' | 'domain' | 'role'>;

/** The outcomes that a sentence says the trial set itself: `The primary endpoint was A`, `Secondary outcomes included B and C`. */
export const endpointsIn = ({ passage }: Sentence): readonly Endpoint[] => {
  const match = firstMatch(passage.text, NAMED);
  const [word, list] = [match?.part('role'), match?.part('list')];
  if (!word || !list) return [];
  const role = roleFact(passage, word);
  const items =
    roleOf(word.text) === 'primary'
      ? [outcomeName(passage, list.from, list.to)]
      : listItems(passage, list.from, list.to);
  return items.flatMap((outcome) =>
    outcome
      ? [
          {
            outcome,
            domain: 'effect',
            ...(role !== NOT_STATED && { role }),
          } as const,
        ]
      : [],
  );
};
