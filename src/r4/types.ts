/** A resource of R4, as JSON has it: https://hl7.org/fhir/R4/json.html */
export interface R4Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

const TWO_WAY: ReadonlySet<string> = new Set([
  'ResearchStudy',
  'PlanDefinition',
  'ActivityDefinition',
  'Group',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'DocumentReference',
  'Provenance',
  'Device',
  'Bundle',
  'Parameters',
  'OperationOutcome',
  'CapabilityStatement',
  'StructureDefinition',
  'ValueSet',
  'CodeSystem',
  'ConceptMap',
  'SearchParameter',
  'OperationDefinition',
  'CompartmentDefinition',
  'NamingSystem',
  'Library',
  'List',
  'Binary',
  'Basic',
]);

/** R4's types that say less than R5, and the R5 type that each is a view of. */
const READ_ONLY: ReadonlyMap<string, string> = new Map([
  ['Evidence', 'Evidence'],
  ['EvidenceVariable', 'EvidenceVariable'],
  ['EffectEvidenceSynthesis', 'Evidence'],
  ['RiskEvidenceSynthesis', 'Evidence'],
]);

/** The R4 types that there is a view of, with the R5 type that each is a view of. */
export const R4_TYPES: ReadonlyMap<string, string> = new Map([
  ...[...TWO_WAY].map((type) => [type, type] as const),
  ...READ_ONLY,
]);

/** Whether resources of the R4 type can be written, too: they say all that R5 says. */
export const isTwoWay = (type: string): boolean => TWO_WAY.has(type);
