import type {
  Bundle,
  Evidence,
  EvidenceVariable,
  FhirResource,
  Group,
  PlanDefinition,
  ResearchStudy,
} from 'fhir/r5.js';

/** The system of the numbers that studies are known by here. */
export const NUMBERS = 'https://example.org/trials';

const CONDITIONS = ['Asthma', 'Influenza', 'Hypertension', 'Migraine', 'Psoriasis', 'Diabetes mellitus'];
const DRUGS = ['Alphamab', 'Betacillin', 'Gammapril', 'Deltastatin', 'Epsilonib'];
const SENTENCE =
  'Participants took part in a randomised comparison in which neither they nor those who assessed them knew the treatment.';

/** A number that follows from others, so that each run makes the same studies: between `from` and `to`. */
const number = (study: number, place: number, from: number, to: number): number =>
  from + ((study * 7919 + place * 104_729) % (to - from + 1));

const one = (from: readonly string[], study: number): string => from[study % from.length] ?? '';

/** A study's number, of six digits, so that what begins with all but the last of them are ten studies. */
export const numberOf = (study: number): string => String(study).padStart(6, '0');

/** The ids under which a study's resources are stored. */
export const idsOf = (study: number) => {
  const id = numberOf(study);
  return {
    study: `study-${id}`,
    plan: `plan-${id}`,
    group: `group-${id}`,
    variable: `variable-${id}`,
    evidence: [`evidence-${id}-a`, `evidence-${id}-b`],
  } as const;
};

/** The day a study was registered: the studies are spread evenly over 4,000 days from 2010. */
export const dayOf = (study: number): string =>
  new Date(Date.UTC(2010, 0, 1 + ((study * 2_654_435_761) % 4000))).toISOString().slice(0, 10);

/** The title of a study, without what it is about. */
const titleOf = (study: number): string => `Trial ${numberOf(study)}`;

const text = (words: string): ResearchStudy['text'] => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${words}</p></div>`,
});

/** Where the other resources of a study are referred to. */
interface References {
  readonly plan: string;
  readonly group: string;
  readonly variable: string;
}

const researchStudy = (study: number, to: References): ResearchStudy => {
  const [condition, drug] = [one(CONDITIONS, study), one(DRUGS, study)];
  const title = `${titleOf(study)} of ${drug} in adults with ${condition}`;
  const size = number(study, 1, 40, 900);
  return {
    resourceType: 'ResearchStudy',
    text: text(title),
    identifier: [
      { use: 'official', system: NUMBERS, value: `T-${numberOf(study)}` },
      { use: 'secondary', system: 'https://example.org/ethics', value: `E-${number(study, 2, 1, 99_999)}` },
    ],
    title,
    protocol: [{ reference: to.plan }],
    date: dayOf(study),
    status: study % 5 === 0 ? 'draft' : 'active',
    condition: [{ text: condition }],
    keyword: [{ text: drug }, { text: `batch ${number(study, 3, 1, 400)}` }],
    descriptionSummary: `${size} adults with ${condition} took ${drug} or placebo.`,
    description: Array.from({ length: 12 }, (_, at) => `${at + 1}. ${SENTENCE}`).join('\n\n'),
    period: { start: dayOf(study), end: '2024-06-30' },
    recruitment: {
      targetNumber: size,
      actualNumber: size - number(study, 4, 0, 20),
      eligibility: { reference: to.variable },
    },
    comparisonGroup: [
      {
        linkId: 'drug',
        name: drug,
        description: `${drug}, ${number(study, 5, 5, 90)} mg once daily`,
        observedGroup: { reference: to.group },
      },
      { linkId: 'placebo', name: 'Placebo', description: 'A tablet that looks the same' },
    ],
    objective: [
      { name: 'Efficacy', description: `Whether ${drug} lowers the share of participants who relapse.` },
    ],
    outcomeMeasure: [
      { name: 'Relapse', description: `A relapse of ${condition} within ${number(study, 6, 4, 52)} weeks.` },
      { name: 'Days at work', description: 'Days at work in the year after randomisation.' },
    ],
  };
};

const planDefinition = (study: number): PlanDefinition => {
  const drug = one(DRUGS, study);
  const action = (linkId: string, title: string, dose: string) => ({
    id: linkId,
    linkId,
    title,
    description: `${dose} for ${number(study, 6, 4, 52)} weeks. ${SENTENCE}`,
    action: [1, 2, 3].map((visit) => ({
      id: `${linkId}-${visit}`,
      title: `Visit ${visit}`,
      description: `Assessment of relapse, blood pressure and adverse events. ${SENTENCE}`,
    })),
  });
  return {
    resourceType: 'PlanDefinition',
    text: text(`Protocol of ${titleOf(study)}`),
    identifier: [{ system: NUMBERS, value: `P-${numberOf(study)}` }],
    name: `Protocol${numberOf(study)}`,
    title: `Protocol of ${titleOf(study)}`,
    status: 'active',
    date: dayOf(study),
    description: `${SENTENCE} ${SENTENCE}`,
    action: [
      action('drug', drug, `${number(study, 5, 5, 90)} mg once daily`),
      action('placebo', 'Placebo', 'once daily'),
    ],
  };
};

const VARIABLE_ROLES = 'http://terminology.hl7.org/CodeSystem/variable-role';

const evidence = (study: number, outcome: string, to: References): Evidence => {
  const [known, affected] = [number(study, 7, 100, 400), number(study, 8, 5, 95)];
  const estimate = number(study, 9, 40, 180);
  const role = (code: string, display: string) => ({
    coding: [{ system: VARIABLE_ROLES, code, display }],
  });
  return {
    resourceType: 'Evidence',
    text: text(`${outcome} in ${titleOf(study)}`),
    title: `${outcome} in ${titleOf(study)}`,
    status: 'active',
    date: dayOf(study),
    description: `${SENTENCE} ${outcome} was compared between ${one(DRUGS, study)} and placebo.`,
    note: [{ text: SENTENCE }],
    variableDefinition: [
      { variableRole: role('population', 'population'), observed: { reference: to.group } },
      {
        description: outcome,
        variableRole: role('measuredVariable', 'measured variable'),
        intended: { reference: to.variable },
      },
    ],
    statistic: [
      {
        description: `Participants with ${outcome.toLowerCase()}`,
        numberAffected: affected,
        sampleSize: { numberOfParticipants: known, knownDataCount: known },
      },
      {
        description: 'Risk ratio',
        quantity: { value: estimate / 100 },
        attributeEstimate: [
          {
            description: '95 % confidence interval',
            level: 0.95,
            range: { low: { value: (estimate - 20) / 100 }, high: { value: (estimate + 30) / 100 } },
          },
          { description: 'P value', quantity: { value: number(study, 10, 1, 90) / 1000 } },
        ],
      },
    ],
  };
};

const evidenceVariable = (study: number): EvidenceVariable => ({
  resourceType: 'EvidenceVariable',
  text: text(`Eligibility of ${titleOf(study)}`),
  identifier: [{ system: NUMBERS, value: `V-${numberOf(study)}` }],
  name: `Eligibility${numberOf(study)}`,
  title: `Eligibility of ${titleOf(study)}`,
  status: 'active',
  date: dayOf(study),
  description: SENTENCE,
  actual: false,
  characteristic: [
    `Age of at least ${number(study, 11, 18, 40)} years`,
    `${one(CONDITIONS, study)} for ${number(study, 12, 2, 24)} months`,
    'Pregnancy',
    `Creatinine above ${number(study, 13, 1, 3)}.5 mg/dL`,
  ].map((description, at) => ({
    linkId: `criterion-${at + 1}`,
    description,
    exclude: at > 1,
    definitionCodeableConcept: { text: description },
  })),
});

const group = (study: number): Group => ({
  resourceType: 'Group',
  text: text(`Participants of ${titleOf(study)}`),
  identifier: [{ system: NUMBERS, value: `G-${numberOf(study)}` }],
  type: 'person',
  membership: 'definitional',
  name: `Participants of ${titleOf(study)}`,
  description: `All who took ${one(DRUGS, study)}. ${SENTENCE} ${SENTENCE}`,
  quantity: number(study, 1, 40, 900),
  characteristic: [
    {
      code: { text: 'Condition' },
      valueCodeableConcept: { text: one(CONDITIONS, study) },
      exclude: false,
    },
    {
      code: { text: 'Age' },
      valueRange: {
        low: {
          value: number(study, 11, 18, 40),
          unit: 'years',
          system: 'http://unitsofmeasure.org',
          code: 'a',
        },
      },
      exclude: false,
    },
  ],
});

/** The resources of a study, which refer to each other so; without ids. */
const resourcesOf = (study: number, to: References) => ({
  group: group(study),
  variable: evidenceVariable(study),
  plan: planDefinition(study),
  study: researchStudy(study, to),
  evidence: [evidence(study, 'Relapse', to), evidence(study, 'Days at work', to)],
});

const stored = ({ plan, group, variable }: ReturnType<typeof idsOf>): References => ({
  plan: `PlanDefinition/${plan}`,
  group: `Group/${group}`,
  variable: `EvidenceVariable/${variable}`,
});

/** The ResearchStudy of a stored study; a `revision` differs from the one before it in its summary. */
export const studyResource = (study: number, revision = 0): ResearchStudy => {
  const ids = idsOf(study);
  const resource = researchStudy(study, stored(ids));
  return {
    ...resource,
    id: ids.study,
    ...(revision > 0 && { descriptionSummary: `${resource.descriptionSummary} Revision ${revision}.` }),
  };
};

/** A ResearchStudy that refers to the resources of another one and is to be stored under a new id. */
export const newStudyResource = (study: number, beside: number): ResearchStudy =>
  researchStudy(study, stored(idsOf(beside)));

/** The resources of a study as they are stored, each under an id of its own. */
const storedResources = (study: number): readonly FhirResource[] => {
  const ids = idsOf(study);
  const made = resourcesOf(study, stored(ids));
  return [
    { ...made.group, id: ids.group },
    { ...made.variable, id: ids.variable },
    { ...made.plan, id: ids.plan },
    { ...made.study, id: ids.study },
    ...made.evidence.map((one, at) => ({ ...one, id: ids.evidence[at] })),
  ] as readonly FhirResource[];
};

/** A transaction that stores the resources of these studies under ids of their own. */
export const loading = (studies: readonly number[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: studies.flatMap(storedResources).map((resource) => ({
    resource,
    request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
  })),
});

/** A UUID that is the same for the same study and place. */
const uuid = (study: number, place: number): string =>
  `urn:uuid:${study.toString(16).padStart(8, '0')}-0000-4000-8000-${String(place).padStart(12, '0')}`;

/** A transaction that creates a study's six resources, which refer to each other by what they are called in it. */
export const creating = (study: number): Bundle => {
  const made = resourcesOf(study, {
    group: uuid(study, 0),
    variable: uuid(study, 1),
    plan: uuid(study, 2),
  });
  const all: readonly FhirResource[] = [made.group, made.variable, made.plan, made.study, ...made.evidence];
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: all.map((resource, at) => ({
      fullUrl: uuid(study, at),
      resource,
      request: { method: 'POST', url: resource.resourceType },
    })),
  };
};
