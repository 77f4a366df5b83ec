import { regex } from 'regex';
import { decimal } from '../../../model/decimal.ts';
import { NOT_STATED } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type { GroupResult } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { matches } from '../match.ts';
import { PEOPLE } from '../people.ts';
import { outcomeName } from './outcome-name.ts';
import { ADVERSE } from './safety.ts';
import { armSubject, outcomeKey, type Setting, type Statement } from './statement.ts';

const IN_ANY = regex(
  'i',
)`\s (in | among | within | with) \s (?<which> either | any | both) \s (of \s the \s)? ( (study | treatment | two | intervention | trial) \s )? (groups? | arms?) \b`;

/** What is compared, supposed or measured is no thing that people have. */
const NO_THING =
  /\b(?:differences?|changes?|effects?|evidence|improvements?|increases?|decreases?|reductions?|interactions?|correlations?|associations?|significant|trends?|data|further|longer|more|less)\b/i;

/** No deaths occurred in either group; no patient in either group died. */
const NONE = regex(
  'dgi',
)`\b (?<none> no ) \s ( ${PEOPLE} ${IN_ANY} \s ( had | experienced | developed | reported | required )? \s? (?<outcome> [^,;:.\(\)]{3,60} ) | (?<outcome> [^,;:.\(\)]{3,60}? ) ( \s ( (was | were) \s ( reported | observed | seen | noted | recorded | found | detected | documented ) | occurred | developed ) )? ${IN_ANY} )`;

/** That nobody in any group had something: a count of none in each. */
export const noneInGroups = (clause: Passage, setting: Setting): readonly Statement[] =>
  setting.arms.length < 2
    ? []
    : matches(clause.text, NONE).flatMap((match) => {
        const [none, part] = [match.part('none'), match.part('outcome')];
        const outcome = part && outcomeName(clause, part.from, part.to);
        // *Either* and *both* are of two.
        const isOfAll = match.part('which')?.text === 'any' || setting.arms.length === 2;
        if (!none || !outcome || !isOfAll || NO_THING.test(outcome.value)) return [];
        const domain = ADVERSE.test(outcome.value) ? 'adverse-event' : 'effect';
        const results = setting.arms.map(
          (arm): GroupResult => ({
            outcome: outcomeKey(outcome.value, domain),
            timePoint: NOT_STATED,
            sentence: textFact(clause),
            kind: 'group',
            subject: armSubject(arm),
            n: observedNumber(arm),
            measures: [
              {
                type: 'count',
                value: clause.fact(none.from, none.to, decimal('0'), 'normalised'),
                unit: NOT_STATED,
                spread: NOT_STATED,
                standardDeviation: NOT_STATED,
              },
            ],
          }),
        );
        return [{ outcome, domain, results }];
      });
