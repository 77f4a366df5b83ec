import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Reference, RegistryRecord, Term } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { as, at, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES, progressIn } from '../progress-state.ts';
import {
  distinctNumbers,
  eligibility,
  firstStated,
  identifier,
  labelled,
  merged,
  outcome,
  record,
  reference,
  stated,
} from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';
import { type Application, applicationOf, each, said } from './application.ts';
import { STATUS_CODES } from './codes.ts';
import { designOf } from './design.ts';
import { numbers, titles } from './identification.ts';
import { arms, interventions } from './interventions.ts';
import { milestones } from './milestones.ts';
import { countries, parties, sites } from './people.ts';
import { ages, enrolment, plannedParts, sex } from './population.ts';

const STATUS_WORDS = new Map([...PROGRESS_STATES, ...STATUS_CODES]);

/** A status; a code that is no state is told as such. */
const status = (root: Located, path: string): Stated<string> => {
  const found = said(root, path);
  return found !== NOT_STATED && /^\d+$/.test(found.value) && !STATUS_CODES.has(found.value)
    ? firstStated(...labelled('Status code', found))
    : found;
};

const conditionTerms = (information: Located | undefined): readonly Term[] =>
  oneOrMore(information, 'medicalCondition.meddraConditionTerms').flatMap((one) =>
    stated(said(one, 'termName')).map((fact) => ({
      text: fact,
      codes: stated(said(one, 'classificationCode')).map((code) => ({
        system: 'meddra' as const,
        code,
        display: NOT_STATED,
      })),
    })),
  );

const references = ({ root, details }: Application): readonly Reference[] => [
  ...oneOrMore(details, 'pubmedCode').flatMap((one) =>
    one.words === '' ? [] : stated(said(one)).map((pmid) => reference('citation', { pmid })),
  ),
  ...oneOrMore(details, 'pubmedUrl').flatMap((one) =>
    one.words === '' ? [] : stated(said(one)).map((url) => reference('link', { url })),
  ),
  ...oneOrMore(root, 'documents').flatMap((one) =>
    stated(said(one, 'title')).map((title) =>
      reference('document', { text: title, type: said(one, 'documentTypeLabel') }),
    ),
  ),
];

/**
 * A trial of the EU Clinical Trials Information System, as its public API gives it today or gave it before; nothing
 * if it is no such record: https://euclinicaltrials.eu/ctis-public-api
 */
export const ctisRecord = (root: Located): RegistryRecord | undefined => {
  const own = as(root, 'ctNumber', (words) => {
    const found = registryNumber(words);
    return found?.registry === 'CTIS' ? found.number : undefined;
  });
  const application = applicationOf(root);
  if (own === NOT_STATED || application.partI === undefined) return undefined;
  const { partI, information } = application;
  const [objective, criteria, endPoints, people] = [
    'trialObjective',
    'eligibilityCriteria',
    'endPoint',
    'populationOfTrialSubjects',
  ].map((path) => at(information, path));
  const found = record({
    registry: 'CTIS',
    identifiers: distinctNumbers(identifier(own, 'own', 'CTIS'), numbers(application)),
    titles: titles(application),
    ...progressIn(
      STATUS_WORDS,
      status(root, 'ctPublicStatusCode'),
      status(root, 'ctStatus'),
      said(root, 'recruitmentStatus'),
      ...oneOrMore(root, 'trialCountries').map((one) => said(one)),
    ),
    milestones: milestones(application),
    parties: parties(application),
    objectives: [
      ...stated(said(objective, 'mainObjective')).map((fact) => ({ role: 'primary' as const, text: fact })),
      ...each(objective, 'secondaryObjectives', 'secondaryObjective').map((fact) => ({
        role: 'secondary' as const,
        text: fact,
      })),
    ],
    conditions: merged([
      ...each(information, 'medicalCondition.partIMedicalConditions', 'medicalCondition'),
      ...each(partI, 'medicalConditions', 'medicalCondition'),
    ]).map((fact) => ({ text: fact, codes: [] })),
    keywords: merged([
      ...each(partI, 'therapeuticAreas', 'name'),
      ...each(partI, 'partOneTherapeuticAreas', 'therapeuticArea.name'),
    ]).map((fact) => ({ text: fact, codes: [] })),
    conditionTerms: conditionTerms(information),
    ...designOf(application),
    enrolment: enrolment(application),
    plannedParts: plannedParts(application),
    arms: arms(application),
    interventions: interventions(application),
    outcomes: [
      ...oneOrMore(endPoints, 'primaryEndPoints').flatMap((one) =>
        stated(said(one, 'endPoint')).map((name) => outcome('primary', name)),
      ),
      ...oneOrMore(endPoints, 'secondaryEndPoints').flatMap((one) =>
        stated(said(one, 'endPoint')).map((name) => outcome('secondary', name)),
      ),
    ],
    eligibility: eligibility({
      inclusion: each(criteria, 'principalInclusionCriteria', 'principalInclusionCriteria'),
      exclusion: each(criteria, 'principalExclusionCriteria', 'principalExclusionCriteria'),
      sex: sex(people),
      ...ages(people),
      healthyVolunteers: firstStated(
        ...oneOrMore(people, 'clinicalTrialGroups').map((one) =>
          as(one, 'name', (words) => (/^healthy volunteers?$/i.test(words) ? true : undefined)),
        ),
      ),
    }),
    sites: sites(application),
    countries: countries(application),
    references: references(application),
  });
  return withRemarks(found, root.tree);
};
