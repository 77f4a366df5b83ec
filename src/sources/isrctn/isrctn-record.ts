import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Identifier, RegistryRecord, Term } from '../../model/record/record.ts';
import { sectionCriteria } from '../eligibility/section-criteria.ts';
import { as, at, coded, oneOrMore, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES, RECRUITMENT_STATES } from '../progress-state.ts';
import {
  concluded,
  distinctNumbers,
  eligibility,
  firstStated,
  identifier,
  milestone,
  otherNumber,
  record,
  stated,
} from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';
import { designOf } from './design.ts';
import { parties, sites } from './people.ts';
import { interventions, outcomes } from './protocol.ts';
import { references } from './references.ts';
import { date, limit, said, worded } from './words.ts';

const numbers = (trial: Located | undefined): readonly Identifier[] => {
  const refs = at(trial, 'externalRefs');
  const named = (path: string, kind: string): readonly Identifier[] =>
    stated(said(refs, path)).map((fact) => otherNumber(fact, 'related', { type: concluded(fact, kind) }));
  return [
    ...stated(said(refs, 'eudraCTNumber')).map((fact) => otherNumber(fact, 'related')),
    ...stated(said(refs, 'clinicalTrialsGovNumber')).map((fact) => otherNumber(fact, 'related')),
    ...named('irasNumber', 'IRAS'),
    ...stated(said(refs, 'protocolSerialNumber')).map((fact) => otherNumber(fact, 'organisation')),
    ...oneOrMore(refs, 'secondaryNumbers.secondaryNumber').flatMap((one) =>
      stated(worded(one)).map((fact) =>
        otherNumber(
          fact,
          'related',
          one.shape === 'string'
            ? {}
            : { type: text(one, one.shape === 'object' ? 'numberType' : '@numberType') },
        ),
      ),
    ),
  ];
};

const terms = (facts: readonly Fact<string>[]): readonly Term[] =>
  facts.map((fact) => ({ text: fact, codes: [] }));

const SEXES = new Map([
  ['all', 'all'],
  ['both', 'all'],
  ['female', 'female'],
  ['male', 'male'],
] as const);

const PLANNED = /^(?:planned sample size:\s*)?(\d+)(?:$|\s*[;.]|\s+(?:participants|patients|in total))/i;

const enrolment = (node: Located | undefined): Pick<RegistryRecord, 'enrolment' | 'plannedEnrolment'> => {
  const planned = as(node, 'targetEnrolment', (words) => {
    const count = PLANNED.exec(words)?.[1];
    return count === undefined ? undefined : Number(count);
  });
  // While nobody knows, the registry writes 0.
  const final = as(node, 'totalFinalEnrolment', (words) =>
    /^[1-9]\d*$/.test(words) ? Number(words) : undefined,
  );
  if (final !== NOT_STATED)
    return {
      enrolment: { count: final, actual: concluded(final, true) },
      ...(planned !== NOT_STATED && { plannedEnrolment: planned }),
    };
  return {
    enrolment: planned === NOT_STATED ? undefined : { count: planned, actual: concluded(planned, false) },
  };
};

const ISRCTN = /^(?:ISRCTN)?(\d{8})$/i;

/** The trial in a document of the registry's API, and what stands around it: people, sponsors, funders. */
const located = (root: Located): readonly [full: Located, trial: Located | undefined] => {
  const full = at(root, 'fullTrial') ?? root;
  return [full, at(full, 'trial') ?? full];
};

/**
 * A trial of the ISRCTN registry, in the XML of its API or the same as JSON; nothing if it is no such document:
 * https://www.isrctn.com/page/faqs#usingISRCTN
 */
export const isrctnRecord = (root: Located): RegistryRecord | undefined => {
  const [full, trial] = located(root);
  const own = as(trial, 'isrctn', (words) => {
    const digits = ISRCTN.exec(words)?.[1];
    return digits === undefined ? undefined : `ISRCTN${digits}`;
  });
  if (own === NOT_STATED) return undefined;
  const about = at(trial, 'trialDescription');
  const people = at(trial, 'participants');
  const plan = at(trial, 'trialDesign');
  const found = record({
    registry: 'ISRCTN',
    identifiers: distinctNumbers(identifier(own, 'own', 'ISRCTN'), numbers(trial)),
    titles: [
      ...stated(said(about, 'title')).map((fact) => ({ text: fact, kind: 'brief' as const })),
      ...stated(said(about, 'scientificTitle')).map((fact) => ({ text: fact, kind: 'official' as const })),
      ...stated(said(about, 'acronym')).map((fact) => ({ text: fact, kind: 'acronym' as const })),
    ],
    state: firstStated(
      coded(plan, 'overallStatusOverride', PROGRESS_STATES),
      coded(people, 'recruitmentStatusOverride', RECRUITMENT_STATES),
    ),
    whyStopped: said(plan, 'reasonAbandoned'),
    milestones: [
      ...milestone(
        'registered',
        trial?.tree.format === 'xml' ? date(trial, 'isrctn.@dateAssigned') : NOT_STATED,
      ),
      ...milestone('start', date(plan, 'overallStartDate')),
      ...milestone('first-enrolment', date(people, 'recruitmentStart')),
      ...milestone('recruitment-end', date(people, 'recruitmentEnd')),
      ...milestone('completion', date(plan, 'overallEndDate')),
      ...milestone('last-updated', date(trial, '@lastUpdated')),
    ],
    parties: parties(full, trial),
    summary: said(about, 'plainEnglishSummary'),
    description: said(about, 'studyHypothesis'),
    conditions: terms(
      oneOrMore(trial, 'conditions.condition').flatMap((one) => stated(said(one, 'description'))),
    ),
    conditionTerms: terms(
      oneOrMore(trial, 'conditions.condition').flatMap((one) => [
        ...stated(said(one, 'diseaseClass1')),
        ...stated(said(one, 'diseaseClass2')),
      ]),
    ),
    design: designOf(trial),
    ...enrolment(people),
    interventions: interventions(trial),
    outcomes: [...outcomes(about, 'primary'), ...outcomes(about, 'secondary')],
    eligibility: eligibility({
      inclusion: sectionCriteria('inclusion', at(people, 'inclusion'), stated(said(people, 'inclusion'))),
      exclusion: sectionCriteria('exclusion', at(people, 'exclusion'), stated(said(people, 'exclusion'))),
      sex: coded(people, 'gender', SEXES),
      minimumAge: limit(people, 'lowerAgeLimit'),
      maximumAge: limit(people, 'upperAgeLimit'),
      healthyVolunteers: firstStated(
        ...oneOrMore(people, 'participantTypes.participantType').map((one) =>
          as(one, '', (words) => (/^healthy volunteer/i.test(words) ? true : undefined)),
        ),
      ),
    }),
    sites: sites(people),
    countries: oneOrMore(people, 'recruitmentCountries.country').flatMap((one) => stated(said(one))),
    references: references(trial),
  });
  return withRemarks(found, root.tree);
};
