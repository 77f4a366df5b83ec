import { regex } from 'regex';
import { decimal } from '../../../model/decimal.ts';
import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { GroupResult, Subject, TimePoint } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { type Match, matches } from '../match.ts';
import { COUNT, countOf } from '../number.ts';
import { type Participants, participantsIn } from '../participants.ts';
import { PEOPLE } from '../people.ts';
import type { Sentence } from '../sentence.ts';
import { outcomeName } from './outcome-name.ts';
import { armSubject, outcomeKey, patientsOf, type Setting, type Statement } from './statement.ts';

const AT_ENTRY = regex(
  'dgi',
)`(?<= [\(,;] \s? (and\s)? ) (?<what> [^,;\(\)]+? ) \s in \s (?<count> ${COUNT}) \s ${PEOPLE} (?= \s? [,;\)] )`;

const statementOf = (
  bracket: Passage,
  match: Match,
  subject: Subject,
  { count: n }: Participants,
): readonly Statement[] => {
  const [count, what] = [match.part('count'), match.part('what')];
  const outcome = what && outcomeName(bracket, what.from, what.to);
  if (!count || !outcome) return [];
  const timePoint: Stated<TimePoint> = bracket.fact(0, bracket.text.length, { kind: 'baseline' }, 'derived');
  const value = bracket.fact(count.from, count.to, decimal(String(countOf(count.text))));
  const result: GroupResult = {
    outcome: outcomeKey(outcome.value, 'baseline'),
    timePoint,
    sentence: textFact(bracket),
    kind: 'group',
    subject,
    n,
    measures: [{ type: 'count', value, unit: NOT_STATED, spread: NOT_STATED, standardDeviation: NOT_STATED }],
  };
  return [{ outcome, domain: 'baseline', results: [result] }];
};

/** What participants had when they entered: `8 patients (oxygen in 7 patients, ventilation in 1 patient) were treated`. */
export const participantsAtEntry = (sentence: Sentence, setting: Setting): readonly Statement[] =>
  participantsIn(sentence).flatMap((participants) => {
    if (!participants.bracket) return [];
    const { from, to } = participants.bracket;
    const bracket = sentence.passage.slice(from, to);
    const arm = participants.as === 'treated' ? patientsOf(setting) : undefined;
    const subject: Subject = arm ? armSubject(arm) : { kind: 'all' };
    return matches(bracket.text, AT_ENTRY).flatMap((match) =>
      statementOf(bracket, match, subject, participants),
    );
  });
