import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceOperation,
  CapabilityStatementRestSecurity,
} from 'fhir/r5.js';
import type { ResourceType } from '../../fhir/resource-type.ts';
import { documentationOf } from '../../fhir/search/documentation.ts';
import { referencesOf } from '../../fhir/search/result/include.ts';
import type { SearchParameter, SearchParameters } from '../../fhir/search/search-parameter.ts';
import type { Profile } from '../../store/conformance.ts';
import { FHIR_JSON, FHIR_XML, JSON_PATCH } from '../media-type.ts';
import type { Request } from '../request.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import type { FhirVersion } from '../version/fhir-version.ts';

/** Our profiles of a resource type of one version of FHIR, by their canonical URLs. */
const profilesOf = (profiles: readonly Profile[], type: string, { number }: FhirVersion): string[] =>
  profiles.filter((one) => one.type === type && one.fhirVersion === number).map(({ url }) => url);

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

const searchParam = (parameter: SearchParameter) => ({
  name: parameter.code,
  ...(parameter.url !== undefined && { definition: parameter.url }),
  type: parameter.type,
  documentation: documentationOf(parameter),
});

/** Every reference by which a type can be included: `Evidence:variable`. */
const includes = (parameters: SearchParameters, type: string): readonly string[] =>
  referencesOf(type, { parameters }).map(({ code }) => `${type}:${code}`);

/** Which types refer to a type, and by which parameters. */
const revIncludes = (
  parameters: SearchParameters,
  types: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const source of types)
    for (const { code, target = types } of referencesOf(source, { parameters }))
      for (const one of target) found.set(one, [...(found.get(one) ?? []), `${source}:${code}`]);
  return found;
};

/** R5 has no code for what R6 calls delete-history and delete-history-version. */
const DELETE_HISTORY =
  'DELETE [id]/_history removes the versions that were replaced, DELETE [id]/_history/[vid] one of them.';

/** How clients get in: https://hl7.org/fhir/R5/capabilitystatement-definitions.html#CapabilityStatement.rest.security */
const SECURITY: CapabilityStatementRestSecurity = {
  service: [
    {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
      ],
    },
  ],
  description: 'Tokens as SMART App Launch says; .well-known/smart-configuration tells where to get one.',
};

/** Which part of what is served is told: https://hl7.org/fhir/R5/http.html#capabilities */
export type Extent = 'full' | 'normative';

/** What these routes serve, as FHIR says it: https://hl7.org/fhir/R5/capabilitystatement.html */
export const capabilityStatement = (
  routes: readonly Route[],
  { base, fhirVersion }: Pick<Request, 'base' | 'fhirVersion'>,
  service: Service,
  extent: Extent,
): CapabilityStatement => {
  const { types, isReadOnly } = fhirVersion;
  const parameters = fhirVersion.searchParameters(service.store.searchParameters());
  const reverse = revIncludes(parameters, types);
  const writing = {
    updateCreate: true,
    conditionalCreate: true,
    conditionalUpdate: true,
    conditionalPatch: true,
    conditionalDelete: service.conditionalDelete,
  };
  const trialUse = (type: string): Omit<CapabilityStatementRestResource, 'type'> => {
    const supportedProfile = profilesOf(service.profiles, type, fhirVersion);
    return {
      ...(supportedProfile.length > 0 && { supportedProfile }),
      versioning: 'versioned-update',
      readHistory: true,
      conditionalRead: 'full-support',
      ...(!isReadOnly(type) && writing),
      referencePolicy: [
        'literal',
        'logical',
        'local',
        ...(service.referentialIntegrity ? ['enforced' as const] : []),
      ],
      searchInclude: ['*', ...includes(parameters, type)],
      searchRevInclude: ['*', ...(reverse.get(type) ?? [])],
    };
  };
  const resource = (type: string): CapabilityStatementRestResource => {
    const served = routes.filter((one) => one.types?.some((served) => served === type));
    const own = parameters.of(type).filter((one) => one.base !== 'Resource');
    const operation = operations(served);
    return {
      // A version may have types that R5 has not.
      type: type as ResourceType,
      interaction: interactions(served, [
        'read',
        'vread',
        'update',
        'patch',
        'delete',
        'history-instance',
        'history-type',
        'create',
        'search-type',
      ]),
      ...(extent === 'full' && trialUse(type)),
      ...(own.length > 0 && { searchParam: own.map(searchParam) }),
      ...(operation.length > 0 && { operation }),
      ...(served.some(({ interaction }) => interaction === 'delete-history') && {
        documentation: DELETE_HISTORY,
      }),
    };
  };
  const compartment = [...new Set(routes.flatMap(({ compartments }) => compartments ?? []))].map(
    (type) => `http://hl7.org/fhir/CompartmentDefinition/${type.charAt(0).toLowerCase()}${type.slice(1)}`,
  );
  return {
    resourceType: 'CapabilityStatement',
    url: `${base}/metadata`,
    name: 'TrialbridgeServer',
    title: 'Trialbridge',
    status: 'active',
    experimental: false,
    date: service.started,
    description: 'Clinical trials as FHIR, read from the documents that report them.',
    kind: 'instance',
    software: { name: 'Trialbridge', version: service.softwareVersion },
    implementation: { description: 'A Trialbridge server', url: base },
    fhirVersion: fhirVersion.number,
    format: ['json', 'xml', FHIR_JSON[0], FHIR_XML[0]],
    patchFormat: [JSON_PATCH, FHIR_JSON[0], FHIR_XML[0]],
    rest: [
      {
        mode: 'server',
        ...(service.security && { security: SECURITY }),
        interaction: [
          // One route takes both.
          ...interactions(routes, ['batch']).flatMap(() => [
            { code: 'batch' } as const,
            { code: 'transaction' } as const,
          ]),
          ...interactions(routes, ['search-system', 'history-system']),
        ],
        resource: types.map(resource),
        searchParam: parameters
          .of('Resource')
          .filter(({ base: of }) => of === 'Resource')
          .map(searchParam),
        operation: operations(routes.filter(({ types }) => types === undefined)),
        ...(compartment.length > 0 && { compartment }),
      },
    ],
  };
};
