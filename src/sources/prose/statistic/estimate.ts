import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { EstimateType, Interval, PValue } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { amountFact, isPercent, placeOf, signedNumber, unitFact } from './amount.ts';
import { type EstimateKind, kindOf } from './estimate-name.ts';
import { confidenceType, intervalFact } from './interval.ts';
import type { Item, Quantity } from './items.ts';
import type { EstimateStatistic } from './statistic.ts';
import type { Naming } from './value.ts';

const RATIOS: readonly EstimateKind[] = ['relative-risk', 'odds-ratio', 'hazard-ratio', 'rate-ratio'];

/** The name of an estimate that a text has said. */
export interface Named {
  readonly item: Item;
  /** How many words stand behind it by now, or behind the last number that it named. */
  readonly words: number;
  /** Whether it has named a number already: another must follow soon. */
  readonly hasNumber: boolean;
}

/** What stands with an estimate. */
export interface Beside {
  readonly interval: Stated<Interval>;
  readonly pValue: Stated<PValue>;
  readonly to: number;
  /** Another value is set against it, so that it is one group's. */
  readonly compared: boolean;
}

/** The interval in brackets right behind an estimate, which need not be called one. */
export const ownInterval = (
  passage: Passage,
  { asides }: Quantity,
  { level, spread }: Naming,
): Stated<Interval> => {
  for (const aside of asides) {
    if (aside.kind === 'confidence' && aside.bounds)
      return intervalFact(passage, aside, confidenceType(passage, aside), aside.bounds, aside.level);
    if (aside.kind === 'bounds')
      return intervalFact(
        passage,
        aside,
        spread === 'credible-interval' ? spread : 'confidence-interval',
        aside.bounds,
        level,
      );
  }
  return NOT_STATED;
};

/** So few words leave no doubt that the next number is what was named: `odds ratio of 2.1`, `HR = 0.75`. */
export const NEAR = 0;
/** How far a number may stand from its name where a P value, or an interval, stands with it. */
const [WITH_P, WITH_INTERVAL, NEXT] = [8, 30, 10];

const isEstimate = (
  kind: EstimateKind,
  quantity: Quantity,
  { words, hasNumber }: Named,
  beside: Beside,
): boolean => {
  if (beside.compared || quantity.people || quantity.total || quantity.upTo || quantity.lost) return false;
  const ratio = RATIOS.includes(kind);
  if (ratio && (quantity.amount.unit || !(Number(signedNumber(quantity.amount)) > 0))) return false;
  if (beside.interval !== NOT_STATED) return words <= (hasNumber ? NEXT : WITH_INTERVAL);
  if (quantity.asides.length > 0) return false;
  return beside.pValue === NOT_STATED ? kind !== 'difference' && words <= NEAR : words <= WITH_P;
};

/** A difference that its name does not tell the kind of is one of means, unless it is of shares of participants. */
const typeOf = (kind: EstimateKind, shares: boolean): EstimateType => {
  if (kind !== 'difference') return kind;
  return shares ? 'risk-difference' : 'mean-difference';
};

/** The estimate that a quantity is, in the light of the name before it; `shares` if the text has shares of participants. */
export const estimateStatistic = (
  passage: Passage,
  quantity: Quantity,
  named: Named,
  beside: Beside,
  shares: boolean,
): EstimateStatistic | undefined => {
  const name = placeOf(named.item);
  const words = passage.text.slice(name.from, name.to);
  const kind = kindOf(words);
  if (!isEstimate(kind, quantity, named, beside)) return undefined;
  const value = amountFact(passage, quantity.amount);
  const from = name.from;
  return {
    kind: 'estimate',
    text: passage.text.slice(from, beside.to),
    from,
    to: beside.to,
    estimate: passage.fact(
      from,
      placeOf({ first: quantity.first, last: quantity.amount.number }).to,
      { type: typeOf(kind, shares && isPercentage(quantity)), value: value.value },
      kind === 'difference' ? 'derived' : 'stated',
    ),
    unit: unitFact(passage, [quantity.amount]),
    interval: beside.interval,
    pValue: beside.pValue,
    name: { text: words, ...name },
    adjusted: /(?<!un)adjusted|^a(?:HR|OR|RR|IRR)/i.test(words),
  };
};

const isPercentage = ({ amount: { unit } }: Quantity): boolean =>
  isPercent(unit) || /^(?:percent|%|pp)/i.test(unit?.image ?? '');
