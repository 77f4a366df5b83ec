import type { Effect } from './effect.ts';
import { MEAN_DIFFERENCE, type MeanEffect, STANDARDISED_MEAN_DIFFERENCE } from './mean-effect.ts';
import { ODDS_RATIO } from './odds-ratio.ts';
import { RISK_DIFFERENCE } from './risk-difference.ts';
import { RISK_RATIO } from './risk-ratio.ts';
import { LOGARITHMIC, PLAIN, type Scale } from './scale.ts';
import { isPercent } from './share.ts';
import type { Statistic } from './statistic.ts';
import { TERM } from './term.ts';

/** A kind of estimate that compares groups. */
export interface Measure {
  readonly name: string;
  readonly scale: Scale;
  /** How counts give it; `undefined` where they do not. */
  readonly effect?: Effect;
  /** How means give it; `undefined` where they do not. */
  readonly meanEffect?: MeanEffect;
  /** What it is made from, where neither counts nor means give it. */
  readonly needs?: string;
  /** Whether its interval and P value may be Student's rather than normal. */
  readonly student?: boolean;
}

const fromCounts = (effect: Effect): Measure => ({ name: effect.name, scale: effect.scale, effect });

/** By statistic type: https://hl7.org/fhir/R5/valueset-statistic-type.html */
const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  [TERM.riskRatio, fromCounts(RISK_RATIO)],
  [TERM.oddsRatio, fromCounts(ODDS_RATIO)],
  [TERM.riskDifference, fromCounts(RISK_DIFFERENCE)],
  [TERM.hazardRatio, { name: 'hazard ratio', scale: LOGARITHMIC, needs: 'the times of the events' }],
  [TERM.rateRatio, { name: 'rate ratio', scale: LOGARITHMIC, needs: 'the time each group was observed' }],
  [
    TERM.meanDifference,
    { name: 'mean difference', scale: PLAIN, meanEffect: MEAN_DIFFERENCE, student: true },
  ],
  [
    TERM.medianDifference,
    { name: 'median difference', scale: PLAIN, needs: 'the values of the people', student: true },
  ],
  [
    TERM.standardisedMeanDifference,
    {
      name: 'standardised mean difference',
      scale: PLAIN,
      meanEffect: STANDARDISED_MEAN_DIFFERENCE,
      student: true,
    },
  ],
]);

/** Which kind of estimate a statistic is; `undefined` where it compares no groups. */
export const measureOf = ({ types }: Statistic): Measure | undefined =>
  types.flatMap((type) => MEASURES.get(type) ?? [])[0];

/** By what a computed value is multiplied to stand beside a statistic: 100 where it is in per cent or points. */
export const percentFactor = ({ quantity }: Statistic, { scale }: Measure): 1 | 100 => {
  const { unit, value = 0 } = quantity ?? {};
  const points = isPercent(unit) || /point/i.test(unit ?? '');
  // No difference of fractions is above 1.
  return points || (scale === PLAIN && unit === undefined && Math.abs(value) > 1) ? 100 : 1;
};
