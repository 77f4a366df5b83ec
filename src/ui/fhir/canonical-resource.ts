import type {
  Bundle,
  CodeSystem,
  OperationDefinition,
  SearchParameter,
  StructureDefinition,
  ValueSet,
} from 'fhir/r5.js';
import type { Answer } from './answer.ts';
import { search } from './search.ts';

/** What defines the content of the server. */
export type CanonicalResource =
  | StructureDefinition
  | SearchParameter
  | OperationDefinition
  | CodeSystem
  | ValueSet;

/** The types of definitions, and what each says beside its name and description that a list of them shows. */
export const CANONICAL_TYPES = {
  StructureDefinition: ['type', 'kind', 'derivation'],
  SearchParameter: ['code', 'base', 'type'],
  OperationDefinition: ['code', 'resource', 'affectsState'],
  CodeSystem: [],
  ValueSet: [],
} as const satisfies Record<CanonicalResource['resourceType'], readonly string[]>;

/** Lists all that the server has of a type of definition, without what they say in full. */
export const listCanonicals = (
  type: CanonicalResource['resourceType'],
  signal?: AbortSignal,
): Promise<Answer<Bundle>> =>
  search(
    type,
    [
      ['_elements', ['url', 'name', 'title', 'status', 'description', ...CANONICAL_TYPES[type]].join(',')],
      ['_count', '500'],
      ['_sort', 'name'],
    ],
    signal,
  );

/** The name for people, else the one for programs. */
export const canonicalTitle = (resource: CanonicalResource): string =>
  ('title' in resource ? resource.title : undefined) ?? resource.name ?? resource.id ?? '';
