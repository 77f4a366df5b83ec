import type { Evidence, EvidenceReport, EvidenceVariable, FhirResource, Group } from 'fhir/r5.js';
import { recordFacts } from '../../../../src/mapping/record/record-facts.ts';
import { read } from '../../../../src/sources/read.ts';

const GROUPS = [
  { id: 'OG000', title: 'Velmorin', description: 'Velmorin by mouth' },
  { id: 'OG001', title: 'Salt', description: 'Salt by mouth' },
];

const counts = (...values: readonly string[]) => values.map((value, at) => ({ groupId: `OG00${at}`, value }));

const withIds = (letter: string) => GROUPS.map((group) => ({ ...group, id: group.id.replace('O', letter) }));

/** Results as the registry's API gives them; an invented trial. */
export const RESULTS = {
  participantFlowModule: {
    preAssignmentDetails: 'Two people left before they were assigned',
    recruitmentDetails: 'At two hospitals',
    groups: withIds('F'),
    periods: [
      {
        title: 'Overall Study',
        milestones: [
          {
            type: 'STARTED',
            achievements: [
              { groupId: 'FG000', numSubjects: '20' },
              { groupId: 'FG001', numSubjects: '22', comment: 'One later' },
            ],
          },
          {
            type: 'COMPLETED',
            comment: 'All visits',
            achievements: [
              { groupId: 'FG000', numSubjects: '19' },
              { groupId: 'FG001', numSubjects: '22' },
            ],
          },
        ],
        dropWithdraws: [{ type: 'Withdrawal', reasons: [{ groupId: 'FG000', numSubjects: '1' }] }],
      },
    ],
  },
  baselineCharacteristicsModule: {
    populationDescription: 'All who started',
    groups: withIds('B'),
    denoms: [
      { units: 'Participants', counts: [{ groupId: 'BG000', value: '20' }] },
      { units: 'Eyes', counts: [{ groupId: 'BG000', value: '40' }] },
    ],
    measures: [
      {
        title: 'Sex',
        paramType: 'COUNT_OF_PARTICIPANTS',
        unitOfMeasure: 'Participants',
        calculatePct: true,
        classes: [
          {
            categories: [
              { title: 'Female', measurements: [{ groupId: 'BG000', value: '12' }] },
              { title: 'Male', measurements: [{ groupId: 'BG000', value: '8' }] },
            ],
          },
        ],
      },
    ],
  },
  outcomeMeasuresModule: {
    outcomeMeasures: [
      {
        type: 'PRIMARY',
        title: 'Days of fever',
        description: 'Above 38 degrees',
        populationDescription: 'Those who came back',
        reportingStatus: 'POSTED',
        paramType: 'MEAN',
        dispersionType: '95% Confidence Interval',
        unitOfMeasure: 'days',
        timeFrame: '30 days',
        groups: GROUPS,
        denoms: [{ units: 'Participants', counts: counts('19', '22') }],
        classes: [
          {
            title: 'Week 1',
            categories: [
              {
                measurements: [
                  { groupId: 'OG000', value: '2.50', lowerLimit: '2.0', upperLimit: '3.00' },
                  { groupId: 'OG001', value: 'NA', comment: 'Nobody was measured' },
                ],
              },
            ],
          },
          {
            title: 'Week 2',
            denoms: [{ units: 'Participants', counts: counts('18', '21') }],
            categories: [
              {
                title: 'Night',
                measurements: [
                  { groupId: 'OG000', value: '<0.5', lowerLimit: '3', upperLimit: '1' },
                  { groupId: 'OG001', value: '.75', lowerLimit: 'NA', upperLimit: '1.0' },
                ],
              },
            ],
          },
        ],
        analyses: [
          {
            groupIds: ['OG000', 'OG001'],
            groupDescription: 'The main comparison',
            testedNonInferiority: false,
            nonInferiorityType: 'SUPERIORITY',
            nonInferiorityComment: 'At 80 % power',
            pValue: '<0.001',
            pValueComment: 'Not adjusted',
            statisticalMethod: 't-test, 2 sided',
            statisticalComment: 'Of equal variances',
            paramType: 'Mean Difference (Final Values)',
            paramValue: '-1.20',
            dispersionType: 'STANDARD_ERROR_OF_MEAN',
            dispersionValue: '0.30',
            ciPctValue: '97.5',
            ciNumSides: 'TWO_SIDED',
            ciLowerLimit: '-1.80',
            ciUpperLimit: '-0.60',
            estimateComment: 'Velmorin minus salt',
          },
          { groupIds: ['OG000'], otherAnalysisDescription: 'A model was fitted' },
        ],
      },
      {
        type: 'SECONDARY',
        title: 'Pain',
        reportingStatus: 'NOT_POSTED',
        anticipatedPostingDate: '2035-01',
        timeFrame: '30 days',
      },
    ],
  },
  adverseEventsModule: {
    frequencyThreshold: '5',
    timeFrame: '60 days',
    description: 'Asked at each visit',
    eventGroups: [
      {
        ...withIds('E')[0],
        deathsNumAffected: 0,
        deathsNumAtRisk: 20,
        seriousNumAffected: 1,
        seriousNumAtRisk: 20,
        otherNumAffected: 9,
        otherNumAtRisk: 20,
      },
    ],
    seriousEvents: [
      {
        term: 'Fall',
        organSystem: 'Injury',
        sourceVocabulary: 'MedDRA (16.0)',
        assessmentType: 'SYSTEMATIC_ASSESSMENT',
        notes: 'At home',
        stats: [{ groupId: 'EG000', numEvents: 3, numAffected: 1, numAtRisk: 20 }],
      },
    ],
    otherEvents: [
      { term: 'Itch', organSystem: 'Skin', stats: [{ groupId: 'EG000', numAffected: 4, numAtRisk: 20 }] },
      { term: 'Itch', organSystem: 'Eye', stats: [{ groupId: 'EG000', numEvents: 2, numAtRisk: 20 }] },
    ],
  },
  moreInfoModule: { limitationsAndCaveats: { description: 'Few people' } },
};

const PROTOCOL = {
  identificationModule: { nctId: 'NCT99999901', briefTitle: 'Velmorin for Hillside Fever' },
  armsInterventionsModule: { armGroups: [{ label: 'Velmorin', type: 'EXPERIMENTAL' }, { label: 'Nothing' }] },
  outcomesModule: { primaryOutcomes: [{ measure: 'Days of fever', timeFrame: '30 days' }] },
  eligibilityModule: { sex: 'ALL' },
};

type Typed<T extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: T }>;

/** A study with these results as it leaves the mapping. */
export const mappedStudy = (resultsSection: object = RESULTS) => {
  const text = JSON.stringify({ protocolSection: PROTOCOL, resultsSection });
  const found = read(new TextEncoder().encode(text));
  if (found.kind !== 'record') throw new Error(JSON.stringify(found));
  const { facts } = recordFacts(found.record, found.document);
  const resources = facts.map(({ value }) => value);
  const all = <T extends FhirResource['resourceType']>(type: T): Typed<T>[] =>
    resources.filter((resource): resource is Typed<T> => resource.resourceType === type);
  const titled = <R extends { title?: string | undefined }>(found: readonly R[], title: string): R => {
    const [one, ...others] = found.filter((resource) => resource.title === title);
    if (one === undefined || others.length > 0)
      throw new Error(`${others.length} of ${found.map((resource) => resource.title)}`);
    return one;
  };
  return {
    source: text,
    facts,
    resources,
    all,
    evidence: (title: string): Evidence => titled(all('Evidence'), title),
    variable: (title: string): EvidenceVariable =>
      titled(
        all('EvidenceVariable').filter(({ id }) =>
          reported(all('EvidenceReport')).has(`EvidenceVariable/${id}`),
        ),
        title,
      ),
    report: (): EvidenceReport => all('EvidenceReport')[0]!,
    group: (reference: string | undefined): Group =>
      all('Group').find(({ id }) => `Group/${id}` === reference)!,
  };
};

const reported = (reports: readonly EvidenceReport[]): ReadonlySet<string> =>
  new Set(
    reports.flatMap(({ subject }) =>
      (subject.characteristic ?? []).flatMap(({ valueReference }) => valueReference?.reference ?? []),
    ),
  );
