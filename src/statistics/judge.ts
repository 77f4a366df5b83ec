import type { Reading, Readings } from './reading.ts';
import { type CheckCode, cannotVerify, type Judgement } from './verdict.ts';

/** What one reading of two groups gives, beside what is reported. */
export interface Outcome {
  /** `undefined` where nothing could be computed. */
  readonly fits: boolean | undefined;
  /** `3/11 against 8/24 gives a risk ratio of 0.818`. */
  readonly calculation: string;
  readonly recomputed: string | undefined;
  /** What else the reported number might be. */
  readonly hint?: string | undefined;
  /** The check that was made, where that depends on the outcome. */
  readonly code?: CheckCode;
  readonly unit?: '%';
}

const source = ({ derived, assumption }: Reading<unknown>): string =>
  [derived, assumption].map((words) => (words === undefined ? '' : `; ${words}`)).join('');

/**
 * Compares a reported number with all readings of the groups: it is inconsistent only if none of them gives it, and
 * only if none of them is an assumption.
 */
export const judge = <Table>(
  code: CheckCode,
  reported: string,
  found: Readings<Table>,
  compute: (table: Table) => Outcome,
): Judgement => {
  if ('missing' in found) return cannotVerify(code, `${reported} cannot be recomputed: ${found.missing}.`);
  const outcomes = found.readings.map((reading) => ({ reading, outcome: compute(reading.table) }));
  const [first] = outcomes as [(typeof outcomes)[number]];
  const { reading, outcome } = outcomes.find((one) => one.outcome.fits) ?? first;
  const { fits, calculation, recomputed, hint, unit } = outcome;
  const said = fits
    ? `${calculation}; ${reported} is reported${source(reading)}.`
    : `${calculation}, not ${reported}${source(reading)}.${hint === undefined ? '' : ` ${hint}`}`;
  const open = fits === undefined || reading.assumption !== undefined;
  return {
    code: outcome.code ?? code,
    verdict: fits ? 'consistent' : open ? 'cannot-be-verified' : 'inconsistent',
    text: said,
    ...(recomputed !== undefined && { recomputed }),
    ...(unit !== undefined && { unit }),
  };
};
