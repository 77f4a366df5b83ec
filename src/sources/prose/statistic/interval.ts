import type { IToken } from 'chevrotain';
import { timesPowerOfTen } from '../../../model/decimal.ts';
import { type Fact, NOT_STATED } from '../../../model/fact.ts';
import type { Interval } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { amountFact, numberOf, placeOf, tokenFact } from './amount.ts';
import type { Bounds, Stretch } from './items.ts';

/** Whether an interval with a level is called one of confidence or a credible one. */
export const confidenceType = (
  passage: Passage,
  stretch: Stretch,
): 'confidence-interval' | 'credible-interval' => {
  const { from, to } = placeOf(stretch);
  return /\bCrI|credible/i.test(passage.text.slice(from, to)) ? 'credible-interval' : 'confidence-interval';
};

/** The interval between two bounds, said by a stretch of tokens; the level is a fraction. */
export const intervalFact = (
  passage: Passage,
  stretch: Stretch,
  type: Interval['type'],
  bounds: Bounds,
  level?: IToken,
): Fact<Interval> => {
  const { from, to } = placeOf(stretch);
  return passage.fact(
    from,
    to,
    {
      type,
      level: level ? tokenFact(passage, level, timesPowerOfTen(numberOf(level), -2)) : NOT_STATED,
      low: amountFact(passage, bounds.low),
      high: amountFact(passage, bounds.high),
    },
    'stated',
  );
};
