import type { StatisticCheck } from './subject.ts';
import { cannotVerify, placed } from './verdict.ts';

/** Says of an estimate that neither counts nor means give what it would take: of a hazard ratio, the times. */
export const effectEstimate: StatisticCheck = ({ statistic: { path, quantity }, measure }) =>
  quantity === undefined || measure?.needs === undefined
    ? []
    : placed(
        `${path}.quantity`,
        cannotVerify(
          'effect-estimate',
          `${quantity.written}, a ${measure.name}, cannot be recomputed from the groups: it needs ${measure.needs}.`,
        ),
      );
