import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Intervention } from '../../model/record/protocol.ts';
import type { Identifier, Party, RegistryRecord, Term } from '../../model/record/record.ts';
import { at, list } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { progressIn, RECRUITMENT_STATES } from '../progress-state.ts';
import { keyOf } from '../prose/key.ts';
import {
  composed,
  concluded,
  distinctNumbers,
  eligibility,
  identifier,
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
  isActual,
  listed,
  ownNumber,
  said,
  sex,
  summaryResults,
  titles,
} from './words.ts';

const each = (node: Located | undefined, path: string): readonly Fact<string>[] =>
  list(node, path).flatMap((one) => stated(said(one)));

const numbers = (trial: Located): readonly Identifier[] => [
  ...stated(said(trial, 'main.utrn')).map((fact) =>
    identifier(fact, 'related', undefined, { type: concluded(fact, 'UTN') }),
  ),
  ...list(trial, 'secondary_ids.secondary_id').flatMap((one) =>
    stated(said(one, 'sec_id')).map((fact) =>
      otherNumber(fact, 'related', { assigner: said(one, 'issuing_authority') }),
    ),
  ),
];

const people = (trial: Located): readonly Party[] =>
  list(trial, 'contacts.contact').flatMap((one) => {
    const name = composed(said(one, 'firstname'), said(one, 'middlename'), said(one, 'lastname'));
    const known = {
      name,
      affiliation: said(one, 'affiliation'),
      phone: said(one, 'telephone'),
      email: said(one, 'email'),
      address: said(one, 'address'),
      city: said(one, 'city'),
      postalCode: said(one, 'zip'),
      country: said(one, 'country1'),
    };
    return party('contact', 'person', { ...known, role: said(one, 'type') });
  });

const committees = (trial: Located): readonly Party[] =>
  list(trial, 'ethics_reviews.ethics_review').flatMap((one) =>
    party('ethics-committee', 'organisation', {
      name: said(one, 'contact_name'),
      address: said(one, 'contact_address'),
      phone: said(one, 'contact_phone'),
      email: said(one, 'contact_email'),
    }),
  );

/** The keywords of a kind, each with the code that stands at the same place in the list of codes. */
const terms = (trial: Located, keywords: string, codes: string): readonly Term[] => {
  const [words, numbers] = [each(trial, keywords), each(trial, codes)];
  return words.map((text, index) => ({
    text,
    codes:
      words.length === numbers.length
        ? [{ system: 'other' as const, code: numbers[index]!, display: NOT_STATED }]
        : [],
  }));
};

const interventions = (trial: Located): readonly Intervention[] => {
  const description = said(trial, 'main.i_freetext');
  const [only, ...others] = each(trial, 'intervention_keyword.i_keyword');
  const [name] = only && others.length === 0 ? [only] : stated(description);
  return name
    ? [
        {
          key: keyOf(name.value),
          name,
          type: NOT_STATED,
          description: name === description ? NOT_STATED : description,
          otherNames: [],
          arms: [],
        },
      ]
    : [];
};

/** A trial in the XML that the registries give the WHO, with whatever a registry adds to it (IRCT does). */
export const sharedFormRecord = (trial: Located): RegistryRecord | undefined => {
  const main = at(trial, 'main');
  const own = ownNumber(main, 'trial_id');
  if (own === undefined) return undefined;
  const conditions = listed(main, 'hc_freetext');
  const terminology = terms(trial, 'health_condition_keyword.hc_keyword', 'health_condition_code.hc_code');
  const found = record({
    registry: own.registry ?? 'ICTRP',
    identifiers: distinctNumbers(own, numbers(trial)),
    url: said(main, 'url'),
    titles: titles(
      said(main, 'public_title'),
      said(main, 'scientific_title'),
      said(main, 'acronym'),
      said(main, 'scientific_acronym'),
    ),
    ...progressIn(RECRUITMENT_STATES, said(main, 'recruitment_status')),
    milestones: [
      ...milestone('registered', date(main, 'date_registration')),
      ...milestone('first-enrolment', date(main, 'date_enrolment'), isActual(main, 'type_enrolment')),
      ...list(trial, 'ethics_reviews.ethics_review').flatMap((one) =>
        milestone('ethics-approval', date(one, 'approval_date')),
      ),
      ...milestone('completion', date(main, 'results_date_completed')),
      ...milestone('results-posted', date(main, 'results_date_posted')),
      ...milestone('results-first-published', date(main, 'results_date_first_publication')),
    ],
    parties: [
      ...party('lead-sponsor', 'organisation', { name: said(main, 'primary_sponsor') }),
      ...each(trial, 'secondary_sponsor.sponsor_name').flatMap((name) =>
        party('collaborator', 'organisation', { name }),
      ),
      ...each(trial, 'source_support.source_name').flatMap((name) =>
        party('funder', 'organisation', { name }),
      ),
      ...people(trial),
      ...committees(trial),
    ],
    conditions: conditions.length > 0 ? conditions.map((text) => ({ text, codes: [] })) : terminology,
    conditionTerms: conditions.length > 0 ? terminology : [],
    interventionTerms: terms(trial, 'intervention_keyword.i_keyword', 'intervention_code.i_code'),
    ...designOf(main, { type: 'study_type', design: 'study_design', phase: 'phase' }),
    ...enrolment(main, 'target_size', 'results_actual_enrolment'),
    arms: groupsIn(main, 'i_freetext'),
    interventions: interventions(trial),
    outcomes: [
      ...each(trial, 'primary_outcome.prim_outcome').map((name) => outcome('primary', name)),
      ...each(trial, 'secondary_outcome.sec_outcome').map((name) => outcome('secondary', name)),
    ],
    eligibility: eligibility({
      inclusion: criteria(trial, 'inclusion', 'criteria.inclusion_criteria'),
      exclusion: criteria(trial, 'exclusion', 'criteria.exclusion_criteria'),
      sex: sex(trial, 'criteria.gender'),
      minimumAge: age(trial, 'criteria.agemin'),
      maximumAge: age(trial, 'criteria.agemax'),
    }),
    countries: each(trial, 'countries.country2'),
    references: [
      ...stated(said(main, 'results_url_link')).map((url) => reference('link', { url })),
      ...stated(said(main, 'results_url_protocol')).map((url) => reference('document', { url })),
    ],
    results: summaryResults(said(main, 'results_summary')),
  });
  return withRemarks(found, trial.tree);
};
