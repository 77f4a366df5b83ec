import codes from '../../profiles/generated/r4-codes.json' with { type: 'json' };
import { isInR4, isSaidInR4 } from './in-r4.ts';
import { DOWN, R5, type Way } from './version.ts';

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

/** R4's values for those that name what only R5 has, by R5's path. */
const NAMES_IN_R4: Readonly<Record<string, (value: string) => string | undefined>> = {
  'SearchParameter.expression': (value) => (isSaidInR4(value) ? value : undefined),
  // What R4 lacks stands in extensions, and there stand the extensions of it.
  'StructureDefinition.context.expression': (value) =>
    /^[A-Z][\w.[\]]*$/.test(value) && !isInR4(value) ? 'Extension' : value,
};

/** Those that R4 does not have, or with fewer codes. */
const VALUE_SETS_OF_R5: ReadonlySet<string> = new Set(codes.valueSets);

/** A canonical URL for R4: a value set of FHIR's, if R4 has it, has another version there. */
const canonicalInR4 = (value: string): string | undefined => {
  const [url = '', version] = value.split('|');
  if (!url.startsWith('http://hl7.org/fhir/ValueSet/')) return value;
  if (VALUE_SETS_OF_R5.has(url)) return undefined;
  return version?.startsWith('5.') ? url : value;
};

const isCanonical = (path: string): boolean => {
  const dot = path.lastIndexOf('.');
  return R5.elements.element(path.slice(0, dot), path.slice(dot + 1))?.type === 'canonical';
};

/** The value of a primitive in the other version, by its path here; `undefined` if that has no code near it. */
export const codeThere = (way: Way, path: string, value: unknown): unknown => {
  if (typeof value !== 'string' && typeof value !== 'boolean') return value;
  const near = nearest(way, path)[String(value)];
  if (near !== undefined) return near;
  if (way === DOWN && typeof value === 'string') {
    const named = NAMES_IN_R4[path];
    if (named !== undefined) return named(value);
    if (isCanonical(path)) return canonicalInR4(value);
  }
  return way.from.onlyHere[path]?.includes(String(value)) ? undefined : value;
};
