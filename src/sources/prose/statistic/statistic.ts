import type { Decimal } from '../../../model/decimal.ts';
import type { Fact, Stated } from '../../../model/fact.ts';
import type { EstimateType, Interval, Measure, PValue } from '../../../model/trial.ts';
import type { Part } from '../match.ts';

/** One or more values of one thing in one group: `12 of 35 (34%)`, `12.3 ± 4.5 mm Hg`, `median 5 [IQR 3–8] days`. */
export interface ValueStatistic extends Part {
  readonly kind: 'value';
  readonly measures: readonly Measure[];
  /** How many were looked at, where a fraction says it: the 35 of `12 of 35`. */
  readonly n: Stated<number>;
}

/** A value at one time and the value later: `from 8.2% to 7.1%`. */
export interface ChangeStatistic extends Part {
  readonly kind: 'change';
  readonly before: ValueStatistic;
  readonly after: ValueStatistic;
}

/** An estimate of an effect, with the interval and P value that stand with it: `HR 0.75 (95% CI 0.65–0.86; P<0.001)`. */
export interface EstimateStatistic extends Part {
  readonly kind: 'estimate';
  readonly estimate: Fact<{ readonly type: EstimateType; readonly value: Decimal }>;
  readonly unit: Stated<string>;
  readonly interval: Stated<Interval>;
  readonly pValue: Stated<PValue>;
  /** The words that name the estimate: `adjusted hazard ratio`. */
  readonly name: Part;
  /** Whether its name says that it was adjusted. */
  readonly adjusted: boolean;
}

/** A P value that stands with no estimate. */
export interface PValueStatistic extends Part {
  readonly kind: 'p-value';
  readonly pValue: Fact<PValue>;
  /** What it tests other than a difference: `interaction`, `trend`, `non-inferiority`. */
  readonly of: string | undefined;
}

/** A confidence interval that stands with no value. */
export interface IntervalStatistic extends Part {
  readonly kind: 'interval';
  readonly interval: Fact<Interval>;
}

/** That a difference is not significant, said in place of a P value: `NS`, `P = NS`. */
export interface NotSignificant extends Part {
  readonly kind: 'not-significant';
}

/** A number of participants: `n = 34`. */
export interface SampleSize extends Part {
  readonly kind: 'sample-size';
  readonly n: Fact<number>;
}

/** What a stretch of a passage says in numbers; `from` and `to` are indices into the passage. */
export type Statistic =
  | ValueStatistic
  | ChangeStatistic
  | EstimateStatistic
  | PValueStatistic
  | IntervalStatistic
  | NotSignificant
  | SampleSize;
