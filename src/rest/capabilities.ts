import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceOperation,
} from 'fhir/r5.js';
import type { Content } from '../fhir/content.ts';
import { RESOURCE_TYPES, type ResourceType } from '../fhir/resource-type.ts';
import { searchParameters } from '../fhir/search-parameter.ts';
import type { Answer } from './answer.ts';
import type { Route } from './route.ts';
import { fhirBase, type Service } from './service.ts';

/** Our profiles of a resource type, by their canonical URLs. */
const profilesOf = (conformance: readonly Content[], type: ResourceType): string[] =>
  conformance.flatMap(({ value }) =>
    value.resourceType === 'StructureDefinition' &&
    value.kind === 'resource' &&
    value.derivation === 'constraint' &&
    value.type === type
      ? [value.url]
      : [],
  );

const interactions = <Code extends string>(
  routes: readonly Route[],
  level: readonly Code[],
): { code: Code }[] =>
  level.filter((code) => routes.some(({ interaction }) => interaction === code)).map((code) => ({ code }));

const operations = (routes: readonly Route[]): CapabilityStatementRestResourceOperation[] => {
  const definitions = new Map(
    routes.flatMap(({ interaction }) =>
      typeof interaction === 'object' ? [[interaction.operation, interaction.definition] as const] : [],
    ),
  );
  return [...definitions].map(([name, definition]) => ({ name, definition }));
};

const resource = (
  routes: readonly Route[],
  type: ResourceType,
  conformance: readonly Content[],
): CapabilityStatementRestResource => {
  const served = routes.filter(({ types }) => types?.includes(type));
  const supportedProfile = profilesOf(conformance, type);
  return {
    type,
    ...(supportedProfile.length > 0 && { supportedProfile }),
    interaction: interactions(served, ['read', 'vread', 'create', 'search-type']),
    versioning: 'versioned',
    readHistory: true,
    updateCreate: false,
    conditionalCreate: false,
    conditionalRead: 'not-match',
    searchParam: searchParameters(type).map(({ code, url, type: kind, description }) => ({
      name: code,
      definition: url,
      type: kind,
      documentation: description,
    })),
    operation: operations(served),
  };
};

/** What these routes serve, as FHIR says it: https://hl7.org/fhir/R5/capabilitystatement.html */
const capabilityStatement = (routes: readonly Route[], service: Service): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  url: `${fhirBase(service)}/metadata`,
  name: 'TrialbridgeServer',
  title: 'Trialbridge',
  status: 'active',
  experimental: false,
  date: service.started,
  description: 'Clinical trials as FHIR R5, read from the documents that report them.',
  kind: 'instance',
  software: { name: 'Trialbridge', version: service.softwareVersion },
  implementation: { description: 'A Trialbridge server', url: fhirBase(service) },
  fhirVersion: '5.0.0',
  format: ['json', 'application/fhir+json'],
  rest: [
    {
      mode: 'server',
      resource: RESOURCE_TYPES.map((type) => resource(routes, type, service.conformance)),
      operation: operations(routes.filter(({ types }) => types === undefined)),
    },
  ],
});

/** https://hl7.org/fhir/R5/http.html#capabilities */
export const capabilities = (routes: readonly Route[], service: Service): Answer => ({
  status: 200,
  body: JSON.stringify(capabilityStatement(routes, service)),
});
