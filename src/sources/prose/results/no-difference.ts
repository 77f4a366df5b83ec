import { regex } from 'regex';
import { NOT_STATED } from '../../../model/fact.ts';
import type { Finding } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { firstMatch } from '../match.ts';
import { listItems } from './outcome-name.ts';
import {
  armSubject,
  comparatorOf,
  impliedReference,
  outcomeKey,
  type Setting,
  type Statement,
  treatedArm,
} from './statement.ts';

const NO_DIFFERENCE = regex('dgi')`
  \b (?<none> no \s ( statistically \s )? significant(ly)? \s (differences? | different) ) \s
  ( between \s [^,;\(\)]{3,60}? \s )?
  ( (was | were) \s ( observed | found | seen | detected | noted | present ) \s )?
  ( between \s [^,;\(\)]{3,60}? \s )?
  (in | for | regarding | concerning | with\ (respect | regard)\ to | as\ to) \s
  (?<list> [^;\(\)]+? ) (?= \s? (\( | ; | \. | $) )`;

/** No significant difference in A, B and C: a finding in words for each. */
export const noDifference = (clause: Passage, setting: Setting): readonly Statement[] => {
  const match = firstMatch(clause.text, NO_DIFFERENCE);
  const [none, list] = [match?.part('none'), match?.part('list')];
  if (!none || !list) return [];
  const treated = treatedArm(setting);
  const reference = treated ? impliedReference(comparatorOf(setting)) : NOT_STATED;
  return listItems(clause, list.from, list.to).map((outcome): Statement => {
    const finding: Finding = {
      outcome: outcomeKey(outcome.value, 'effect'),
      timePoint: NOT_STATED,
      sentence: textFact(clause),
      kind: 'finding',
      subject: treated ? armSubject(treated) : { kind: 'all' },
      reference,
      direction: clause.fact(none.from, none.to, 'no-significant-difference', 'normalised'),
      words: textFact(clause),
    };
    return { outcome, domain: 'effect', results: [finding] };
  });
};
