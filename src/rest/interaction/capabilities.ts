import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceOperation,
} from 'fhir/r5.js';
import type { Content } from '../../fhir/content.ts';
import { RESOURCE_TYPES, type ResourceType } from '../../fhir/resource-type.ts';
import type { SearchParameter, SearchParameters } from '../../fhir/search/search-parameter.ts';
import { digest } from '../../store/digest.ts';
import type { Answer } from '../answer.ts';
import { FHIR_JSON, FHIR_XML, JSON_PATCH } from '../media-type.ts';
import { namesTag } from '../precondition.ts';
import type { Request } from '../request.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

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

const searchParam = ({ code, url, type, description }: SearchParameter) => ({
  name: code,
  definition: url,
  type,
  documentation: description,
});

/** Every reference by which a type can be included: `Evidence:variable`. */
const includes = (parameters: SearchParameters, type: string): readonly string[] =>
  parameters
    .of(type)
    .filter((one) => one.type === 'reference' && one.via === undefined)
    .map(({ code }) => `${type}:${code}`);

/** Which types refer to a type, and by which parameters. */
const revIncludes = (parameters: SearchParameters): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const source of RESOURCE_TYPES)
    for (const { type, code, via, target = RESOURCE_TYPES } of parameters.of(source))
      if (type === 'reference' && via === undefined)
        for (const one of target) found.set(one, [...(found.get(one) ?? []), `${source}:${code}`]);
  return found;
};

const capabilityStatement = (
  routes: readonly Route[],
  base: string,
  service: Service,
): CapabilityStatement => {
  const parameters = service.store.searchParameters();
  const reverse = revIncludes(parameters);
  const resource = (type: ResourceType): CapabilityStatementRestResource => {
    const served = routes.filter(({ types }) => types?.includes(type));
    const supportedProfile = profilesOf(service.conformance, type);
    const own = parameters.of(type).filter((one) => one.base === type);
    const operation = operations(served);
    return {
      type,
      ...(supportedProfile.length > 0 && { supportedProfile }),
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
      versioning: 'versioned-update',
      readHistory: true,
      updateCreate: true,
      conditionalCreate: true,
      conditionalRead: 'full-support',
      conditionalUpdate: true,
      conditionalPatch: true,
      conditionalDelete: service.conditionalDelete,
      referencePolicy: [
        'literal',
        'logical',
        'local',
        ...(service.referentialIntegrity ? ['enforced' as const] : []),
      ],
      searchInclude: ['*', ...includes(parameters, type)],
      searchRevInclude: ['*', ...(reverse.get(type) ?? [])],
      ...(own.length > 0 && { searchParam: own.map(searchParam) }),
      ...(operation.length > 0 && { operation }),
    };
  };
  return {
    resourceType: 'CapabilityStatement',
    url: `${base}/metadata`,
    name: 'TrialbridgeServer',
    title: 'Trialbridge',
    status: 'active',
    experimental: false,
    date: service.started,
    description: 'Clinical trials as FHIR R5, read from the documents that report them.',
    kind: 'instance',
    software: { name: 'Trialbridge', version: service.softwareVersion },
    implementation: { description: 'A Trialbridge server', url: base },
    fhirVersion: '5.0.0',
    format: ['json', 'xml', FHIR_JSON[0], FHIR_XML[0]],
    patchFormat: [JSON_PATCH, FHIR_JSON[0], FHIR_XML[0]],
    rest: [
      {
        mode: 'server',
        interaction: [
          { code: 'batch' },
          { code: 'transaction' },
          ...interactions(routes, ['search-system', 'history-system']),
        ],
        resource: RESOURCE_TYPES.map(resource),
        searchParam: parameters
          .of('Resource')
          .filter(({ base: of }) => of === 'Resource')
          .map(searchParam),
        operation: operations(routes.filter(({ types }) => types === undefined)),
        compartment: routes
          .flatMap(({ compartments }) => compartments ?? [])
          .filter((type, at, all) => all.indexOf(type) === at)
          .map((type) => `http://hl7.org/fhir/CompartmentDefinition/${type.toLowerCase()}`),
      },
    ],
  };
};

interface Statement {
  readonly text: string;
  readonly tag: string;
}

/** Made once for each address and set of search parameters. */
const made = new WeakMap<SearchParameters, Map<string, Statement>>();

const statement = (routes: readonly Route[], base: string, service: Service): Statement => {
  const parameters = service.store.searchParameters();
  const known = made.get(parameters) ?? new Map<string, Statement>();
  made.set(parameters, known);
  const already = known.get(base);
  if (already !== undefined) return already;
  const text = JSON.stringify(capabilityStatement(routes, base, service));
  const fresh = { text, tag: digest(text).slice(0, 16) };
  known.set(base, fresh);
  return fresh;
};

/** What these routes serve, as FHIR says it: https://hl7.org/fhir/R5/http.html#capabilities */
export const capabilities = async (
  routes: readonly Route[],
  request: Request,
  service: Service,
): Promise<Answer> => {
  const { text, tag } = statement(routes, request.base, service);
  const headers = { ETag: `W/"${tag}"` };
  return namesTag(request.header('if-none-match') ?? '', tag)
    ? { status: 304, headers }
    : { status: 200, headers, body: text };
};
