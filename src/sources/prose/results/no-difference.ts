import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Direction, Subject } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { firstMatch } from '../match.ts';
import { pValueIn } from '../statistic.ts';
import { listItems } from './outcome-name.ts';
import { said } from './said.ts';
import {
  armSubject,
  comparatorOf,
  impliedReference,
  type Setting,
  type Statement,
  treatedArm,
} from './statement.ts';

const NO_DIFFERENCE = regex('dgi')`
  \b (?<none> no \s ( statistically \s )? significant(ly)? \s (differences? | different | changes?) ) \s
  ( between \s [^,;\(\)]{3,60}? \s )?
  ( (was | were) \s ( observed | found | seen | detected | noted | present ) \s )?
  ( between \s [^,;\(\)]{3,60}? \s )?
  (in | for | regarding | concerning | with\ (respect | regard)\ to | as\ to) \s
  (?<list> [^;\(\)]+? ) (?= \s? (\( | ; | \. | $) | \s during \b )`;

/** No significant difference in A, B and C: a finding in words for each, with its P value where there is one thing only. */
export const noDifference = (clause: Passage, setting: Setting): readonly Statement[] => {
  const match = firstMatch(clause.text, NO_DIFFERENCE);
  const [none, list] = [match?.part('none'), match?.part('list')];
  if (!none || !list) return [];
  // A change is one group's own; a difference is between groups.
  const change = /changes?$/i.test(none.text);
  const treated = change ? undefined : treatedArm(setting);
  const subject: Subject = treated ? armSubject(treated) : { kind: change ? 'unspecified' : 'all' };
  const outcomes = listItems(clause, list.from, list.to);
  const pValue = outcomes.length === 1 ? pValueIn(clause) : NOT_STATED;
  const direction: Stated<Direction> = clause.fact(
    none.from,
    none.to,
    'no-significant-difference',
    'normalised',
  );
  const reference = treated ? impliedReference(comparatorOf(setting)) : NOT_STATED;
  const words = textFact(clause);
  return outcomes.map((outcome) =>
    said({
      clause,
      outcome,
      subject,
      reference,
      timePoint: NOT_STATED,
      direction,
      pValue,
      test: setting.test,
      words,
    }),
  );
};
