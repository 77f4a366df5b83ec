import type { Decimal } from './decimal.ts';
import type { Fact, Stated } from './fact.ts';
import type { Indexed } from './indexed.ts';

/**
 * Registries whose numbers are read, in the order in which a number becomes the study's id; `ICTRP` for a registry
 * that is known only by its numbers on the search portal of the WHO.
 */
export const REGISTRIES = [
  'NCT',
  'EudraCT',
  'CTIS',
  'ISRCTN',
  'ChiCTR',
  'IRCT',
  'CTRI',
  'DRKS',
  'ACTRN',
  'jRCT',
  'UMIN',
  'KCT',
  'PACTR',
  'TCTR',
  'NTR',
  'RBR',
  'REPEC',
  'RPCEC',
  'SLCTR',
  'LBCTR',
  'JapicCTI',
  'JMACCT',
  'ITMCTR',
  'SNCTP',
  'NL-OMON',
  'ICTRP',
] as const;
export type Registry = (typeof REGISTRIES)[number];

export interface Registration {
  readonly registry: Registry;
  readonly number: Fact<string>;
  /** ISO 8601 date. */
  readonly registered: Stated<string>;
  readonly url: Stated<string>;
}

export interface PersonName {
  readonly family: string;
  readonly given: readonly string[];
  readonly text: string;
  readonly affiliations?: readonly Fact<string>[];
  readonly orcid?: Fact<string>;
}

/** A title in another language than the document's own; `language` is a BCP 47 tag. */
export interface Translation {
  readonly text: string;
  readonly language: string;
}

export interface Publication {
  readonly title: Stated<string>;
  readonly translatedTitles: readonly Fact<Translation>[];
  readonly authors: readonly Fact<PersonName>[];
  /** `false` where the source says that there are more: *et al.* */
  readonly authorsComplete: Stated<boolean>;
  readonly journal: Stated<string>;
  readonly publisher: Stated<string>;
  /** ISO 8601 date to the precision stated. */
  readonly published: Stated<string>;
  readonly doi: Stated<string>;
  readonly issn: Stated<string>;
  readonly volume: Stated<string>;
  readonly issue: Stated<string>;
  readonly pages: Stated<string>;
  /** Where a bibliographic database is the source. */
  readonly indexed?: Indexed;
}

export type Phase =
  | 'early-phase-1'
  | 'phase-1'
  | 'phase-1-phase-2'
  | 'phase-2'
  | 'phase-2-phase-3'
  | 'phase-3'
  | 'phase-4';
export type Allocation = 'randomised' | 'non-randomised';
export type AllocationMethod = 'block' | 'simple' | 'stratified' | 'adaptive';
export type Masking = 'open-label' | 'single-blind' | 'double-blind' | 'triple-blind';
export type Comparator = 'placebo' | 'standard-care' | 'no-intervention' | 'matched-controls' | 'active';
export type Centres = 'single-centre' | 'multicentre';

export interface Design {
  readonly phase: Stated<Phase>;
  readonly allocation: Stated<Allocation>;
  readonly allocationMethod: Stated<AllocationMethod>;
  readonly masking: Stated<Masking>;
  readonly comparator: Stated<Comparator>;
  /** As written: `1:1`, `2:1`. */
  readonly allocationRatio: Stated<string>;
  readonly centres: Stated<Centres>;
}

/** A length of time. `unit` is UCUM: `min`, `h`, `d`, `wk`, `mo`, `a`. */
export interface Duration {
  readonly value: Decimal;
  readonly unit: 'min' | 'h' | 'd' | 'wk' | 'mo' | 'a';
}

/** When something is done or measured: at baseline, or so long after an event (`event` in the source's words). */
export type TimePoint =
  | { readonly kind: 'baseline' }
  | {
      readonly kind: 'after';
      readonly offset: Duration;
      readonly event?: string;
      readonly administration?: number;
    }
  | { readonly kind: 'during'; readonly text: string };

/** `value` is `undefined` where the document lost it (an exponent, a formula); the words remain in the fact. */
export interface Dose {
  readonly value: Decimal | undefined;
  /** As written, singular forms kept: `cells`, `cells/kg`, `mg`. */
  readonly unit: string;
}

export interface Administration {
  /** The words that describe the whole administration. */
  readonly text: Fact<string>;
  readonly agent: Fact<string>;
  /** The tissue or cell the agent is derived from: `bone marrow`, `umbilical cord`. */
  readonly source: Stated<string>;
  readonly dose: Stated<Dose>;
  readonly route: Stated<string>;
  /** `infusion`, `injection`, `tablet`. */
  readonly form: Stated<string>;
  readonly count: Stated<number>;
  readonly interval: Stated<Duration>;
  /** How often within an interval, where that is said. */
  readonly frequency?: Stated<number>;
  /** For how long. */
  readonly duration?: Stated<Duration>;
  /** A course that is repeated: the words that tell it, its length, and how often it is given. */
  readonly cycle?: {
    readonly words: Fact<string>;
    readonly length: Stated<Duration>;
    readonly count: Stated<number>;
  };
}

export type ArmRole =
  | 'experimental'
  | 'placebo-comparator'
  | 'active-comparator'
  | 'no-intervention'
  | 'control';

export interface Arm {
  /** Natural key, from the arm's name: lower case, words joined by `-`. */
  readonly key: string;
  readonly name: Fact<string>;
  readonly role: Stated<ArmRole>;
  /** Whether its people are the trial's own, or were found elsewhere (matched, historical controls). */
  readonly membership: 'trial' | 'external';
  readonly description: Stated<string>;
  readonly enrolled: Stated<number>;
  readonly treated: Stated<number>;
  readonly analysed: Stated<number>;
  /** In the order in which they are given. */
  readonly administrations: readonly Administration[];
}

export interface Criterion {
  readonly text: Fact<string>;
  readonly exclude: boolean;
}

export interface Assessment {
  readonly time: Fact<TimePoint>;
  readonly of: readonly Fact<string>[];
}

export interface Outcome {
  /** Natural key, from the outcome's name. */
  readonly key: string;
  readonly name: Fact<string>;
  readonly role: Stated<'primary' | 'secondary'>;
  readonly domain: Domain;
}

/** What a result is about: an effect of treatment, an adverse event, or the state at entry. */
export type Domain = 'effect' | 'adverse-event' | 'baseline';

/** Who a result is about: an arm by its key, everybody, those who got a treatment the source names, or nobody it names. */
export type Subject =
  | { readonly kind: 'arm'; readonly arm: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'unspecified' }
  | { readonly kind: 'treatment'; readonly name: Fact<string> };

export type Direction =
  | 'increased'
  | 'decreased'
  | 'higher'
  | 'lower'
  | 'improved'
  | 'worsened'
  | 'no-significant-difference';

/** `descriptive` where the source does not say what kind of value it is. */
export type MeasureType = 'count' | 'proportion' | 'median' | 'mean' | 'descriptive';
export type EstimateType =
  | 'relative-risk'
  | 'odds-ratio'
  | 'hazard-ratio'
  | 'rate-ratio'
  | 'risk-difference'
  | 'mean-difference'
  | 'median-difference'
  | 'standardised-mean-difference';

/** A pair of bounds. `level` is a fraction (`0.95`) for confidence and credible intervals only. */
export interface Interval {
  readonly type: 'confidence-interval' | 'credible-interval' | 'interquartile-range' | 'range';
  readonly level: Stated<Decimal>;
  readonly low: Fact<Decimal>;
  readonly high: Fact<Decimal>;
}

export interface PValue {
  readonly comparator?: '<' | '<=' | '>' | '>=';
  readonly value: Decimal;
}

export interface Measure {
  readonly type: MeasureType;
  /** Of a `count`: participants with the event. Of a `proportion`: per cent, as written. */
  readonly value: Fact<Decimal>;
  /** As written, `%` for proportions. */
  readonly unit: Stated<string>;
  readonly spread: Stated<Interval>;
  readonly standardDeviation: Stated<Decimal>;
  /** Of a mean, where that is given in place of a deviation. */
  readonly standardError?: Fact<Decimal>;
}

interface About {
  readonly outcome: string;
  readonly timePoint: Stated<TimePoint>;
  /** The sentence the result stands in. */
  readonly sentence: Fact<string>;
}

/** One or more values of one outcome in one group of people. */
export interface GroupResult extends About {
  readonly kind: 'group';
  readonly subject: Subject;
  /** How many were looked at. */
  readonly n: Stated<number>;
  readonly measures: readonly Measure[];
}

/** Whom an analysis counted, and in which group. */
export type AnalysisPopulation =
  | 'intention-to-treat'
  | 'modified-intention-to-treat'
  | 'per-protocol'
  | 'as-treated';

/** What a comparison or analysis says: an estimate with interval and P value, or a P value alone. */
export interface ComparisonResult extends About {
  readonly kind: 'comparison';
  readonly exposure: Subject;
  readonly reference: Stated<Subject>;
  readonly estimate: Stated<{ readonly type: EstimateType; readonly value: Decimal }>;
  /** Of a difference, as written. */
  readonly unit?: Fact<string>;
  readonly interval: Stated<Interval>;
  readonly pValue: Stated<PValue>;
  readonly direction: Stated<Direction>;
  /** How it was tested, in the source's words: `paired statistical tests`. */
  readonly test: Stated<string>;
  /** The words that name an estimate that was adjusted: `adjusted hazard ratio`. */
  readonly adjusted?: Fact<string>;
  readonly population?: Fact<AnalysisPopulation>;
  readonly sides?: Fact<'one-sided' | 'two-sided'>;
  /** The words that say how much worse would do: `non-inferiority margin of 5%`. */
  readonly margin?: Fact<string>;
}

/** A finding in words alone. */
export interface Finding extends About {
  readonly kind: 'finding';
  readonly subject: Subject;
  readonly reference: Stated<Subject>;
  readonly direction: Stated<Direction>;
  readonly words: Fact<string>;
}

export type Result = GroupResult | ComparisonResult | Finding;

/** A clinical trial as one document tells it. */
export interface Trial {
  readonly registrations: readonly Registration[];
  readonly publication: Publication;
  readonly design: Design;
  readonly conditions: readonly Fact<string>[];
  readonly objectives: readonly Fact<string>[];
  readonly period: { readonly start: Stated<string>; readonly end: Stated<string> };
  readonly planned: Stated<number>;
  readonly enrolled: Stated<number>;
  readonly analysed: Stated<number>;
  readonly arms: readonly Arm[];
  /** What all participants received, whatever their arm. */
  readonly concomitantCare: readonly Fact<string>[];
  readonly eligibility: readonly Criterion[];
  readonly assessments: readonly Assessment[];
  readonly outcomes: readonly Outcome[];
  readonly results: readonly Result[];
  readonly conclusions: readonly Fact<string>[];
}
