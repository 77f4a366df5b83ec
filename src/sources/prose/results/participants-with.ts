import { regex } from 'regex';
import { decimal } from '../../../model/decimal.ts';
import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type { Domain, GroupResult, Subject, TimePoint } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { groupMentionsIn } from '../group-mention.ts';
import { type Match, matches } from '../match.ts';
import { COUNT, countOf } from '../number.ts';
import { participantsIn } from '../participants.ts';
import { PEOPLE } from '../people.ts';
import type { Sentence } from '../sentence.ts';
import { outcomeName } from './outcome-name.ts';
import { ADVERSE } from './safety.ts';
import { armSubject, outcomeKey, patientsOf, type Setting, type Statement } from './statement.ts';

const DID = regex('i')`( required | needed | had | developed | experienced | suffered(\ from)? )`;
const WHAT = regex(
  'i',
)`[^,;:\(\)]+? (?= [,;:\(\)] | \.( \s | $ ) | \s (but | while | and\ (all | was | were | had) | at | within) \b | $ )`;

const DOING = regex(
  'dgi',
)`(?<count> ${COUNT}) \s ( of\ (the\ | these\ | them\ )? )? ( ${PEOPLE} | (?= who\b) ) \s? ( who | that )? \s? ${DID} \s ( (a | an | the) \s )? (?<what> ${WHAT})`;

const AT_ENTRY = regex(
  'dgi',
)`(?<= [\(,;] \s? (and\s)? ) (?<what> [^,;\(\)]+? ) \s in \s (?<count> ${COUNT}) \s ${PEOPLE} (?= \s? [,;\)] )`;

interface Who {
  readonly subject: Subject;
  readonly n: Stated<number>;
  readonly time: Stated<TimePoint>;
}

const result = (passage: Passage, match: Match, domain: Domain, who: Who): Statement | undefined => {
  const [count, what] = [match.part('count'), match.part('what')];
  const outcome = what && outcomeName(passage, what.from, what.to);
  if (!count || !outcome) return undefined;
  const number: Fact<number> = passage.fact(count.from, count.to, countOf(count.text));
  const group: GroupResult = {
    outcome: outcomeKey(outcome.value, domain),
    timePoint: who.time,
    sentence: textFact(passage),
    kind: 'group',
    subject: who.subject,
    n: who.n,
    measures: [
      {
        type: 'count',
        value: { ...number, value: decimal(String(number.value)) },
        unit: NOT_STATED,
        spread: NOT_STATED,
        standardDeviation: NOT_STATED,
      },
    ],
  };
  return { outcome, domain, results: [group] };
};

/** How many participants had or needed something: `3 patients required …, including one who required …`. */
export const participantsWith = (sentence: Passage, setting: Setting): readonly Statement[] =>
  matches(sentence.text, DOING).flatMap((match) => {
    const before = groupMentionsIn(sentence.text, setting.names).findLast(({ to }) => to <= match.from)?.key;
    const arm = setting.arms.find(({ key }) => key === before) ?? patientsOf(setting);
    const who: Who = arm
      ? { subject: armSubject(arm), n: observedNumber(arm), time: NOT_STATED }
      : { subject: { kind: 'all' }, n: setting.analysed, time: NOT_STATED };
    const domain = ADVERSE.test(sentence.text.slice(0, match.from)) ? 'adverse-event' : 'effect';
    return result(sentence, match, domain, who) ?? [];
  });

/** What participants had when they entered: `8 patients (oxygen in 7 patients, ventilation in 1 patient) were treated`. */
export const participantsAtEntry = (sentence: Sentence, setting: Setting): readonly Statement[] =>
  participantsIn(sentence).flatMap(({ as, count, bracket }) => {
    if (!bracket) return [];
    const arm = as === 'treated' ? patientsOf(setting) : undefined;
    const passage = sentence.passage.slice(bracket.from, bracket.to);
    const time: Stated<TimePoint> = passage.fact(0, passage.text.length, { kind: 'baseline' }, 'derived');
    return matches(passage.text, AT_ENTRY).flatMap(
      (match) =>
        result(passage, match, 'baseline', {
          subject: arm ? armSubject(arm) : { kind: 'all' },
          n: count,
          time,
        }) ?? [],
    );
  });
