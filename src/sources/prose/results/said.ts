import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Direction, PValue, Subject, TimePoint } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { outcomeKey, type Statement } from './statement.ts';

/** What a clause says of an outcome without a value for a group. */
interface Said {
  readonly clause: Passage;
  readonly outcome: Fact<string>;
  readonly subject: Subject;
  readonly reference: Stated<Subject>;
  readonly timePoint: Stated<TimePoint>;
  readonly direction: Stated<Direction>;
  readonly pValue: Stated<PValue>;
  readonly test: Stated<string>;
  readonly words: Fact<string>;
}

/** A statement of direction: a comparison where a P value stands with it, else a finding in words. */
export const said = ({ clause, outcome, subject, pValue, test, words, ...direction }: Said): Statement => {
  const about = { ...direction, outcome: outcomeKey(outcome.value, 'effect'), sentence: textFact(clause) };
  return {
    outcome,
    domain: 'effect',
    results: [
      pValue === NOT_STATED
        ? { ...about, kind: 'finding', subject, words }
        : {
            ...about,
            kind: 'comparison',
            exposure: subject,
            estimate: NOT_STATED,
            interval: NOT_STATED,
            pValue,
            test,
          },
    ],
  };
};
