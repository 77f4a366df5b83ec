import type { Fact, Stated } from '../fact.ts';

/** A group whose people's results are told: of the flow, the baseline, an outcome, or adverse events. */
export interface Group {
  /** The record's own id, as its results refer to it: `OG000`. */
  readonly id: Fact<string>;
  readonly title: Stated<string>;
  readonly description: Stated<string>;
  /** The key of the planned arm with the very same name, if there is one. */
  readonly arm: string | undefined;
}

/** How many of a group were looked at, in the units counted: `Participants`, `eyes`. */
export interface Denominator {
  readonly units: Stated<string>;
  readonly counts: readonly { readonly group: Fact<string>; readonly value: Fact<string> }[];
}

/** One group's value in one cell. Numbers as written; `NA` and the like stay words. */
export interface Measurement {
  readonly group: Fact<string>;
  readonly value: Stated<string>;
  readonly spread: Stated<string>;
  readonly lower: Stated<string>;
  readonly upper: Stated<string>;
  readonly comment: Stated<string>;
}

export interface Category {
  readonly title: Stated<string>;
  readonly measurements: readonly Measurement[];
}

export interface Class {
  readonly title: Stated<string>;
  readonly denominators: readonly Denominator[];
  readonly categories: readonly Category[];
}

/** A table of values by class, category and group. */
export interface MeasureTable {
  readonly title: Fact<string>;
  readonly description: Stated<string>;
  readonly populationDescription: Stated<string>;
  /** The record's own words: `MEAN`, `COUNT_OF_PARTICIPANTS`; `STANDARD_DEVIATION`, `95% Confidence Interval`. */
  readonly parameterType: Stated<string>;
  readonly dispersionType: Stated<string>;
  readonly unit: Stated<string>;
  readonly calculatedPercentage: Stated<boolean>;
  readonly denominators: readonly Denominator[];
  readonly denominatorUnitsSelected: Stated<string>;
  readonly classes: readonly Class[];
}

/** A statistical analysis of an outcome; numbers as written. */
export interface Analysis {
  readonly groups: readonly Fact<string>[];
  readonly groupDescription: Stated<string>;
  readonly testedNonInferiority: Stated<boolean>;
  /** `SUPERIORITY`, `NON_INFERIORITY`, `EQUIVALENCE` … */
  readonly nonInferiorityType: Stated<string>;
  readonly nonInferiorityComment: Stated<string>;
  /** With its comparator, as written: `<0.001`, `0.3`. */
  readonly pValue: Stated<string>;
  readonly pValueComment: Stated<string>;
  readonly statisticalMethod: Stated<string>;
  readonly statisticalComment: Stated<string>;
  readonly parameterType: Stated<string>;
  readonly parameterValue: Stated<string>;
  readonly dispersionType: Stated<string>;
  readonly dispersionValue: Stated<string>;
  /** Per cent. */
  readonly intervalLevel: Stated<string>;
  readonly intervalSides: Stated<'one-sided' | 'two-sided'>;
  readonly intervalLower: Stated<string>;
  readonly intervalUpper: Stated<string>;
  readonly intervalLowerComment: Stated<string>;
  readonly intervalUpperComment: Stated<string>;
  readonly estimateComment: Stated<string>;
  readonly otherDescription: Stated<string>;
}

export interface ReportedOutcome extends MeasureTable {
  readonly role: Stated<'primary' | 'secondary' | 'other' | 'post-hoc'>;
  readonly timeFrame: Stated<string>;
  readonly reportingStatus: Stated<string>;
  readonly anticipatedPostingDate: Stated<string>;
  readonly typeUnitsAnalysed: Stated<string>;
  readonly groups: readonly Group[];
  readonly analyses: readonly Analysis[];
}

export interface Baseline {
  readonly populationDescription: Stated<string>;
  readonly typeUnitsAnalysed: Stated<string>;
  readonly groups: readonly Group[];
  readonly denominators: readonly Denominator[];
  readonly measures: readonly MeasureTable[];
}

/** How many of a group reached a milestone, or left for a reason. */
export interface FlowCount {
  readonly group: Fact<string>;
  readonly participants: Stated<string>;
  readonly units: Stated<string>;
  readonly comment: Stated<string>;
}

export interface FlowPeriod {
  readonly title: Stated<string>;
  readonly milestones: readonly {
    /** `STARTED`, `COMPLETED`, `NOT COMPLETED`, or the record's own. */
    readonly type: Fact<string>;
    readonly comment: Stated<string>;
    readonly counts: readonly FlowCount[];
  }[];
  readonly withdrawals: readonly {
    readonly reason: Fact<string>;
    readonly comment: Stated<string>;
    readonly counts: readonly FlowCount[];
  }[];
}

export interface ParticipantFlow {
  readonly preAssignment: Stated<string>;
  readonly recruitment: Stated<string>;
  readonly typeUnitsAnalysed: Stated<string>;
  readonly groups: readonly Group[];
  readonly periods: readonly FlowPeriod[];
}

/** The people of a group with any event of a kind. */
export interface AdverseEventGroup extends Group {
  readonly totals: readonly {
    readonly kind: 'serious' | 'other' | 'deaths';
    readonly affected: Stated<string>;
    readonly atRisk: Stated<string>;
  }[];
}

export interface AdverseEvent {
  readonly kind: 'serious' | 'other';
  readonly term: Fact<string>;
  readonly organSystem: Stated<string>;
  readonly vocabulary: Stated<string>;
  readonly assessment: Stated<'systematic' | 'non-systematic'>;
  readonly notes: Stated<string>;
  readonly counts: readonly {
    readonly group: Fact<string>;
    readonly events: Stated<string>;
    readonly affected: Stated<string>;
    readonly atRisk: Stated<string>;
  }[];
}

export interface AdverseEvents {
  readonly frequencyThreshold: Stated<string>;
  readonly timeFrame: Stated<string>;
  readonly description: Stated<string>;
  readonly allCauseMortalityComment: Stated<string>;
  readonly groups: readonly AdverseEventGroup[];
  readonly events: readonly AdverseEvent[];
}

/** What the record reports of the trial's results. */
export interface Results {
  readonly flow: ParticipantFlow | undefined;
  readonly baseline: Baseline | undefined;
  readonly outcomes: readonly ReportedOutcome[];
  readonly adverseEvents: AdverseEvents | undefined;
  readonly limitations: Stated<string>;
  /** Where the record gives them in words only, as some registries do. */
  readonly summary: Stated<string>;
}
