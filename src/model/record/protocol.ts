import type { Fact, Stated } from '../fact.ts';
import type { Administration } from '../trial.ts';

/** An arm, group or cohort as the record plans it. */
export interface Arm {
  /** Natural key within the record. */
  readonly key: string;
  readonly name: Fact<string>;
  readonly type: Stated<
    | 'experimental'
    | 'active-comparator'
    | 'placebo-comparator'
    | 'sham-comparator'
    | 'no-intervention'
    | 'other'
  >;
  readonly description: Stated<string>;
  /** Keys of what it is given, each with the words that say so. */
  readonly interventions: readonly { readonly key: string; readonly words: Fact<string> }[];
}

/** How a product is given, where the record tells it field by field. */
export interface ProductUse {
  readonly routes: readonly Fact<string>[];
  readonly form: Stated<string>;
  /** In digits, with the record's word for the unit. */
  readonly maximumDailyDose?: { readonly amount: Fact<string>; readonly unit: Stated<string> };
  /** What else is said of it, each so that it can be read alone: `Strength: 20 mg/ml`. */
  readonly details: readonly Fact<string>[];
}

/** What is given or done to people. */
export interface Intervention {
  /** Natural key within the record. */
  readonly key: string;
  readonly name: Fact<string>;
  /** The record's own kind: `DRUG`, `DEVICE`, `BEHAVIORAL`. */
  readonly type: Stated<string>;
  readonly description: Stated<string>;
  readonly otherNames: readonly Fact<string>[];
  /** Where the record says from its side, too, which arms it is given to. */
  readonly arms: readonly Fact<string>[];
  /** Dose and timing, where the description states them plainly. */
  readonly administration?: Administration;
  readonly use?: ProductUse;
}

/** An outcome as it is planned. */
export interface OutcomeMeasure {
  readonly key: string;
  readonly role: 'primary' | 'secondary' | 'other';
  readonly name: Fact<string>;
  readonly description: Stated<string>;
  readonly timeFrame: Stated<string>;
}
