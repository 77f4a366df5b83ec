import type { ResearchStudy } from 'fhir/r5.js';
import { codeIn, conceptText, saidText } from '../../fhir/concept.ts';
import { stateOf } from '../../fhir/study.ts';
import { periodText } from '../../fhir/value-text.ts';
import type { studyTexts } from '../../texts/en/study.ts';

const PARTY_ROLE = 'http://hl7.org/fhir/research-study-party-role';
const SPONSORS = ['lead-sponsor', 'sponsor'];

/** A feature of a study that is shown at a glance, or listed as not stated. */
export interface Feature {
  readonly name: keyof typeof studyTexts.glance;
  /** In words; empty where it is not stated. */
  readonly values: readonly string[];
}

const one = (value: string | number | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [String(value)];

const each = (values: readonly string[] = []): readonly string[] => [...new Set(values)].filter(Boolean);

const sponsors = ({ associatedParty = [] }: ResearchStudy): readonly string[] => {
  const of = associatedParty.filter(({ role }) => SPONSORS.includes(codeIn(PARTY_ROLE, role) ?? ''));
  return each(of.map(({ name, party }) => name ?? party?.display ?? ''));
};

const officialTitle = ({ label = [], title }: ResearchStudy): readonly string[] =>
  each(label.map(({ value = '' }) => value)).filter((value) => value !== title);

/** What is to be known of every study, in the order it is shown. */
export const featuresOf = (study: ResearchStudy): readonly Feature[] => [
  { name: 'state', values: one(stateOf(study)?.words) },
  { name: 'phase', values: one(study.phase && conceptText(study.phase)) },
  { name: 'design', values: each(study.studyDesign?.map(conceptText)) },
  { name: 'purpose', values: one(study.primaryPurposeType && conceptText(study.primaryPurposeType)) },
  { name: 'conditions', values: each(study.condition?.map(saidText)) },
  { name: 'enrolled', values: one(study.recruitment?.actualNumber) },
  { name: 'target', values: one(study.recruitment?.targetNumber) },
  { name: 'period', values: one(study.period && periodText(study.period)) },
  { name: 'sponsor', values: sponsors(study) },
  { name: 'regions', values: each(study.region?.map(saidText)) },
  { name: 'objective', values: each(study.objective?.map(({ description = '' }) => description)) },
];

/** What is shown of a study if it is stated, and missed by nobody if not. */
export const furtherFeaturesOf = (study: ResearchStudy): readonly Feature[] => [
  { name: 'official', values: officialTitle(study) },
  { name: 'whyStopped', values: one(study.whyStopped && saidText(study.whyStopped)) },
  { name: 'focus', values: each(study.focus?.map(({ concept }) => saidText(concept))) },
  { name: 'keywords', values: each(study.keyword?.map(saidText)) },
  { name: 'summary', values: one(study.descriptionSummary) },
];
