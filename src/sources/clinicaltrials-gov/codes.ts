import type { Fact } from '../../model/fact.ts';
import type { Arm } from '../../model/record/protocol.ts';
import type { Design, Eligibility, PartyRole, ProgressState } from '../../model/record/record.ts';
import type { AdverseEvent, Analysis, ReportedOutcome } from '../../model/record/results.ts';

type Value<T> = T extends Fact<infer V> ? V : never;
type Codes<T> = ReadonlyMap<string, T>;

const codes = <T extends string>(table: Readonly<Record<string, T>>): Codes<T> =>
  new Map(Object.entries(table));

/** Of expanded access, and where the registry itself does not know, R5 has no state. */
export const STATES: Codes<ProgressState> = codes({
  ACTIVE_NOT_RECRUITING: 'active-but-not-recruiting',
  COMPLETED: 'completed',
  ENROLLING_BY_INVITATION: 'enrolling-by-invitation',
  NOT_YET_RECRUITING: 'not-yet-recruiting',
  RECRUITING: 'recruiting',
  SUSPENDED: 'temporarily-closed-to-accrual',
  TERMINATED: 'terminated',
  WITHDRAWN: 'withdrawn',
});

export const ACTUAL: ReadonlyMap<string, boolean> = new Map([
  ['ACTUAL', true],
  ['ESTIMATED', false],
]);

export const STUDY_TYPES: Codes<Value<Design['studyType']>> = codes({
  INTERVENTIONAL: 'interventional',
  OBSERVATIONAL: 'observational',
  EXPANDED_ACCESS: 'expanded-access',
});

/** By all the phases that are named. */
export const PHASES: Codes<Value<Design['phase']>> = codes({
  NA: 'n-a',
  EARLY_PHASE1: 'early-phase-1',
  PHASE1: 'phase-1',
  'PHASE1 PHASE2': 'phase-1-phase-2',
  PHASE2: 'phase-2',
  'PHASE2 PHASE3': 'phase-2-phase-3',
  PHASE3: 'phase-3',
  PHASE4: 'phase-4',
});

export const ALLOCATIONS: Codes<Value<Design['allocation']>> = codes({
  RANDOMIZED: 'randomised',
  NON_RANDOMIZED: 'non-randomised',
  NA: 'n-a',
});

export const INTERVENTION_MODELS: Codes<Value<Design['interventionModel']>> = codes({
  SINGLE_GROUP: 'single-group',
  PARALLEL: 'parallel',
  CROSSOVER: 'crossover',
  FACTORIAL: 'factorial',
  SEQUENTIAL: 'sequential',
});

export const MASKINGS: Codes<Value<Design['masking']>> = codes({
  NONE: 'none',
  SINGLE: 'single',
  DOUBLE: 'double',
  TRIPLE: 'triple',
  QUADRUPLE: 'quadruple',
});

export const WHO_MASKED: Codes<Design['whoMasked'][number]['value']> = codes({
  PARTICIPANT: 'participant',
  SUBJECT: 'participant',
  CARE_PROVIDER: 'care-provider',
  CAREGIVER: 'care-provider',
  INVESTIGATOR: 'investigator',
  OUTCOMES_ASSESSOR: 'outcomes-assessor',
});

export const OBSERVATIONAL_MODELS: Codes<Value<Design['observationalModel']>> = codes({
  COHORT: 'cohort',
  CASE_CONTROL: 'case-control',
  CASE_ONLY: 'case-only',
  CASE_CROSSOVER: 'case-crossover',
  ECOLOGIC_OR_COMMUNITY: 'ecologic',
  FAMILY_BASED: 'family-based',
  OTHER: 'other',
});

export const TIME_PERSPECTIVES: Codes<Value<Design['timePerspective']>> = codes({
  RETROSPECTIVE: 'retrospective',
  PROSPECTIVE: 'prospective',
  CROSS_SECTIONAL: 'cross-sectional',
  OTHER: 'other',
});

export const ARM_TYPES: Codes<Value<Arm['type']>> = codes({
  EXPERIMENTAL: 'experimental',
  ACTIVE_COMPARATOR: 'active-comparator',
  PLACEBO_COMPARATOR: 'placebo-comparator',
  SHAM_COMPARATOR: 'sham-comparator',
  NO_INTERVENTION: 'no-intervention',
  OTHER: 'other',
});

export const SEXES: Codes<Value<Eligibility['sex']>> = codes({ ALL: 'all', FEMALE: 'female', MALE: 'male' });

/** In words of the older XML, too. */
export const HEALTHY_VOLUNTEERS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['ACCEPTS_HEALTHY_VOLUNTEERS', true],
  ['YES', true],
  ['NO', false],
]);

export const OFFICIAL_ROLES: Codes<PartyRole> = codes({
  PRINCIPAL_INVESTIGATOR: 'principal-investigator',
  STUDY_DIRECTOR: 'study-director',
  STUDY_CHAIR: 'study-chair',
  SUB_INVESTIGATOR: 'sub-investigator',
});

export const CONTACT_ROLES: Codes<PartyRole> = codes({ CONTACT: 'contact' });

/** Who may be responsible; the word itself says no more than which of them. */
export const RESPONSIBLE: Codes<PartyRole> = codes({
  SPONSOR: 'responsible-party',
  PRINCIPAL_INVESTIGATOR: 'responsible-party',
  SPONSOR_INVESTIGATOR: 'responsible-party',
});

export const REPORTED_ROLES: Codes<Value<ReportedOutcome['role']>> = codes({
  PRIMARY: 'primary',
  SECONDARY: 'secondary',
  OTHER_PRE_SPECIFIED: 'other',
  POST_HOC: 'post-hoc',
});

export const SIDES: Codes<Value<Analysis['intervalSides']>> = codes({
  ONE_SIDED: 'one-sided',
  TWO_SIDED: 'two-sided',
});

export const ASSESSMENTS: Codes<Value<AdverseEvent['assessment']>> = codes({
  SYSTEMATIC_ASSESSMENT: 'systematic',
  NON_SYSTEMATIC_ASSESSMENT: 'non-systematic',
});
