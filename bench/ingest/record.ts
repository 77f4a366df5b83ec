/** A number that follows from others, so that each run makes the same records: between `from` and `to`. */
const number = (record: number, place: number, from: number, to: number): number =>
  from + ((record * 7919 + place * 104_729) % (to - from + 1));

const CONDITIONS = ['Asthma', 'Influenza', 'Hypertension', 'Migraine', 'Psoriasis', 'Type 2 Diabetes'];
const CITIES = ['Lyon', 'Porto', 'Graz', 'Malmö', 'Gdansk', 'Leeds'];
const COUNTRIES = ['France', 'Portugal', 'Austria', 'Sweden', 'Poland', 'United Kingdom'];

const one = (from: readonly string[], record: number): string => from[record % from.length] ?? '';

const day = (record: number, place: number, year: number): { date: string; type: string } => {
  const [month, date] = [number(record, place, 1, 12), number(record, place + 1, 1, 28)];
  return {
    date: `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
    type: 'ACTUAL',
  };
};

const identification = (record: number) => ({
  nctId: `NCT${String(90_000_000 + record)}`,
  orgStudyIdInfo: { id: `BENCH-${record}` },
  organization: { fullName: 'Institute of Measured Things', class: 'OTHER' },
  briefTitle: `Tablet ${record} Against Placebo in ${one(CONDITIONS, record)}`,
  officialTitle: `A Randomised, Double-blind Trial of Tablet ${record} Against Placebo in Adults With ${one(CONDITIONS, record)}`,
});

const status = (record: number) => ({
  statusVerifiedDate: '2024-05',
  overallStatus: 'COMPLETED',
  startDateStruct: day(record, 1, 2019),
  primaryCompletionDateStruct: day(record, 3, 2022),
  completionDateStruct: day(record, 5, 2023),
});

const design = (record: number, enrolled: number) => ({
  studyType: 'INTERVENTIONAL',
  phases: [`PHASE${number(record, 7, 2, 3)}`],
  designInfo: {
    allocation: 'RANDOMIZED',
    interventionModel: 'PARALLEL',
    primaryPurpose: 'TREATMENT',
    maskingInfo: { masking: 'DOUBLE', whoMasked: ['PARTICIPANT', 'INVESTIGATOR'] },
  },
  enrollmentInfo: { count: enrolled, type: 'ACTUAL' },
});

const arms = (record: number) => ({
  armGroups: [
    {
      label: 'Tablet',
      type: 'EXPERIMENTAL',
      description: `One tablet of ${number(record, 8, 5, 90)} mg a day for ${number(record, 9, 4, 52)} weeks.`,
      interventionNames: ['Drug: Tablet'],
    },
    { label: 'Placebo', type: 'PLACEBO_COMPARATOR', interventionNames: ['Drug: Placebo'] },
  ],
  interventions: [
    {
      type: 'DRUG',
      name: 'Tablet',
      description: `${number(record, 8, 5, 90)} mg once daily`,
      armGroupLabels: ['Tablet'],
    },
    { type: 'DRUG', name: 'Placebo', description: 'once daily', armGroupLabels: ['Placebo'] },
  ],
});

const outcomes = (record: number) => ({
  primaryOutcomes: [
    {
      measure: 'Participants who are well',
      description: 'No sign of the disease as the investigator sees it.',
      timeFrame: `${number(record, 9, 4, 52)} weeks`,
    },
  ],
  secondaryOutcomes: [{ measure: 'Days at work', timeFrame: '1 year' }],
});

const protocol = (record: number, enrolled: number) => ({
  identificationModule: identification(record),
  statusModule: status(record),
  sponsorCollaboratorsModule: {
    responsibleParty: { type: 'SPONSOR' },
    leadSponsor: { name: 'Institute of Measured Things', class: 'OTHER' },
  },
  descriptionModule: {
    briefSummary: `Adults with ${one(CONDITIONS, record)} take a tablet or placebo; ${enrolled} of them take part.`,
  },
  conditionsModule: { conditions: [one(CONDITIONS, record)], keywords: ['tablet', `batch ${record}`] },
  designModule: design(record, enrolled),
  armsInterventionsModule: arms(record),
  outcomesModule: outcomes(record),
  eligibilityModule: {
    eligibilityCriteria: `Inclusion Criteria:\n\n* Age of at least ${number(record, 10, 18, 40)} years\n* ${one(CONDITIONS, record)} for ${number(record, 11, 2, 24)} months\n\nExclusion Criteria:\n\n* Pregnancy\n* Creatinine above ${number(record, 12, 1, 3)}.5 mg/dL`,
    healthyVolunteers: false,
    sex: 'ALL',
    minimumAge: `${number(record, 10, 18, 40)} Years`,
    stdAges: ['ADULT', 'OLDER_ADULT'],
  },
  contactsLocationsModule: {
    locations: [
      {
        facility: `Hospital ${number(record, 13, 1, 900)}`,
        city: one(CITIES, record),
        country: one(COUNTRIES, record),
      },
    ],
  },
});

const GROUPS = ['Tablet', 'Placebo'];

const groups = (prefix: string) =>
  GROUPS.map((title, at) => ({ id: `${prefix}00${at}`, title, description: `All who took ${title}.` }));

/** Groups of these sizes of which as many were well, with the difference that this makes. */
const results = (sizes: readonly number[], well: readonly number[]) => {
  const counts = (prefix: string, of: readonly number[]) =>
    of.map((value, at) => ({ groupId: `${prefix}00${at}`, value: String(value) }));
  const achievements = (of: readonly number[]) =>
    of.map((value, at) => ({ groupId: `FG00${at}`, numSubjects: String(value) }));
  return {
    participantFlowModule: {
      groups: groups('FG'),
      periods: [
        {
          title: 'Overall Study',
          milestones: [
            { type: 'STARTED', achievements: achievements(sizes) },
            { type: 'COMPLETED', achievements: achievements(sizes.map((size) => size - 1)) },
            { type: 'NOT COMPLETED', achievements: achievements(sizes.map(() => 1)) },
          ],
        },
      ],
    },
    baselineCharacteristicsModule: {
      groups: groups('BG'),
      denoms: [{ units: 'Participants', counts: counts('BG', sizes) }],
      measures: [
        {
          title: 'Age, Continuous',
          paramType: 'MEAN',
          dispersionType: 'STANDARD_DEVIATION',
          unitOfMeasure: 'years',
          classes: [
            {
              categories: [
                {
                  measurements: sizes.map((size, at) => ({
                    groupId: `BG00${at}`,
                    value: `${40 + (size % 20)}.${at}`,
                    spread: '9.50',
                  })),
                },
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
          title: 'Participants who are well',
          reportingStatus: 'POSTED',
          paramType: 'COUNT_OF_PARTICIPANTS',
          unitOfMeasure: 'Participants',
          timeFrame: 'to the end of treatment',
          groups: groups('OG'),
          denoms: [{ units: 'Participants', counts: counts('OG', sizes) }],
          classes: [{ categories: [{ measurements: counts('OG', well) }] }],
        },
      ],
    },
    adverseEventsModule: {
      frequencyThreshold: '5',
      timeFrame: '1 year',
      eventGroups: groups('EG').map((group, at) => ({
        ...group,
        seriousNumAffected: 0,
        seriousNumAtRisk: sizes[at],
        otherNumAffected: at + 2,
        otherNumAtRisk: sizes[at],
      })),
      otherEvents: [
        {
          term: 'Headache',
          organSystem: 'Nervous system disorders',
          assessmentType: 'SYSTEMATIC_ASSESSMENT',
          stats: sizes.map((size, at) => ({
            groupId: `EG00${at}`,
            numAffected: at + 2,
            numAtRisk: size,
          })),
        },
      ],
    },
  };
};

/** A small record of no real trial, as API v2 of ClinicalTrials.gov writes them; every second one has results. */
export const record = (at: number): string => {
  const size = number(at, 20, 40, 400);
  const sizes = [size, size + (at % 3)];
  const hasResults = at % 2 === 1;
  const well = sizes.map((of, group) => Math.floor(of / (group + 2)));
  return JSON.stringify({
    protocolSection: protocol(at, sizes[0]! + sizes[1]!),
    ...(hasResults && { resultsSection: results(sizes, well) }),
    hasResults,
  });
};

/** What a registry knows of a trial on its first day: no arms, outcomes or results. */
export const shortRecord = (at: number): string =>
  JSON.stringify({
    protocolSection: {
      identificationModule: identification(at),
      statusModule: status(at),
      conditionsModule: { conditions: [one(CONDITIONS, at)] },
      designModule: design(at, number(at, 20, 40, 400)),
    },
    hasResults: false,
  });
