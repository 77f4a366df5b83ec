import { NOT_STATED } from '../../../model/fact.ts';
import { type Passage, textFact } from '../../passage.ts';
import { said } from './said.ts';
import {
  armSubject,
  comparatorOf,
  impliedReference,
  type Setting,
  type Statement,
  treatedArm,
} from './statement.ts';

/** A sentence that says no more than that groups did not differ: in what, the sentence before it says. */
const NO_DIFFERENCE =
  /^(?:however,? |but |overall,? )?(?:there (?:was|were) no |no )(?:(?:statistically )?significant(?:ly)? )?(?:differences?|other differences?)(?: (?:was|were) (?:found|observed|seen|noted|detected))?(?: (?:between|among) (?:the |these |both )?(?:two |three |four |study |treatment )*(?:groups|arms|conditions|treatments))?(?: (?:was|were) (?:found|observed|seen|noted|detected))?(?: at (?:either|any) [^,;]{1,40})?\.?$/i;

/** That groups did not differ in what the sentence before tells of. */
export const noDifferenceOf = (
  sentence: Passage,
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const match = NO_DIFFERENCE.exec(sentence.text);
  if (!match) return [];
  const treated = treatedArm(setting) ?? (setting.arms.length === 2 ? setting.arms[0] : undefined);
  const other = comparatorOf(setting) ?? setting.arms.find((arm) => arm !== treated);
  const outcomes = Map.groupBy(before, ({ outcome }) => outcome.value);
  return [...outcomes.values()].flatMap(([first]) =>
    first
      ? said({
          clause: sentence,
          outcome: first.outcome,
          subject: treated ? armSubject(treated) : { kind: 'all' },
          reference: treated ? impliedReference(other) : NOT_STATED,
          timePoint: NOT_STATED,
          direction: sentence.fact(0, match[0].length, 'no-significant-difference', 'derived'),
          pValue: NOT_STATED,
          test: NOT_STATED,
          words: textFact(sentence),
        })
      : [],
  );
};
