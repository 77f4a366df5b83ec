import type { FhirResource } from 'fhir/r5.js';
import types from '../../profiles/generated/core/types.json' with { type: 'json' };

/** The resource types a trial is said in. */
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
  'PractitionerRole',
  'Location',
  'DocumentReference',
  'Device',
  'ArtifactAssessment',
  'Provenance',
] as const;

/** The conformance resources that describe what is served. */
export const CONFORMANCE_TYPES = [
  'StructureDefinition',
  'ValueSet',
  'CodeSystem',
  'SearchParameter',
  'OperationDefinition',
  'SubscriptionTopic',
] as const;

/** A resource type of R5. */
export type ResourceType = FhirResource['resourceType'];

/** Every resource type that can be stored: all of R5 but Parameters, which has no place of its own on a server. */
export const RESOURCE_TYPES: readonly ResourceType[] = Object.entries(types)
  .filter(([type, kind]) => kind === 'resource' && type !== 'Parameters')
  .map(([type]) => type as ResourceType);

/** A resource's logical id: https://hl7.org/fhir/R5/datatypes.html#id */
export const isId = (text: string): boolean => /^[A-Za-z0-9\-.]{1,64}$/.test(text);
