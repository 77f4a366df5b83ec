import { regex } from 'regex';
import { NOT_STATED } from '../../../model/fact.ts';
import type { Domain, Finding } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { type Match, matches, type Part } from '../match.ts';
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

/** A finding in words, the words being a match's, of the outcome that its part names. */
const finding = (
  clause: Passage,
  match: Match,
  named: Part | undefined,
  domain: Domain,
  subject: Finding['subject'],
): readonly Statement[] => {
  const outcome = named && outcomeName(clause, named.from, named.to);
  if (!outcome) return [];
  const result: Finding = {
    outcome: outcomeKey(outcome.value, domain),
    timePoint: NOT_STATED,
    sentence: textFact(clause),
    kind: 'finding',
    subject,
    reference: NOT_STATED,
    direction: NOT_STATED,
    words: clause.fact(match.from, match.to, match.text),
  };
  return [{ outcome, domain, results: [result] }];
};

/** That no adverse event was seen, that a treatment was well tolerated: findings in words. */
export const safetyFindings = (clause: Passage, setting: Setting): readonly Statement[] =>
  [NO_ADVERSE, TOLERATED].flatMap((pattern) =>
    matches(clause.text, pattern).flatMap((match) =>
      finding(clause, match, match.part('outcome'), 'adverse-event', subjectOf(clause, match.from, setting)),
    ),
  );

/** What happened to all patients: a finding in words. */
export const findingsOfAll = (clause: Passage, setting: Setting): readonly Statement[] => {
  const arm = patientsOf(setting);
  return matches(clause.text, ALL).flatMap((match) =>
    finding(
      clause,
      match,
      match.part('had') ?? match.part('did'),
      'effect',
      arm ? armSubject(arm) : { kind: 'all' },
    ),
  );
};
