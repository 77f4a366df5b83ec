import type { StatisticCheck } from './subject.ts';
import { placed } from './verdict.ts';

/** Whether no more participants were affected than were looked at. Events may be more: a person can have several. */
export const affectedWithinSample: StatisticCheck = ({ statistic: { path, affected, size } }) => {
  if (affected === undefined || size === undefined) return [];
  const right = affected <= size;
  return placed(`${path}.numberAffected`, {
    code: 'affected-within-sample',
    verdict: right ? 'consistent' : 'inconsistent',
    text: `${affected} participants affected are ${right ? 'not ' : ''}more than the ${size} looked at.`,
  });
};
