import { createHash } from 'node:crypto';
import type {
  ActivityDefinition,
  ArtifactAssessment,
  Citation,
  Device,
  DocumentReference,
  Element,
  Evidence,
  EvidenceReport,
  EvidenceVariable,
  FhirResource,
  Group,
  Location,
  Narrative,
  Organization,
  PlanDefinition,
  Practitioner,
  PractitionerRole,
  Provenance,
  ResearchStudy,
} from 'fhir/r5.js';
import { CANONICAL, codeSystem, structureDefinition } from '../../src/fhir/canonical.ts';

const SOURCE = 'A trial of tea: 4 of 10 recovered with tea, 2 of 10 with water.';
const BYTES = Buffer.from(SOURCE, 'utf8');
const SHA_256 = createHash('sha256').update(BYTES);

const DERIVATION_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';
const STATISTIC_TYPE = 'http://terminology.hl7.org/CodeSystem/statistic-type';
const ATTRIBUTE_ESTIMATE_TYPE = 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type';
const VARIABLE_ROLE = 'http://terminology.hl7.org/CodeSystem/variable-role';
const UCUM = 'http://unitsofmeasure.org';

const mark = (): Required<Pick<Element, 'extension'>> => ({
  extension: [
    {
      url: DERIVATION_REFERENCE,
      extension: [
        { url: 'reference', valueReference: { reference: 'DocumentReference/tea-source' } },
        { url: 'offset', valueInteger: 0 },
        { url: 'length', valueInteger: 14 },
      ],
    },
    { url: structureDefinition('derivation'), valueCode: 'stated' },
  ],
});

const meta = (profile: string) => ({ profile: [structureDefinition(profile)] });

const text: Narrative = {
  status: 'generated',
  div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>A trial of tea</p></div>',
};

const concept = (system: string, code: string) => ({ coding: [{ system, code }] });

const days = (value: number) => ({ value, unit: 'days', system: UCUM, code: 'd' });

const measured = {
  variableRole: concept(VARIABLE_ROLE, 'measuredVariable'),
  observed: { reference: 'EvidenceVariable/tea-recovery' },
};
const exposure = {
  variableRole: concept(VARIABLE_ROLE, 'exposure'),
  intended: { reference: 'EvidenceVariable/tea-recovery' },
  observed: { reference: 'Group/tea-drinkers' },
};
const reference = {
  variableRole: concept(VARIABLE_ROLE, 'referenceExposure'),
  observed: { reference: 'Group/tea-drinkers' },
};
const source = { type: 'derived-from' as const, resourceReference: { reference: 'Citation/tea-citation' } };

export const study: ResearchStudy = {
  resourceType: 'ResearchStudy',
  id: 'tea-study',
  meta: meta('trial-research-study'),
  text,
  extension: [
    {
      url: structureDefinition('record-remark'),
      valueString: 'Refreshments are free',
      _valueString: mark(),
    },
  ],
  identifier: [
    { use: 'official', system: 'https://clinicaltrials.gov', value: 'NCT00000000', _value: mark() },
  ],
  title: 'A trial of tea',
  _title: mark(),
  label: [{ type: concept('http://hl7.org/fhir/title-type', 'language'), value: 'Ein Versuch mit Tee' }],
  protocol: [{ reference: 'PlanDefinition/tea-protocol' }],
  status: 'active',
  phase: { ...mark(), ...concept('http://hl7.org/fhir/research-study-phase', 'phase-2') },
  studyDesign: [
    { ...mark(), ...concept('http://hl7.org/fhir/study-design', 'SEVCO:01003') },
    { ...mark(), ...concept(codeSystem('study-design'), 'open-label'), text: 'open label' },
  ],
  condition: [{ ...mark(), text: 'thirst' }],
  recruitment: {
    extension: [
      {
        url: structureDefinition('planned-part'),
        extension: [
          { url: 'part', valueCodeableConcept: { text: 'Kenya' } },
          { url: 'number', valueUnsignedInt: 20, _valueUnsignedInt: mark() },
        ],
      },
    ],
  },
  site: [
    {
      extension: [
        {
          url: structureDefinition('site-state'),
          valueCodeableConcept: {
            ...mark(),
            ...concept('http://hl7.org/fhir/research-study-status', 'recruiting'),
          },
        },
      ],
      reference: 'Location/tea-house',
    },
  ],
  associatedParty: [
    {
      name: 'Camellia Assam',
      role: concept('http://hl7.org/fhir/research-study-party-role', 'primary-investigator'),
      party: { reference: 'PractitionerRole/tea-investigator' },
    },
  ],
  comparisonGroup: [
    {
      linkId: 'tea',
      name: 'Tea',
      type: concept('http://hl7.org/fhir/research-study-arm-type', 'experimental'),
      intendedExposure: [{ reference: 'EvidenceVariable/tea-recovery' }],
      observedGroup: { reference: 'Group/tea-drinkers' },
    },
    { linkId: 'water', name: 'Water' },
    { name: 'Earlier drinkers', type: { text: 'external control' } },
  ],
  outcomeMeasure: [{ name: 'Recovery', reference: { reference: 'EvidenceVariable/tea-recovery' } }],
  result: [{ reference: 'EvidenceReport/tea-report' }],
};

export const protocol: PlanDefinition = {
  resourceType: 'PlanDefinition',
  id: 'tea-protocol',
  meta: meta('trial-protocol'),
  text,
  url: `${CANONICAL}/PlanDefinition/tea-protocol`,
  title: 'Protocol of a trial of tea',
  type: concept('http://terminology.hl7.org/CodeSystem/plan-definition-type', 'clinical-protocol'),
  status: 'active',
  action: [
    {
      id: 'tea',
      linkId: 'tea',
      title: 'Tea',
      _title: mark(),
      action: [{ id: 'tea-1', linkId: 'tea-1', title: 'a cup of tea' }],
    },
    {
      id: 'assessment-1',
      title: 'thirst',
      relatedAction: [{ targetId: 'tea-1', relationship: 'after', offsetDuration: days(7) }],
    },
  ],
};

export const administration: ActivityDefinition = {
  resourceType: 'ActivityDefinition',
  id: 'tea-cup',
  meta: meta('trial-administration'),
  text,
  extension: [{ url: structureDefinition('other-name'), valueString: 'a cuppa', _valueString: mark() }],
  url: `${CANONICAL}/ActivityDefinition/tea-cup`,
  title: 'A cup of tea',
  status: 'active',
  description: 'a cup of tea',
  _description: mark(),
  kind: 'MedicationRequest',
  productCodeableConcept: {
    extension: [
      { url: structureDefinition('agent-source'), valueCodeableConcept: { ...mark(), text: 'leaves' } },
    ],
    text: 'tea',
  },
  dosage: [
    { text: 'a cup', doseAndRate: [{ doseQuantity: { value: 200, unit: 'mL', system: UCUM, code: 'mL' } }] },
  ],
};

export const variable: EvidenceVariable = {
  resourceType: 'EvidenceVariable',
  id: 'tea-recovery',
  meta: meta('trial-variable'),
  text,
  url: `${CANONICAL}/EvidenceVariable/tea-recovery`,
  title: 'Recovery, day 7',
  _title: mark(),
  status: 'active',
  characteristic: [{ description: 'recovery', timeFromEvent: [{ quantity: days(7) }] }],
};

export const group: Group = {
  resourceType: 'Group',
  id: 'tea-drinkers',
  meta: meta('trial-group'),
  text,
  type: 'person',
  membership: 'enumerated',
  name: 'Tea: analysed',
  quantity: 10,
  _quantity: mark(),
};

export const armEvidence: Evidence = {
  resourceType: 'Evidence',
  id: 'tea-recovered',
  meta: meta('arm-evidence'),
  text,
  title: 'Recovery: tea',
  status: 'active',
  relatedArtifact: [source],
  variableDefinition: [measured, exposure],
  statistic: [
    {
      statisticType: concept(STATISTIC_TYPE, 'C44256'),
      quantity: { ...mark(), value: 40, unit: '%', system: UCUM, code: '%' },
      numberAffected: 4,
      sampleSize: {
        extension: [
          { url: structureDefinition('sample-units'), valueQuantity: { ...mark(), value: 20, unit: 'cups' } },
        ],
        knownDataCount: 10,
      },
    },
    {
      statisticType: concept(STATISTIC_TYPE, 'C28007'),
      quantity: days(5),
      attributeEstimate: [
        {
          type: concept(ATTRIBUTE_ESTIMATE_TYPE, 'C53245'),
          range: { low: { value: 3 }, high: { value: 8 } },
        },
        { type: concept(ATTRIBUTE_ESTIMATE_TYPE, 'C53322'), quantity: { value: 1.5 } },
      ],
    },
  ],
};

export const comparisonEvidence: Evidence = {
  resourceType: 'Evidence',
  id: 'tea-against-water',
  meta: meta('comparison-evidence'),
  extension: [
    {
      url: structureDefinition('evidence-direction'),
      valueCodeableConcept: { ...mark(), ...concept(codeSystem('evidence-direction'), 'higher') },
    },
  ],
  text,
  title: 'Recovery: tea against water',
  status: 'active',
  relatedArtifact: [source],
  variableDefinition: [measured, exposure, reference],
  statistic: [
    {
      statisticType: concept(STATISTIC_TYPE, 'C93152'),
      quantity: { ...mark(), value: 2 },
      attributeEstimate: [
        {
          type: concept(ATTRIBUTE_ESTIMATE_TYPE, 'C53324'),
          level: 0.95,
          range: { low: { value: 0.47 }, high: { value: 8.56 } },
        },
        {
          type: concept(ATTRIBUTE_ESTIMATE_TYPE, 'C44185'),
          quantity: { value: 0.05, comparator: '>' },
        },
      ],
    },
  ],
};

export const findingEvidence: Evidence = {
  resourceType: 'Evidence',
  id: 'tea-finding',
  meta: meta('finding-evidence'),
  text,
  title: 'Conclusion',
  status: 'active',
  relatedArtifact: [source],
  assertion: 'Tea is safe.',
  _assertion: mark(),
  variableDefinition: [exposure],
};

export const pooledEvidence: Evidence = {
  resourceType: 'Evidence',
  id: 'tea-pooled',
  meta: meta('pooled-evidence'),
  text,
  title: 'Recovery: pooled risk ratio',
  status: 'draft',
  relatedArtifact: ['tea-recovered', 'tea-against-water'].map((id) => ({
    type: 'derived-from',
    resourceReference: { reference: `Evidence/${id}` },
  })),
  variableDefinition: ['measuredVariable', 'exposure', 'referenceExposure'].map((role) => ({
    description: `The ${role} of both studies`,
    variableRole: concept('http://terminology.hl7.org/CodeSystem/variable-role', role),
  })),
  synthesisType: concept('http://terminology.hl7.org/CodeSystem/synthesis-type', 'std-MA'),
  statistic: [
    {
      statisticType: concept(STATISTIC_TYPE, 'C93152'),
      quantity: { value: 1.8 },
      sampleSize: { numberOfStudies: 2 },
      modelCharacteristic: [{ code: { text: 'fixed effect, inverse variance' } }],
    },
    { statisticType: concept(STATISTIC_TYPE, 'C93152'), quantity: { value: 2 } },
    { statisticType: concept(STATISTIC_TYPE, 'C93152'), quantity: { value: 1.5 } },
  ],
};

export const report: EvidenceReport = {
  resourceType: 'EvidenceReport',
  id: 'tea-report',
  meta: meta('trial-evidence-report'),
  text,
  status: 'active',
  relatedIdentifier: [{ system: 'https://clinicaltrials.gov', value: 'NCT00000000', _value: mark() }],
  citeAsReference: { reference: 'Citation/tea-citation' },
  subject: {
    characteristic: [{ code: { text: 'study' }, valueReference: { reference: 'ResearchStudy/tea-study' } }],
  },
  section: [
    { title: 'Results', entryReference: [{ reference: 'Evidence/tea-recovered' }] },
    { title: 'Conclusions', entryReference: [{ reference: 'Evidence/tea-finding' }] },
  ],
};

export const citation: Citation = {
  resourceType: 'Citation',
  id: 'tea-citation',
  meta: meta('trial-citation'),
  text,
  status: 'active',
  citedArtifact: {
    title: [
      { text: 'A trial of tea', _text: mark() },
      {
        type: [concept('http://hl7.org/fhir/title-type', 'language')],
        language: concept('urn:ietf:bcp:47', 'de'),
        text: 'Ein Versuch mit Tee',
      },
    ],
    contributorship: {
      entry: [
        {
          contributor: { reference: 'Practitioner/tea-author' },
          role: concept('http://hl7.org/fhir/contributor-role', 'author'),
          rankingOrder: 1,
        },
        {
          contributor: { reference: 'Organization/tea-press' },
          role: concept('http://hl7.org/fhir/contributor-role', 'publisher'),
          rankingOrder: 2,
        },
      ],
    },
  },
};

export const organization: Organization = {
  resourceType: 'Organization',
  id: 'tea-press',
  meta: meta('trial-organization'),
  text,
  name: 'Tea Press',
  _name: mark(),
};

export const practitioner: Practitioner = {
  resourceType: 'Practitioner',
  id: 'tea-author',
  meta: meta('trial-practitioner'),
  text,
  name: [{ text: 'Camellia Assam', _text: mark(), family: 'Assam', given: ['Camellia'] }],
};

export const practitionerRole: PractitionerRole = {
  resourceType: 'PractitionerRole',
  id: 'tea-investigator',
  meta: meta('trial-practitioner-role'),
  text,
  practitioner: { reference: 'Practitioner/tea-author' },
  organization: { display: 'Tea University', _display: mark() },
  code: [{ text: 'Professor', _text: mark() }],
};

export const site: Location = {
  resourceType: 'Location',
  id: 'tea-house',
  meta: meta('trial-site'),
  text,
  name: 'Tea House',
  _name: mark(),
  address: { country: 'India', _country: mark() },
};

export const document: DocumentReference = {
  resourceType: 'DocumentReference',
  id: 'tea-source',
  meta: meta('source-document'),
  text,
  identifier: [{ system: 'urn:ietf:rfc:3986', value: `ni:///sha-256;${SHA_256.copy().digest('base64url')}` }],
  status: 'current',
  content: [
    {
      attachment: {
        contentType: 'text/plain',
        data: BYTES.toString('base64'),
        size: String(BYTES.length),
        hash: createHash('sha1').update(BYTES).digest('base64'),
      },
    },
  ],
};

const device: Device = {
  resourceType: 'Device',
  id: 'tea-reader',
  meta: meta('reading-device'),
  text,
  displayName: 'Tea reader',
  name: [{ value: 'Tea reader', type: 'user-friendly-name' }],
  version: [{ value: '1' }],
};

export const provenance: Provenance = {
  resourceType: 'Provenance',
  id: 'tea-reading',
  meta: meta('reading-provenance'),
  text,
  target: [{ reference: 'ResearchStudy/tea-study' }],
  activity: { text: 'reading of a source document' },
  agent: [{ who: { reference: 'Device/tea-reader' } }],
  entity: [{ role: 'source', what: { reference: 'DocumentReference/tea-source' } }],
};

/** An instance of each profile without a fault; what they refer to is among them. */
export const numberCheck: ArtifactAssessment = {
  resourceType: 'ArtifactAssessment',
  id: 'tea-check',
  meta: meta('number-check'),
  text,
  title: 'Number check of recovery with tea',
  artifactReference: { reference: 'Evidence/tea-against-water' },
  content: [
    {
      informationType: 'container',
      component: [
        {
          type: concept(codeSystem('number-check'), 'risk-ratio'),
          classifier: [concept(codeSystem('verdict'), 'consistent')],
          summary: '4/10 against 2/10 gives a risk ratio of 2; 2.0 is reported.',
          quantity: { value: 2 },
          path: ['Evidence.statistic[0].quantity'],
        },
      ],
    },
  ],
};

export const VALID: readonly FhirResource[] = [
  study,
  protocol,
  administration,
  variable,
  group,
  armEvidence,
  comparisonEvidence,
  findingEvidence,
  pooledEvidence,
  report,
  citation,
  organization,
  practitioner,
  practitionerRole,
  site,
  document,
  device,
  numberCheck,
  provenance,
];
