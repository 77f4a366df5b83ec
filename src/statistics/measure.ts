import type { Effect } from './effect.ts';
import { ODDS_RATIO } from './odds-ratio.ts';
import { RISK_DIFFERENCE } from './risk-difference.ts';
import { RISK_RATIO } from './risk-ratio.ts';
import { LOGARITHMIC, PLAIN, type Scale } from './scale.ts';
import { isPercent } from './share.ts';
import type { Statistic } from './statistic.ts';

/** A kind of estimate that compares groups. */
export interface Measure {
  readonly name: string;
  readonly scale: Scale;
  /** How counts give it; `undefined` where they do not. */
  readonly effect?: Effect;
  /** What counts do not have and it is made from. */
  readonly needs?: string;
  /** Whether its interval and P value may be Student's rather than normal. */
  readonly student?: boolean;
}

const fromCounts = (effect: Effect): Measure => ({ name: effect.name, scale: effect.scale, effect });

/** By statistic type: https://hl7.org/fhir/R5/valueset-statistic-type.html */
const MEASURES: Readonly<Record<string, Measure>> = {
  C93152: fromCounts(RISK_RATIO),
  C16932: fromCounts(ODDS_RATIO),
  '0000424': fromCounts(RISK_DIFFERENCE),
  C93150: { name: 'hazard ratio', scale: LOGARITHMIC, needs: 'the times of the events' },
  'rate-ratio': { name: 'rate ratio', scale: LOGARITHMIC, needs: 'the time each group was observed' },
  '0000457': { name: 'mean difference', scale: PLAIN, needs: 'the values of the people', student: true },
  'absolute-MedianDiff': {
    name: 'median difference',
    scale: PLAIN,
    needs: 'the values of the people',
    student: true,
  },
  '0000100': {
    name: 'standardised mean difference',
    scale: PLAIN,
    needs: 'the values of the people',
    student: true,
  },
};

/** Which kind of estimate a statistic is; `undefined` where it compares no groups. */
export const measureOf = ({ types }: Statistic): Measure | undefined =>
  types.flatMap((type) => (Object.hasOwn(MEASURES, type) ? MEASURES[type]! : []))[0];

/** By what a computed value is multiplied to stand beside a statistic: 100 where it is in per cent or points. */
export const percentFactor = ({ quantity }: Statistic, { scale }: Measure): 1 | 100 => {
  const { unit, value = 0 } = quantity ?? {};
  const points = isPercent(unit) || /point/i.test(unit ?? '');
  // No difference of fractions is above 1.
  return points || (scale === PLAIN && unit === undefined && Math.abs(value) > 1) ? 100 : 1;
};
