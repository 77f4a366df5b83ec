import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Intervention } from '../../model/record/protocol.ts';
import type { Identifier, RegistryRecord, Term } from '../../model/record/record.ts';
import { at } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { progressIn, RECRUITMENT_STATES } from '../progress-state.ts';
import { keyOf } from '../prose/key.ts';
import {
  composed,
  distinctNumbers,
  eligibility,
  merged,
  milestone,
  otherNumber,
  outcome,
  party,
  record,
  reference,
  stated,
} from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';
import { groupsIn } from './groups.ts';
import { enrolment } from './target-size.ts';
import {
  age,
  criteria,
  date,
  designOf,
  listed,
  ownNumber,
  said,
  sex,
  summaryResults,
  titles,
} from './words.ts';

/** The path by which a trial has one of several names that the portal has given a field over the years. */
const named = (trial: Located, ...names: readonly string[]): string => {
  const wanted = names.map((name) => name.toLowerCase());
  return [...trial.members.keys()].find((name) => wanted.includes(name.toLowerCase())) ?? names[0] ?? '';
};

const terms = (facts: readonly Fact<string>[]): readonly Term[] => facts.map((text) => ({ text, codes: [] }));

const numbers = (trial: Located): readonly Identifier[] =>
  listed(trial, named(trial, 'Secondary_ID', 'SecondaryIDs', 'Secondary_IDs', 'SecondaryID')).map((fact) =>
    otherNumber(fact, 'related'),
  );

const TYPED =
  /^(?<type>Drug|Device|Biological|Procedure|Radiation|Behavioral|Genetic|Dietary Supplement|Combination Product|Diagnostic Test|Other):\s*(?<name>\S.*)$/is;

const intervention = (name: Fact<string>, type: Stated<string>): Intervention => ({
  key: keyOf(name.value),
  name,
  type,
  description: NOT_STATED,
  otherNames: [],
  arms: [],
});

/** What is given: in the list that ClinicalTrials.gov passes on each with its type, else the whole text. */
const interventions = (trial: Located): readonly Intervention[] => {
  const path = named(trial, 'Intervention', 'Interventions');
  const items = listed(trial, path).map((fact) => ({ fact, groups: TYPED.exec(fact.value)?.groups }));
  if (items.length === 0 || items.some(({ groups }) => groups === undefined))
    return stated(said(trial, path)).map((name) => intervention(name, NOT_STATED));
  return items.map(({ fact, groups: { type = '', name = '' } = {} }) =>
    intervention(
      { ...fact, value: name, derivation: 'normalised' },
      { ...fact, value: type, derivation: 'normalised' },
    ),
  );
};

/** A trial as the WHO's search portal exports it, whatever registry has it: https://trialsearch.who.int */
export const portalRecord = (trial: Located): RegistryRecord | undefined => {
  const path = (...names: readonly string[]): string => named(trial, ...names);
  const words = (...names: readonly string[]): Stated<string> => said(trial, path(...names));
  const day = (...names: readonly string[]): Stated<string> => date(trial, path(...names));
  const own = ownNumber(trial, path('TrialID'));
  if (
    own === undefined ||
    at(trial, path('Public_title', 'Scientific_title', 'Date_registration')) === undefined
  )
    return undefined;
  const [registered] = merged([...stated(day('Date_registration3')), ...stated(day('Date_registration'))]);
  const found = record({
    registry: own.registry ?? 'ICTRP',
    identifiers: distinctNumbers(own, numbers(trial)),
    url: words('web_address', 'url'),
    titles: titles(
      words('Public_title'),
      words('Scientific_title'),
      words('Acronym'),
      words('Scientific_acronym'),
    ),
    ...progressIn(RECRUITMENT_STATES, words('Recruitment_Status')),
    milestones: [
      ...milestone('registered', registered ?? NOT_STATED),
      ...milestone('first-enrolment', day('Date_enrollement', 'Date_enrollment', 'Date_enrolment')),
      ...milestone('ethics-approval', day('Ethics_review_approval_date', 'Ethics_Approval_Date')),
      ...milestone('completion', day('results_date_completed')),
      ...milestone('results-posted', day('results_date_posted')),
      ...milestone('results-first-published', day('results_date_first_publication')),
      ...milestone('last-updated', day('Last_Refreshed_on')),
    ],
    parties: [
      ...party('lead-sponsor', 'organisation', { name: words('Primary_sponsor') }),
      ...listed(trial, path('Secondary_Sponsor', 'Secondary_Sponsors')).flatMap((name) =>
        party('collaborator', 'organisation', { name }),
      ),
      ...listed(trial, path('Source_Support', 'Source_of_support')).flatMap((name) =>
        party('funder', 'organisation', { name }),
      ),
      ...party('contact', 'person', {
        name: composed(words('Contact_Firstname'), words('Contact_Lastname')),
        affiliation: words('Contact_Affiliation'),
        address: words('Contact_Address'),
        phone: words('Contact_Tel'),
        email: words('Contact_Email'),
      }),
      ...party('ethics-committee', 'organisation', {
        name: words('Ethics_review_contact_name', 'Ethics_Contact_Name'),
        address: words('Ethics_review_contact_address', 'Ethics_Contact_Address'),
        phone: words('Ethics_review_contact_phone', 'Ethics_Contact_Phone'),
        email: words('Ethics_review_contact_email', 'Ethics_Contact_Email'),
      }),
    ],
    conditions: terms(listed(trial, path('Condition', 'Conditions'))),
    ...designOf(trial, {
      type: path('Study_type'),
      design: path('Study_design'),
      phase: path('Phase'),
    }),
    ...enrolment(trial, path('Target_size'), path('results_actual_enrolment', 'Results_actual_enrollment')),
    arms: groupsIn(trial, path('Intervention', 'Interventions')),
    interventions: interventions(trial),
    outcomes: [
      ...stated(words('Primary_outcome', 'Primary_outcomes')).map((name) => outcome('primary', name)),
      ...stated(words('Secondary_outcome', 'Secondary_outcomes')).map((name) => outcome('secondary', name)),
    ],
    eligibility: eligibility({
      inclusion: criteria(trial, 'inclusion', path('Inclusion_Criteria')),
      exclusion: criteria(trial, 'exclusion', path('Exclusion_Criteria')),
      sex: sex(trial, path('Inclusion_gender')),
      minimumAge: age(trial, path('Inclusion_agemin')),
      maximumAge: age(trial, path('Inclusion_agemax')),
    }),
    countries: listed(trial, path('Countries')),
    references: [
      ...stated(words('results_url_link')).map((url) => reference('link', { url })),
      ...stated(words('results_url_protocol')).map((url) => reference('document', { url })),
    ],
    results: summaryResults(words('results_summary')),
  });
  return withRemarks(found, trial.tree);
};
