/** The resource types a trial is said in; they can be read, searched and created. */
export const TRIAL_TYPES = [
  'ResearchStudy',
  'PlanDefinition',
  'ActivityDefinition',
  'Evidence',
  'EvidenceVariable',
  'EvidenceReport',
  'Group',
  'Citation',
  'Organization',
  'Practitioner',
  'DocumentReference',
  'Device',
  'ArtifactAssessment',
  'Provenance',
] as const;

/** The conformance resources that describe what is served; they can be read and searched. */
export const CONFORMANCE_TYPES = [
  'StructureDefinition',
  'ValueSet',
  'CodeSystem',
  'SearchParameter',
  'OperationDefinition',
] as const;

/** Every resource type that is served. */
export const RESOURCE_TYPES = [...TRIAL_TYPES, ...CONFORMANCE_TYPES] as const;

/** A resource type that is served. */
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** A resource's logical id: https://hl7.org/fhir/R5/datatypes.html#id */
export const isId = (text: string): boolean => /^[A-Za-z0-9\-.]{1,64}$/.test(text);
