import { NOT_STATED, type Stated } from './fact.ts';
import type { Arm } from './trial.ts';

/** How many of an arm were looked at: those analysed; where that is not stated, those treated, else those enrolled. */
export const observedNumber = ({ analysed, treated, enrolled }: Arm): Stated<number> => {
  if (analysed !== NOT_STATED) return analysed;
  const others = treated === NOT_STATED ? enrolled : treated;
  return others === NOT_STATED ? NOT_STATED : { ...others, derivation: 'derived' };
};
