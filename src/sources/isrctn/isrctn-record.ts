import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Identifier, RegistryRecord, Term } from '../../model/record/record.ts';
import { sectionCriteria } from '../eligibility/section-criteria.ts';
import { as, at, coded, oneOrMore, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES, progressIn, RECRUITMENT_STATES } from '../progress-state.ts';
import {
  concluded,
  distinctNumbers,
  eligibility,
  enrolments,
  firstStated,
  identifier,
  labelled,
  milestone,
  otherNumber,
  record,
  stated,
} from '../record-parts.ts';
import { wholeNumber } from '../whole-number.ts';
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

const PLANNED =
  /^(?:(?:planned|total|target)? ?(?:sample size|target)?:?\s*)?(\d{1,3}(?:,\d{3})+|\d+)(?:$|\s*[;.]|\s+(?:participants|patients|in total))/i;

const inDigits = (words: string): number | undefined => {
  const count = PLANNED.exec(words)?.[1];
  return count === undefined ? undefined : wholeNumber(count.replaceAll(',', ''));
};

/** How many are planned and took part; while nobody knows how many did, the registry writes 0. */
const enrolment = (node: Located | undefined): Pick<RegistryRecord, 'enrolment' | 'plannedEnrolment'> =>
  enrolments(
    firstStated(as(node, 'targetEnrolment', inDigits), as(node, 'totalTarget', inDigits)),
    as(node, 'totalFinalEnrolment', (words) => wholeNumber(words) || undefined),
  );

/** How far the trial is, and its recruitment where that is another state. */
const progress = (
  plan: Located | undefined,
  people: Located | undefined,
): Pick<RegistryRecord, 'state' | 'progress'> => {
  const trial = progressIn(PROGRESS_STATES, said(plan, 'overallStatusOverride'), said(plan, 'overallStatus'));
  const recruitment = [said(people, 'recruitmentStatusOverride'), said(people, 'recruitmentStatus')];
  if (trial.state === NOT_STATED) {
    const found = progressIn(RECRUITMENT_STATES, ...recruitment);
    return { state: found.state, progress: [...(trial.progress ?? []), ...(found.progress ?? [])] };
  }
  return {
    state: trial.state,
    progress: [...(trial.progress ?? []), ...recruitment.flatMap((words) => labelled('Recruitment', words))],
  };
};

/** When a committee approved the trial; the date of another decision is none. */
const approval = (committee: Located): Stated<string> =>
  /^approved\b/i.test((at(committee, '@approvalStatus') ?? at(committee, 'approvalStatus'))?.words ?? '')
    ? firstStated(date(committee, '@statusDate'), date(committee, 'statusDate'))
    : NOT_STATED;

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
    ...progress(plan, people),
    whyStopped: said(plan, 'reasonAbandoned'),
    milestones: [
      ...milestone(
        'registered',
        trial?.tree.format === 'xml' ? date(trial, 'isrctn.@dateAssigned') : NOT_STATED,
      ),
      ...oneOrMore(about, 'ethicsCommittees.ethicsCommittee').flatMap((one) =>
        milestone('ethics-approval', approval(one)),
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
    ...designOf(trial),
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
