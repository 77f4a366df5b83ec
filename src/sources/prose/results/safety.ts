import { regex } from 'regex';
import { NOT_STATED } from '../../../model/fact.ts';
import type { Domain, Finding } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { matches, type Part } from '../match.ts';
import { PEOPLE } from '../people.ts';
import { outcomeName } from './outcome-name.ts';
import { armSubject, outcomeKey, patientsOf, type Setting, type Statement } from './statement.ts';
import { subjectOf } from './subject.ts';

/** Sentences that speak of harm. */
export const ADVERSE = /\b(?:adverse|side[- ]effects?|safety|tolerated|complications?|toxicit(?:y|ies))\b/i;

const NO_ADVERSE = regex(
  'dgi',
)`\b no \s (?<outcome> ( (?! (significant\ )? difference) [^\s,;\(\)]+ \s ){0,5}? ( adverse | side ) \s ( events? | effects? | reactions? ) ( \s related \s to \s [^,;:.\(\)]+? (?= \s (was | were | occurred) \b | [,;:.\(\)] | $ ) )? ) ( \s (was | were) \s ( reported | observed | seen | noted | recorded | found ) | \s occurred )? ( \s during \s [^,;.\(\)]+ )?`;
const TOLERATED = regex(
  'dgi',
)`(?<! [^,;\s] \s* ) [^,;:\(\)]+? \s (was | were) \s (?<outcome> (well | safely) \s tolerated )`;
const ALL = regex(
  'dgi',
)`(?<! \b not \s | nearly \s | almost \s) \b all \s ${PEOPLE} \s ( [a-z]+ly \s )? ( ( had | achieved | showed ) \s ( (a | an | the) \s )? (?<had> [^,;:.\(\)]+ ) | (?<did> survived | recovered | died) )`;

const finding = (
  clause: Passage,
  found: Part,
  outcome: string,
  domain: Domain,
  subject: Finding['subject'],
): Finding => ({
  outcome: outcomeKey(outcome, domain),
  timePoint: NOT_STATED,
  sentence: textFact(clause),
  kind: 'finding',
  subject,
  reference: NOT_STATED,
  direction: NOT_STATED,
  words: clause.fact(found.from, found.to, found.text),
});

/** That no adverse event was seen, that a treatment was well tolerated: findings in words. */
export const safetyFindings = (clause: Passage, setting: Setting): readonly Statement[] =>
  [NO_ADVERSE, TOLERATED].flatMap((pattern) =>
    matches(clause.text, pattern).flatMap((match): readonly Statement[] => {
      const part = match.part('outcome');
      const outcome = part && outcomeName(clause, part.from, part.to);
      return outcome
        ? [
            {
              outcome,
              domain: 'adverse-event',
              results: [
                finding(
                  clause,
                  match,
                  outcome.value,
                  'adverse-event',
                  subjectOf(clause, match.from, setting),
                ),
              ],
            },
          ]
        : [];
    }),
  );

/** What happened to all patients: a finding in words. */
export const findingsOfAll = (clause: Passage, setting: Setting): readonly Statement[] =>
  matches(clause.text, ALL).flatMap((match): readonly Statement[] => {
    const part = match.part('had') ?? match.part('did');
    const outcome = part && outcomeName(clause, part.from, part.to);
    const arm = patientsOf(setting);
    return outcome
      ? [
          {
            outcome,
            domain: 'effect',
            results: [
              finding(clause, match, outcome.value, 'effect', arm ? armSubject(arm) : { kind: 'all' }),
            ],
          },
        ]
      : [];
  });
