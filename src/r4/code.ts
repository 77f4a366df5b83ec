import type { Way } from './version.ts';
import { DOWN } from './version.ts';

type Codes = Readonly<Record<string, string | boolean>>;

/** The nearest code of R4 for a code that only R5 has, by R5's path; where all codes differ, for each. */
const NEAREST_R4: Readonly<Record<string, Codes>> = {
  'ActivityDefinition.participant.type': {
    relatedperson: 'related-person',
    practitionerrole: 'practitioner',
  },
  'ConceptMap.group.element.target.relationship': {
    'related-to': 'relatedto',
    'source-is-narrower-than-target': 'wider',
    'source-is-broader-than-target': 'narrower',
    'not-related-to': 'disjoint',
  },
  'ConceptMap.group.unmapped.mode': { 'use-source-code': 'provided' },
  'CapabilityStatement.fhirVersion': { '5.0.0': '4.0.1' },
  'Device.name.type': { 'registered-name': 'udi-label-name' },
  'Group.membership': { definitional: false, enumerated: true },
  'OperationOutcome.issue.code': { success: 'informational', 'limited-filter': 'incomplete' },
  'OperationOutcome.issue.severity': { success: 'information' },
  'PlanDefinition.action.participant.type': {
    relatedperson: 'related-person',
    practitionerrole: 'practitioner',
  },
  'RelatedArtifact.type': { cites: 'citation' },
  'SearchParameter.modifier': { 'of-type': 'ofType' },
  'StructureDefinition.fhirVersion': { '5.0.0': '4.0.1' },
};

/** The nearest code of R5 for a code that only R4 has, by R4's path. */
const NEAREST_R5: Readonly<Record<string, Codes>> = {
  'ActivityDefinition.participant.type': { 'related-person': 'relatedperson' },
  'ConceptMap.group.element.target.equivalence': {
    relatedto: 'related-to',
    equal: 'equivalent',
    wider: 'source-is-narrower-than-target',
    subsumes: 'source-is-broader-than-target',
    narrower: 'source-is-broader-than-target',
    specializes: 'source-is-narrower-than-target',
    inexact: 'related-to',
    unmatched: 'not-related-to',
    disjoint: 'not-related-to',
  },
  'ConceptMap.group.unmapped.mode': { provided: 'use-source-code' },
  'Device.deviceName.type': {
    'udi-label-name': 'registered-name',
    'manufacturer-name': 'registered-name',
    'model-name': 'registered-name',
    other: 'registered-name',
  },
  'Group.actual': { false: 'definitional', true: 'enumerated' },
  'PlanDefinition.action.participant.type': { 'related-person': 'relatedperson' },
  'SearchParameter.modifier': { ofType: 'of-type' },
};

const nearest = (way: Way, path: string): Codes => (way === DOWN ? NEAREST_R4 : NEAREST_R5)[path] ?? {};

/** The value of a primitive in the other version, by its path here; `undefined` if that has no code near it. */
export const codeThere = (way: Way, path: string, value: unknown): unknown => {
  if (typeof value !== 'string' && typeof value !== 'boolean') return value;
  const near = nearest(way, path)[String(value)];
  if (near !== undefined) return near;
  return way.from.onlyHere[path]?.includes(String(value)) ? undefined : value;
};
