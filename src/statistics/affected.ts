import type { Statistic } from './statistic.ts';
import type { Judgement } from './verdict.ts';

/** Whether no more participants were affected than were looked at. Events may be more: a person can have several. */
export const affectedWithinSample = ({ affected, size }: Statistic): Judgement | undefined => {
  if (affected === undefined || size === undefined) return;
  const right = affected <= size;
  return {
    code: 'affected-within-sample',
    verdict: right ? 'consistent' : 'inconsistent',
    text: `${affected} participants affected are ${right ? 'not ' : ''}more than the ${size} looked at.`,
  };
};
