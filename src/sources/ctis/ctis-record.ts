import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Arm, Intervention } from '../../model/record/protocol.ts';
import type {
  Identifier,
  Milestone,
  Party,
  Reference,
  RegistryRecord,
  Site,
  Term,
  Title,
} from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { LANGUAGE_NAMES } from '../language-names.ts';
import { as, at, coded, flag, oneOrMore, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES } from '../progress-state.ts';
import { keyOf } from '../prose/key.ts';
import { recordDate } from '../record-date.ts';
import { phaseOf } from '../record-design.ts';
import {
  composed,
  concluded,
  contact,
  design,
  distinctNumbers,
  eligibility,
  firstStated,
  identifier,
  isContact,
  merged,
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
import { AGE_GROUPS, PHASE_CODES, STATUS_CODES } from './codes.ts';

const NOTHING = /^(?:n\/?a|not applicable|none|-)\.?$/i;

const said = (node: Located | undefined, path = ''): Stated<string> =>
  as(node, path, (words) => (NOTHING.test(words) ? undefined : words));

const date = (node: Located | undefined, path: string): Stated<string> => as(node, path, recordDate);

/** The words at a path of each item of a list, each once with all its places. */
const each = (node: Located | undefined, list: string, path = ''): readonly Fact<string>[] =>
  merged(oneOrMore(node, list).flatMap((item) => stated(said(item, path))));

/** The parts of an application, wherever the form of the record has them. */
interface Application {
  readonly root: Located;
  readonly partI: Located | undefined;
  readonly details: Located | undefined;
  readonly information: Located | undefined;
  readonly partsII: readonly Located[];
}

const applicationOf = (root: Located): Application => {
  const authorised = at(root, 'authorizedApplication');
  const [latest] = oneOrMore(root, 'applications').toReversed();
  const partI =
    at(authorised, 'authorizedPartI') ??
    at(root, 'authorizedPartI') ??
    at(root, 'partI') ??
    at(latest, 'partI');
  const partsII = [
    oneOrMore(authorised, 'authorizedPartsII'),
    oneOrMore(root, 'authorizedPartsII'),
    oneOrMore(root, 'partsII'),
    oneOrMore(latest, 'partIIInfo'),
  ];
  const details = at(partI, 'trialDetails');
  return {
    root,
    partI,
    details,
    information: at(details, 'trialInformation'),
    partsII: partsII.find((found) => found.length > 0) ?? [],
  };
};

const numbers = ({ root, details }: Application): readonly Identifier[] => {
  const secondary = at(details, 'clinicalTrialIdentifiers.secondaryIdentifyingNumbers');
  const others = [
    said(root, 'authorizedApplication.eudraCt.eudraCtCode'),
    said(root, 'eudraCtInfo.eudraCtCode'),
    said(secondary, 'nctNumber.number'),
    said(secondary, 'isrctnNumber.number'),
  ];
  return [
    ...others.flatMap(stated).map((fact) => otherNumber(fact, 'related')),
    ...stated(said(secondary, 'whoUniversalTrialNumber.number')).map((fact) =>
      identifier(fact, 'related', undefined, { type: concluded(fact, 'UTN') }),
    ),
    ...oneOrMore(secondary, 'additionalRegistries').flatMap((one) =>
      stated(said(one, 'number')).map((fact) =>
        otherNumber(fact, 'related', { assigner: said(one, 'otherRegistryName') }),
      ),
    ),
    // These are other trials, whatever the form of their numbers.
    ...oneOrMore(details, 'associatedClinicalTrials').flatMap((one) =>
      stated(said(one, 'ctNumber')).map((fact) =>
        identifier(fact, 'related', registryNumber(fact.value)?.registry),
      ),
    ),
  ];
};

const translated = (titles: Located | undefined, list: string, kind: Title['kind']): readonly Title[] =>
  oneOrMore(titles, list).flatMap((one) => {
    const name = at(one, 'languageDescription')?.words.toLowerCase() ?? '';
    const language = LANGUAGE_NAMES.get(name);
    return language === undefined
      ? []
      : stated(said(one, 'attributeTranslation')).map((fact) => ({ text: fact, kind, language }));
  });

const titles = ({ root, details }: Application): readonly Title[] => {
  const node = at(details, 'clinicalTrialIdentifiers');
  const of = (kind: Title['kind'], ...facts: readonly Stated<string>[]): readonly Title[] =>
    merged(facts.flatMap(stated)).map((fact) => ({ text: fact, kind }));
  return [
    ...of('official', said(node, 'fullTitle'), said(root, 'title')).slice(0, 1),
    ...of('plain-language', said(node, 'publicTitle')),
    ...of('short', said(node, 'shortTitle')),
    ...translated(node, 'fullTitleTranslations', 'official'),
    ...translated(node, 'publicTitleTranslations', 'plain-language'),
  ];
};

const milestones = ({ root, information }: Application): readonly Milestone[] => {
  const duration = at(information, 'trialDuration');
  const actual = (event: Milestone['event'], fact: Stated<string>): readonly Milestone[] =>
    milestone(event, fact, fact === NOT_STATED ? NOT_STATED : concluded(fact, true));
  const planned = (event: Milestone['event'], fact: Stated<string>): readonly Milestone[] =>
    milestone(event, fact, fact === NOT_STATED ? NOT_STATED : concluded(fact, false));
  const [end] = merged([
    ...stated(date(duration, 'estimatedGlobalEndDate')),
    ...stated(date(duration, 'estimatedEndDate')),
  ]);
  return [
    ...milestone('first-submitted', date(root, 'submissionDate')),
    ...milestone('decision', firstStated(date(root, 'authorizationDate'), date(root, 'decisionDate'))),
    ...milestone('first-posted', date(root, 'publishDate')),
    ...actual('start', firstStated(date(root, 'startDateEU'), date(root, 'trialStartDate'))),
    ...planned('first-enrolment', date(duration, 'estimatedRecruitmentStartDate')),
    ...planned('completion', end ?? NOT_STATED),
    ...actual(
      'completion',
      firstStated(
        date(root, 'events.trialGlobalEndDate'),
        date(root, 'trialGlobalEndDate'),
        date(root, 'endDateEU'),
        date(root, 'trialEndDate'),
      ),
    ),
    ...milestone('last-updated', date(root, 'lastUpdated')),
  ];
};

const parties = ({ partI, information }: Application): readonly Party[] => [
  ...oneOrMore(partI, 'sponsors').flatMap((one, index) => {
    const [address] = oneOrMore(one, 'addresses');
    const isPrimary = at(one, 'primary')?.words ?? String(index === 0);
    return [
      ...party(
        isPrimary === 'true' ? 'lead-sponsor' : 'collaborator',
        'organisation',
        { name: said(one, 'organisation.name'), address: said(address, 'address.oneLine') },
        firstStated(said(one, 'organisation.type'), said(one, 'commercial')),
      ),
      ...['publicContacts', 'scientificContacts'].flatMap((path) =>
        oneOrMore(one, path).flatMap((person) =>
          party('contact', 'person', {
            name: said(person, 'functionalName'),
            role: said(person, 'type'),
            affiliation: said(person, 'organisation.name'),
            phone: said(person, 'telephone'),
            email: said(person, 'functionalEmailAddress'),
          }),
        ),
      ),
    ];
  }),
  ...oneOrMore(information, 'sourceOfMonetarySupport').flatMap((one) =>
    party('funder', 'organisation', { name: said(one, 'organisationName') }),
  ),
];

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

const NAMES = ['productName', 'productDictionaryInfo.prodName', 'productDictionaryInfo.activeSubstanceName'];
const OTHER_NAMES = [
  ...NAMES,
  'productDictionaryInfo.productOtherName',
  'productDictionaryInfo.activeSubstanceOtherDescriptiveName',
  'sponsorProductCodeEdit',
  'productDictionaryInfo.sponsorProductCode',
];

const product = (node: Located, type: Stated<string>): readonly Intervention[] => {
  const [name, ...otherNames] = merged(OTHER_NAMES.flatMap((path) => stated(said(node, path))));
  return name ? [{ key: keyOf(name.value), name, type, description: NOT_STATED, otherNames, arms: [] }] : [];
};

/** What is given: by the role it has in the trial, where the record groups it so. */
const interventions = ({ partI }: Application): readonly Intervention[] => {
  const roles = oneOrMore(partI, 'productRoleGroupInfos').flatMap((group) => {
    const role = said(group, 'productRoleName');
    return oneOrMore(group, 'products').flatMap((one) => product(one, role));
  });
  return roles.length > 0 ? roles : oneOrMore(partI, 'products').flatMap((one) => product(one, NOT_STATED));
};

const arms = ({ details }: Application): readonly Arm[] =>
  oneOrMore(details, 'protocolInformation.studyDesign.periodDetails').flatMap((period) =>
    oneOrMore(period, 'armDetails').flatMap((one) =>
      stated(firstStated(said(one, 'title'), said(one, 'armTitle'))).map((name) => ({
        key: keyOf(name.value),
        name,
        type: NOT_STATED,
        description: firstStated(said(one, 'description'), said(one, 'armDescription')),
        interventions: [],
      })),
    ),
  );

const sites = (partsII: readonly Located[]): readonly Site[] =>
  partsII.flatMap((part) => {
    const country = firstStated(said(part, 'mscInfo.countryName'), said(part, 'mscInfo.mscName'));
    const status = coded(part, 'mscInfo.trialStatus', PROGRESS_STATES);
    return [
      ...(status !== NOT_STATED && country !== NOT_STATED ? [site({ country, status })] : []),
      ...oneOrMore(part, 'trialSites').map((one) => {
        const place = at(one, 'organisationAddressInfo');
        const person = contact({
          name: composed(said(one, 'personInfo.firstName'), said(one, 'personInfo.lastName')),
          affiliation: said(one, 'departmentName'),
          phone: firstStated(said(one, 'personInfo.telephone'), said(place, 'phone')),
          email: firstStated(said(one, 'personInfo.email'), said(place, 'email')),
        });
        return site({
          facility: said(place, 'organisation.name'),
          city: said(place, 'address.city'),
          postalCode: said(place, 'address.postcode'),
          country: said(place, 'address.countryName'),
          contacts: isContact(person) ? [person] : [],
        });
      }),
    ];
  });

const countries = ({ root, partI, partsII }: Application): readonly Fact<string>[] =>
  merged([
    ...partsII.flatMap((part) =>
      stated(firstStated(said(part, 'mscInfo.countryName'), said(part, 'mscInfo.mscName'))),
    ),
    ...[
      ...each(root, 'authorizedApplication.memberStatesConcerned', 'mscName'),
      ...each(root, 'memberStatesConcerned', 'mscName'),
    ],
    ...each(partI, 'rowCountriesInfo', 'name'),
  ]);

const count = (node: Located | undefined, path: string): Stated<number> =>
  as(node, path, (words) => (/^\d+$/.test(words) ? Number(words) : undefined));

/** How many are planned: as the record says, else as it says of each state and of the rest of the world. */
const enrolment = ({ root, partI, partsII }: Application): RegistryRecord['enrolment'] => {
  const total = count(root, 'totalNumberEnrolled');
  if (total !== NOT_STATED) return { count: total, actual: concluded(total, false) };
  const each = partsII.flatMap((part) => stated(count(part, 'recruitmentSubjectCount')));
  const [first, ...others] = [...each, ...stated(count(partI, 'rowSubjectCount'))];
  if (first === undefined || each.length < partsII.length || each.length === 0) return undefined;
  const sum: Fact<number> = {
    ...concluded(
      first,
      others.reduce((before, { value }) => before + value, first.value),
    ),
    spans: [first.spans[0], ...others.flatMap(({ spans }) => spans)],
  };
  return { count: sum, actual: concluded(sum, false) };
};

/** The bounds of neighbouring age groups that may take part. */
const ages = (
  people: Located | undefined,
): Pick<RegistryRecord['eligibility'], 'minimumAge' | 'maximumAge'> => {
  const groups = oneOrMore(people, 'ageRanges').flatMap((one) =>
    stated(firstStated(text(one, 'ageRangeCategoryCode'), text(one, 'ageRangeCategory'))),
  );
  const found = AGE_GROUPS.flatMap(({ code, from, to }, index) => {
    const fact = groups.find(({ value }) => value === code);
    return fact ? [{ index, from, to, fact }] : [];
  });
  const [youngest, oldest] = [found[0], found.at(-1)];
  if (!youngest || !oldest || oldest.index - youngest.index >= found.length || groups.length > found.length)
    return { minimumAge: NOT_STATED, maximumAge: NOT_STATED };
  return {
    minimumAge: youngest.from === '' ? NOT_STATED : concluded(youngest.fact, youngest.from),
    maximumAge: oldest.to === '' ? NOT_STATED : concluded(oldest.fact, oldest.to),
  };
};

const sex = (people: Located | undefined): RegistryRecord['eligibility']['sex'] => {
  const [female, male] = [flag(people, 'isFemaleSubjects'), flag(people, 'isMaleSubjects')];
  if (female === NOT_STATED || male === NOT_STATED || (!female.value && !male.value)) return NOT_STATED;
  const value = female.value && male.value ? 'all' : female.value ? 'female' : 'male';
  return { ...female, value, derivation: 'normalised', spans: [female.spans[0], ...male.spans] };
};

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
