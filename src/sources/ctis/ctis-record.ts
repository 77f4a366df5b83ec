import { NOT_STATED } from '../../model/fact.ts';
import type { Reference, RegistryRecord, Term } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { as, at, coded, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES } from '../progress-state.ts';
import { phaseOf } from '../record-design.ts';
import {
  design,
  distinctNumbers,
  eligibility,
  firstStated,
  identifier,
  merged,
  outcome,
  record,
  reference,
  stated,
} from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';
import { type Application, applicationOf, each, said } from './application.ts';
import { PHASE_CODES, STATUS_CODES } from './codes.ts';
import { milestones, numbers, titles } from './identification.ts';
import { arms, interventions } from './interventions.ts';
import { countries, parties, sites } from './people.ts';
import { ages, enrolment, sex } from './population.ts';

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
  const { partI, information, partsII } = application;
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
    state: firstStated(
      coded(root, 'ctPublicStatusCode', STATUS_CODES),
      as(root, 'ctStatus', (words) => STATUS_CODES.get(words) ?? PROGRESS_STATES.get(words.toLowerCase())),
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
    keywords: each(partI, 'therapeuticAreas', 'name').map((fact) => ({ text: fact, codes: [] })),
    conditionTerms: conditionTerms(information),
    design: design({
      phase: firstStated(
        coded(information, 'trialCategory.trialPhase', PHASE_CODES),
        as(information, 'trialCategory.trialPhase', phaseOf),
        as(root, 'trialPhase', phaseOf),
      ),
    }),
    enrolment: enrolment(application),
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
    sites: sites(partsII),
    countries: countries(application),
    references: references(application),
  });
  return withRemarks(found, root.tree);
};
