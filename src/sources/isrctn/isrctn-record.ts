import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Intervention, OutcomeMeasure } from '../../model/record/protocol.ts';
import type {
  Contact,
  Identifier,
  Party,
  Reference,
  RegistryRecord,
  Site,
  Term,
} from '../../model/record/record.ts';
import { sectionCriteria } from '../eligibility/section-criteria.ts';
import { as, at, coded, oneOrMore, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES, RECRUITMENT_STATES } from '../progress-state.ts';
import { keyOf } from '../prose/key.ts';
import { recordDate } from '../record-date.ts';
import { designIn, phaseOf } from '../record-design.ts';
import {
  composed,
  concluded,
  design,
  distinctNumbers,
  eligibility,
  firstStated,
  identifier,
  milestone,
  otherNumber,
  outcome,
  party,
  record,
  reference,
  site,
  stated,
} from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';

const NOTHING =
  /^(?:nil known|n\/?a|not (?:applicable|available|provided at time of registration|yet (?:available|provided))|none|-)\.?$/i;

/** The words at a path, unless they only say that there is nothing to say; then they are left for the remarks. */
const said = (node: Located | undefined, path = ''): Stated<string> =>
  as(node, path, (words) => (NOTHING.test(words) ? undefined : words));

/** A value that XML has in attributes or between tags, and JSON made of it as a string or as an object. */
const worded = (node: Located): Stated<string> =>
  node.shape === 'object' ? firstStated(said(node, 'value'), said(node, '#text')) : said(node);

/** A bound of age, in words or, in JSON that kept them, in value and unit. */
const limit = (people: Located | undefined, path: string): Stated<string> => {
  const found = at(people, path);
  return found?.shape === 'object' ? composed(said(found, 'value'), said(found, 'unit')) : said(found);
};

const date = (node: Located | undefined, path: string): Stated<string> => as(node, path, recordDate);

const contactDetails = (node: Located | undefined): Partial<Contact> => ({
  address: said(node, 'address'),
  phone: said(node, 'telephone'),
  email: said(node, 'email'),
});

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

/** One outcome in words, or, in newer records, each with what is measured, how and when. */
const outcomes = (node: Located | undefined, role: 'primary' | 'secondary'): readonly OutcomeMeasure[] => {
  const listed = at(node, `${role}Outcomes`);
  const each = [...(listed?.members ?? [])].flatMap(([name]) =>
    name.startsWith('@') ? [] : oneOrMore(listed, name),
  );
  return [at(node, `${role}Outcome`), listed, ...each].flatMap((one) => {
    if (one === undefined) return [];
    if (one.words !== '') return stated(said(one)).map((name) => outcome(role, name));
    const name = firstStated(...['variable', 'measure', 'title', 'name'].map((path) => said(one, path)));
    return stated(name).map((fact) =>
      outcome(role, fact, {
        description: firstStated(said(one, 'method'), said(one, 'description')),
        timeFrame: firstStated(said(one, 'timepoints'), said(one, 'timepoint')),
      }),
    );
  });
};

const interventions = (trial: Located | undefined): readonly Intervention[] =>
  oneOrMore(trial, 'interventions.intervention').flatMap((one) => {
    const [drugs, description, type] = [
      said(one, 'drugNames'),
      said(one, 'description'),
      said(one, 'interventionType'),
    ];
    const [name] = stated(firstStated(drugs, type, description));
    return name
      ? [
          {
            key: keyOf(name.value),
            name,
            type: name === type ? NOT_STATED : type,
            description: name === description ? NOT_STATED : description,
            otherNames: [],
            arms: [],
          },
        ]
      : [];
  });

const terms = (facts: readonly Fact<string>[]): readonly Term[] =>
  facts.map((fact) => ({ text: fact, codes: [] }));

const SEXES = new Map([
  ['all', 'all'],
  ['both', 'all'],
  ['female', 'female'],
  ['male', 'male'],
] as const);

const STUDY_TYPES = new Map([
  ['interventional', 'interventional'],
  ['observational', 'observational'],
] as const);

const OBSERVED: readonly (readonly [string, RegExp])[] = [
  ['cohort', /\bcohort\b/i],
  ['case-control', /\bcase[- ]control/i],
];

const designOf = (trial: Located | undefined): RegistryRecord['design'] => {
  const node = at(trial, 'trialDesign');
  const [phase] = oneOrMore(trial, 'interventions.intervention').map((one) => as(one, 'phase', phaseOf));
  const [purpose] = oneOrMore(node, 'trialTypes.trialType').map((one) => said(one));
  const parts = ['studyDesign', 'secondaryStudyDesign', 'allocation', 'masking', 'assignment'].map((path) =>
    at(node, path),
  );
  return design({
    text: firstStated(text(node, 'studyDesign'), text(node, 'secondaryStudyDesign')),
    ...Object.assign({}, ...parts.toReversed().map(designIn)),
    studyType: coded(node, 'primaryStudyDesign', STUDY_TYPES),
    phase: phase ?? NOT_STATED,
    primaryPurpose: purpose ?? NOT_STATED,
    observationalModel: as(
      node,
      'secondaryStudyDesign',
      (words) =>
        OBSERVED.find(([, pattern]) => pattern.test(words))?.[0] as 'cohort' | 'case-control' | undefined,
    ),
  });
};

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

const sites = (node: Located | undefined): readonly Site[] =>
  oneOrMore(node, 'trialCentres.trialCentre').map((one) =>
    site({
      facility: said(one, 'name'),
      city: said(one, 'city'),
      state: said(one, 'state'),
      postalCode: said(one, 'zip'),
      country: said(one, 'country'),
    }),
  );

const parties = (full: Located | undefined, trial: Located | undefined): readonly Party[] => [
  ...oneOrMore(full, 'sponsor').flatMap((one) =>
    party(
      'lead-sponsor',
      'organisation',
      { name: said(one, 'organisation'), ...contactDetails(at(one, 'contactDetails')) },
      firstStated(said(one, 'sponsorType'), said(one, 'commercialStatus')),
    ),
  ),
  ...oneOrMore(full, 'funder').flatMap((one) => party('funder', 'organisation', { name: said(one, 'name') })),
  ...oneOrMore(full, 'contact').flatMap((one) => {
    const [role] = oneOrMore(one, 'contactTypes.contactType').map((type) => said(type));
    return party('contact', 'person', {
      name: composed(said(one, 'title'), said(one, 'forename'), said(one, 'surname')),
      role: role ?? NOT_STATED,
      ...contactDetails(at(one, 'contactDetails')),
    });
  }),
  ...oneOrMore(trial, 'trialDescription.ethicsCommittees.ethicsCommittee').flatMap((one) =>
    party('ethics-committee', 'organisation', {
      name: said(one, 'committeeName'),
      ...contactDetails(at(one, 'contactDetails')),
    }),
  ),
];

const references = (trial: Located | undefined): readonly Reference[] => [
  ...stated(said(trial, 'externalRefs.doi')).map((doi) => reference('link', { doi })),
  ...stated(said(trial, 'trialDescription.trialWebsite')).map((url) => reference('link', { url })),
  ...stated(said(trial, 'results.publicationDetails')).map((found) => reference('citation', { text: found })),
  ...oneOrMore(trial, 'outputs.output').flatMap((one) => {
    const link = at(one, 'externalLink');
    const known = {
      type: firstStated(said(one, '@outputType'), said(one, 'outputType')),
      text: firstStated(said(one, 'description'), said(one, 'localFile.@originalFilename')),
      url: link?.words ? said(link) : firstStated(said(link, '@url'), said(link, 'url')),
      date: firstStated(date(one, '@dateCreated'), date(one, 'dateCreated')),
    };
    return Object.values(known).some((fact) => fact !== NOT_STATED)
      ? [reference(known.url === NOT_STATED ? 'document' : 'link', known)]
      : [];
  }),
  ...oneOrMore(trial, 'attachedFiles.attachedFile').flatMap((one) => {
    const known = {
      text: firstStated(said(one, 'description'), said(one, 'name')),
      url: firstStated(said(one, '@downloadUrl'), said(one, 'downloadUrl')),
    };
    return Object.values(known).some((fact) => fact !== NOT_STATED) ? [reference('document', known)] : [];
  }),
];

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
