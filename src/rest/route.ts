import type { ResourceType } from '../fhir/resource-type.ts';
import type { FailureKind } from './error.ts';
import type { Handler } from './request.ts';

/** A query parameter or header of a route; `choices` where there are only so many values. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** Media types and the schema of each, by its name in the OpenAPI document; `{type}` is the route's resource type. */
export type MediaSchemas = Readonly<Record<string, string>>;

/** What the route is to FHIR: https://hl7.org/fhir/R5/valueset-type-restful-interaction.html, or an operation. */
type Interaction =
  | 'capabilities'
  | 'read'
  | 'vread'
  | 'create'
  | 'search-type'
  | { readonly operation: string; readonly definition: string };

/** One thing that is served; the server, the CapabilityStatement and the OpenAPI document are made of these. */
export interface Route {
  /** Name of the operation in OpenAPI; the resource type is added to it. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** With `{type}`, `{id}` and `{versionId}` where they stand. */
  readonly path: string;
  /** Absent for what is no part of FHIR. */
  readonly interaction?: Interaction;
  /** The resource types that `{type}` stands for. */
  readonly types?: readonly ResourceType[];
  readonly summary: string;
  /** `search` for the search parameters of the type. */
  readonly query?: 'search' | readonly Parameter[];
  readonly headers?: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly content: MediaSchemas };
  readonly answers: Readonly<
    Record<
      number,
      { readonly description: string; readonly headers?: readonly string[]; readonly content?: MediaSchemas }
    >
  >;
  readonly failures: readonly FailureKind[];
  readonly handler: Handler;
}

/** Query parameters that say how FHIR is to be written in an answer. */
export const FORM_PARAMETERS: readonly Parameter[] = [
  { name: '_format', description: 'Format of the answer: `json` or a media type of FHIR JSON' },
  { name: '_pretty', description: 'Whether the answer is indented for people', choices: ['true', 'false'] },
];
