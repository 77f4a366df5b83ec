import type { Fact, Stated } from '../fact.ts';
import type { Phase, Registry } from '../trial.ts';
import type { Arm, Intervention, OutcomeMeasure } from './protocol.ts';
import type { Results } from './results.ts';

/** A number that the record gives the trial. */
export interface Identifier {
  readonly value: Fact<string>;
  /**
   * `own`: the number of this record. `same-trial`: another registry's number for this very trial, as the record says.
   * `related`: any other number of a registry or funder, which may be shared with other trials.
   */
  readonly role: 'own' | 'same-trial' | 'organisation' | 'related';
  /** The registry that gave it, where its form or the record says which. */
  readonly registry: Registry | undefined;
  /** The record's own word for its kind: `NIH`, `EUDRACT_NUMBER`. */
  readonly type: Stated<string>;
  readonly assigner: Stated<string>;
  readonly url: Stated<string>;
}

export interface Title {
  readonly text: Fact<string>;
  readonly kind: 'brief' | 'official' | 'short' | 'acronym' | 'plain-language';
  /** BCP 47, where it is another than the record's own. */
  readonly language?: string;
}

/** https://hl7.org/fhir/R5/valueset-research-study-status.html */
export type ProgressState =
  | 'active'
  | 'active-but-not-recruiting'
  | 'administratively-completed'
  | 'approved'
  | 'closed-to-accrual'
  | 'completed'
  | 'disapproved'
  | 'enrolling-by-invitation'
  | 'in-review'
  | 'not-yet-recruiting'
  | 'recruiting'
  | 'temporarily-closed-to-accrual'
  | 'terminated'
  | 'withdrawn';

/** Something that happens to the trial or to its record, and when. */
export interface Milestone {
  readonly event:
    | 'start'
    | 'primary-completion'
    | 'completion'
    | 'registered'
    | 'first-submitted'
    | 'first-submitted-qc'
    | 'first-posted'
    | 'results-submitted'
    | 'results-submitted-qc'
    | 'results-posted'
    | 'results-first-published'
    | 'disposition-submitted'
    | 'disposition-submitted-qc'
    | 'disposition-posted'
    | 'update-submitted'
    | 'update-posted'
    | 'last-updated'
    | 'verified'
    | 'first-enrolment'
    | 'recruitment-start'
    | 'recruitment-end'
    | 'recruitment-restart'
    | 'halt'
    | 'restart'
    | 'early-termination'
    | 'ethics-approval'
    | 'decision';
  /** ISO 8601 to the precision stated. */
  readonly date: Fact<string>;
  readonly actual: Stated<boolean>;
  /** The country or place, where it is told of one. */
  readonly place?: Fact<string>;
}

export interface Contact {
  readonly name: Stated<string>;
  readonly role: Stated<string>;
  readonly affiliation: Stated<string>;
  /** The address, or its first lines where its parts are told one by one. */
  readonly address: Stated<string>;
  readonly city?: Stated<string>;
  readonly postalCode?: Stated<string>;
  readonly country?: Stated<string>;
  readonly phone: Stated<string>;
  readonly phoneExtension: Stated<string>;
  readonly email: Stated<string>;
}

export type PartyRole =
  | 'lead-sponsor'
  | 'collaborator'
  | 'funder'
  | 'responsible-party'
  | 'principal-investigator'
  | 'study-director'
  | 'study-chair'
  | 'sub-investigator'
  | 'contact'
  | 'results-contact'
  | 'ethics-committee';

/** Someone who takes part in the trial: an organisation, or a person where the role is one's. */
export interface Party {
  readonly role: Fact<PartyRole>;
  readonly kind: 'organisation' | 'person';
  /** The record's own class of organisation: `INDUSTRY`, `NIH`. */
  readonly class: Stated<string>;
  readonly contact: Contact;
}

/** A condition, keyword or other word that describes the trial, with the codes that the record itself gives it. */
export interface Term {
  readonly text: Fact<string>;
  readonly codes: readonly {
    readonly system: 'mesh' | 'meddra' | 'icd-10' | 'other';
    readonly code: Fact<string>;
    readonly display: Stated<string>;
  }[];
}

/** How the trial is designed; each in the words that R5 or SEVCO have for it, the record's own in the fact. */
export interface Design {
  readonly studyType: Stated<'interventional' | 'observational' | 'expanded-access'>;
  readonly phase: Stated<Phase | 'n-a'>;
  /** The record's own words for the phase, where they are none of R5's. */
  readonly phaseWords?: Stated<string>;
  readonly allocation: Stated<'randomised' | 'non-randomised' | 'n-a'>;
  readonly interventionModel: Stated<
    'single-group' | 'parallel' | 'crossover' | 'factorial' | 'sequential' | 'other'
  >;
  readonly interventionModelDescription: Stated<string>;
  readonly masking: Stated<'none' | 'single' | 'double' | 'triple' | 'quadruple' | 'masked'>;
  readonly maskingDescription: Stated<string>;
  readonly whoMasked: readonly Fact<
    'participant' | 'care-provider' | 'investigator' | 'outcomes-assessor' | 'data-analyst'
  >[];
  readonly primaryPurpose: Stated<string>;
  readonly observationalModel: Stated<
    'cohort' | 'case-control' | 'case-only' | 'case-crossover' | 'ecologic' | 'family-based' | 'other'
  >;
  readonly timePerspective: Stated<'retrospective' | 'prospective' | 'cross-sectional' | 'other'>;
  /** The whole design in the record's words, where it is not told field by field. */
  readonly text: Stated<string>;
  /** What else is said of the design, each so that it can be read alone: `Number of treatment arms: 3`. */
  readonly features?: readonly Fact<string>[];
}

export interface Eligibility {
  /** All criteria as the record has them, markdown or plain. */
  readonly criteria: Stated<string>;
  /** The same, where the record itself keeps them apart. */
  readonly inclusion: readonly Fact<string>[];
  readonly exclusion: readonly Fact<string>[];
  readonly sex: Stated<'all' | 'female' | 'male'>;
  /** As written: `18 Years`. */
  readonly minimumAge: Stated<string>;
  readonly maximumAge: Stated<string>;
  readonly healthyVolunteers: Stated<boolean>;
  readonly studyPopulation: Stated<string>;
  readonly samplingMethod: Stated<string>;
}

export interface Site {
  readonly facility: Stated<string>;
  /** Street and number. */
  readonly address?: Stated<string>;
  readonly city: Stated<string>;
  readonly state: Stated<string>;
  readonly postalCode: Stated<string>;
  /** The country as the record writes it: a name or a code. */
  readonly country: Stated<string>;
  readonly latitude: Stated<string>;
  readonly longitude: Stated<string>;
  readonly status: Stated<ProgressState>;
  /** The record's own words for its state, where no state of R5's says the same. */
  readonly statusWords?: Stated<string>;
  readonly contacts: readonly Contact[];
}

/** A paper, page or document that the record names. */
export interface Reference {
  readonly kind: 'citation' | 'link' | 'document' | 'data';
  /** The record's own word: `RESULT`, `DERIVED`, `Prot_SAP`. */
  readonly type: Stated<string>;
  readonly text: Stated<string>;
  readonly pmid: Stated<string>;
  readonly doi: Stated<string>;
  readonly url: Stated<string>;
  readonly date: Stated<string>;
}

/** What the trial is to find out. */
export interface Objective {
  readonly role: 'primary' | 'secondary';
  readonly text: Fact<string>;
}

/** What the record says and this vocabulary has no word for, under the record's own name for it. */
export interface Remark {
  /** The place in the record, as in `Fact.path`. */
  readonly path: string;
  readonly value: Fact<string>;
}

/** A trial as a registry has it. Every leaf of the record is a fact here, or a remark. */
export interface RegistryRecord {
  readonly registry: Registry;
  /** BCP 47. */
  readonly language: string;
  /** The record's own number first. */
  readonly identifiers: readonly [Identifier, ...Identifier[]];
  readonly url: Stated<string>;
  readonly titles: readonly Title[];
  readonly state: Stated<ProgressState>;
  /** What else the record says of how far the trial is, in its own words: `Not Recruiting`. */
  readonly progress?: readonly Fact<string>[];
  readonly whyStopped: Stated<string>;
  readonly milestones: readonly Milestone[];
  readonly parties: readonly Party[];
  readonly summary: Stated<string>;
  readonly description: Stated<string>;
  readonly conditions: readonly Term[];
  readonly keywords: readonly Term[];
  /** The registry's own terms for what is studied and what is given, beside the record's words. */
  readonly conditionTerms: readonly Term[];
  readonly interventionTerms: readonly Term[];
  /** What the record says the trial is by law; what it says it is not is a remark. */
  readonly classifiers?: readonly Fact<'fda-regulated-drug' | 'fda-regulated-device'>[];
  /** What kind of trial it is and what it looks into, in the record's own words: `Safety`, `Bioequivalence study`. */
  readonly scopes?: readonly Fact<string>[];
  readonly design: Design;
  readonly enrolment: { readonly count: Fact<number>; readonly actual: Stated<boolean> } | undefined;
  /** How many people were planned, where `enrolment` is how many there were. */
  readonly plannedEnrolment?: Fact<number>;
  /** How many people are planned in each of several parts: a country, a region, an age group, an arm. */
  readonly plannedParts?: readonly { readonly part: Fact<string>; readonly count: Fact<number> }[];
  readonly objectives?: readonly Objective[];
  readonly arms: readonly Arm[];
  readonly interventions: readonly Intervention[];
  readonly outcomes: readonly OutcomeMeasure[];
  readonly eligibility: Eligibility;
  readonly sites: readonly Site[];
  readonly countries: readonly Fact<string>[];
  readonly references: readonly Reference[];
  readonly results: Results | undefined;
  readonly remarks: readonly Remark[];
}
