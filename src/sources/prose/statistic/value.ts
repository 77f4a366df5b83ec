import type { IToken } from 'chevrotain';
import { decimal } from '../../../model/decimal.ts';
import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Interval, Measure, MeasureType } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { amountFact, isPercent, numberOf, placeOf, tokenFact, unitFact } from './amount.ts';
import { confidenceType, intervalFact } from './interval.ts';
import type { Amount, Aside, Quantity, Spread, SpreadType } from './items.ts';
import type { ValueStatistic } from './statistic.ts';

/** What the words before a value say of it: what it is, and what stands in brackets behind it. */
export interface Naming {
  readonly type?: 'mean' | 'median';
  readonly spread?: SpreadType | 'confidence-interval' | 'credible-interval';
  /** The level of the intervals. */
  readonly level?: IToken;
}

type AsideOf<K extends Aside['kind']> = Aside & { readonly kind: K };

const asideOf = <K extends Aside['kind']>(
  { asides }: Quantity,
  kind: K,
  test: (aside: AsideOf<K>) => boolean = () => true,
): AsideOf<K> | undefined =>
  asides.find((aside): aside is AsideOf<K> => aside.kind === kind && test(aside as AsideOf<K>));

const WHOLE = /^\d+$/;

const isWhole = ({ minus, number, unit }: Amount): boolean =>
  !minus && unit === undefined && WHOLE.test(numberOf(number));

const countFact = (passage: Passage, token: Amount['number']): Fact<number> =>
  tokenFact(passage, token, Number(numberOf(token)));

const spreadAside = (quantity: Quantity, ...of: readonly SpreadType[]): Spread | undefined =>
  asideOf(quantity, 'spread', (aside) => of.includes(aside.of));

/** The amount that is a value's deviation of one kind, by its own name or by what the words before say. */
const deviationOf = (
  quantity: Quantity,
  of: 'standard-deviation' | 'standard-error',
  { spread }: Naming,
): Amount | undefined => {
  const named = spreadAside(quantity, of)?.low;
  if (named) return named;
  // What stands behind ± is a standard deviation unless it is called an error.
  const plusMinus = asideOf(quantity, 'plus-minus')?.amount;
  const means = spread === 'standard-error' ? 'standard-error' : 'standard-deviation';
  if (plusMinus) return means === of ? plusMinus : undefined;
  return spread === of
    ? asideOf(quantity, 'number', ({ amount }) => !isPercent(amount.unit))?.amount
    : undefined;
};

const spreadOf = (passage: Passage, quantity: Quantity, naming: Naming): Stated<Interval> => {
  const confidence = asideOf(quantity, 'confidence', ({ bounds }) => bounds !== undefined);
  if (confidence?.bounds)
    return intervalFact(
      passage,
      confidence,
      confidenceType(passage, confidence),
      confidence.bounds,
      confidence.level,
    );
  const named = spreadAside(quantity, 'interquartile-range', 'range');
  if (named?.low && named.high)
    return intervalFact(passage, named, named.of === 'range' ? 'range' : 'interquartile-range', {
      low: named.low,
      high: named.high,
    });
  const bare = asideOf(quantity, 'bounds');
  const { spread, level } = naming;
  return bare && spread && spread !== 'standard-deviation' && spread !== 'standard-error'
    ? intervalFact(passage, bare, spread, bare.bounds, level)
    : NOT_STATED;
};

const typeOf = (quantity: Quantity, { type }: Naming, deviates: boolean): MeasureType => {
  if (type) return type;
  if (isPercent(quantity.amount.unit)) return 'proportion';
  if (deviates) return 'mean';
  return spreadAside(quantity, 'interquartile-range') ? 'median' : 'descriptive';
};

const plain = { unit: NOT_STATED, spread: NOT_STATED, standardDeviation: NOT_STATED } as const;

/** A count of participants and its share of them, where a quantity says one: `12 of 35 (34%)`, `34% (12/35)`, `12 patients`. */
const countsOf = (
  passage: Passage,
  quantity: Quantity,
  naming: Naming,
): Omit<ValueStatistic, 'text' | 'from' | 'to'> | undefined => {
  const { amount, people } = quantity;
  const fraction = asideOf(quantity, 'fraction', ({ count }) => isWhole(count));
  const percent = isPercent(amount.unit)
    ? amount
    : asideOf(quantity, 'number', (aside) => isPercent(aside.amount.unit))?.amount;
  const count = isWhole(amount)
    ? amount.number
    : (fraction?.count.number ?? asideOf(quantity, 'count')?.number);
  const total = quantity.total ?? asideOf(quantity, 'total')?.number ?? fraction?.total;
  if (!count || (amount.unit && !isPercent(amount.unit))) return undefined;
  if (!total && !people && !percent) return undefined;
  const number = numberOf(count);
  if (total && Number(numberOf(total)) < Number(number)) return undefined;
  const share = percent && {
    ...plain,
    type: 'proportion' as const,
    value: amountFact(passage, percent),
    unit: unitFact(passage, [percent]),
    spread: spreadOf(passage, quantity, naming),
  };
  return {
    kind: 'value',
    measures: [
      { ...plain, type: 'count', value: tokenFact(passage, count, decimal(number)) },
      ...(share ? [share] : []),
    ],
    n: total ? countFact(passage, total) : NOT_STATED,
  };
};

const measureOf = (passage: Passage, quantity: Quantity, naming: Naming): Measure => {
  const { amount, asides } = quantity;
  const deviation = deviationOf(quantity, 'standard-deviation', naming);
  const error = deviationOf(quantity, 'standard-error', naming);
  const behind = asides.flatMap((aside) => (aside.kind === 'plus-minus' ? [aside.amount] : []));
  return {
    type: typeOf(quantity, naming, (deviation ?? error) !== undefined),
    value: amountFact(passage, amount),
    unit: unitFact(passage, [amount, ...behind]),
    spread: spreadOf(passage, quantity, naming),
    standardDeviation: deviation ? amountFact(passage, deviation) : NOT_STATED,
    ...(error && { standardError: amountFact(passage, error) }),
  };
};

/** The value that a quantity says, in the light of the words before it. */
export const valueStatistic = (
  passage: Passage,
  quantity: Quantity,
  naming: Naming,
): ValueStatistic | undefined => {
  if (quantity.lost || quantity.upTo) return undefined;
  const { from, to } = placeOf(quantity);
  const counted = countsOf(passage, quantity, naming);
  if (!counted && quantity.total) return undefined;
  return {
    text: passage.text.slice(from, to),
    from,
    to,
    ...(counted ?? { kind: 'value', measures: [measureOf(passage, quantity, naming)], n: NOT_STATED }),
  };
};
