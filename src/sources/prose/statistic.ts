import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { PValue } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { statisticsIn } from './statistic/statistics-in.ts';

/** The first P value in a text that tests a difference. */
export const pValueIn = (passage: Passage): Stated<PValue> => {
  for (const statistic of statisticsIn(passage)) {
    if (statistic.kind === 'estimate' && statistic.pValue !== NOT_STATED) return statistic.pValue;
    if (statistic.kind === 'p-value' && statistic.of === undefined) return statistic.pValue;
  }
  return NOT_STATED;
};
