import type { ResourceType } from '../fhir/resource-type.ts';
import type { Access } from './access.ts';
import { carriedOut, type Plan } from './change.ts';
import type { FailureKind } from './error.ts';
import { withProvenance } from './provenance.ts';
import type { Handler } from './request.ts';
import { withSubscriptions } from './subscription/checked.ts';
import type { FhirVersion } from './version/fhir-version.ts';

/** A query parameter or header of a route; `choices` where there are only so many values. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** Media types and the schema of each, by its name in the OpenAPI document; `{type}` is the route's resource type. */
export type MediaSchemas = Readonly<Record<string, string>>;

/** What the route is to FHIR: https://hl7.org/fhir/R5/valueset-type-restful-interaction.html, or an operation. */
export type Interaction =
  | 'capabilities'
  | 'read'
  | 'vread'
  | 'update'
  | 'patch'
  | 'delete'
  | 'history-instance'
  | 'history-type'
  | 'history-system'
  | 'create'
  | 'search-type'
  | 'search-system'
  | 'search-compartment'
  | 'batch'
  | 'delete-history'
  | 'delete-history-version'
  | { readonly operation: string; readonly definition: string };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One thing that is served; the server, the CapabilityStatement and the OpenAPI document are made of these. */
export interface Route {
  /** Name of the operation in OpenAPI; the resource type is added to it. */
  readonly name: string;
  readonly method: Method;
  /** With `{type}`, `{id}`, `{versionId}`, `{compartment}`, `{file}` and `{signature}` where they stand. */
  readonly path: string;
  /** Absent for what is no part of FHIR. */
  readonly interaction?: Interaction;
  /** The resource types that `{type}` stands for. */
  readonly types?: readonly ResourceType[];
  /** The resource types that `{compartment}` stands for. */
  readonly compartments?: readonly ResourceType[];
  /** Absent where the interaction tells it. */
  readonly access?: Access;
  readonly summary: string;
  /** `search` for the search parameters of the type, and for what modifies a search's result. */
  readonly query?: 'search' | 'condition' | readonly Parameter[];
  readonly headers?: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly content: MediaSchemas };
  readonly answers: Readonly<
    Record<
      number,
      { readonly description: string; readonly headers?: readonly string[]; readonly content?: MediaSchemas }
    >
  >;
  readonly failures: readonly FailureKind[];
  /** Whether the answer may be in a form that is not FHIR's, as the client asks. */
  readonly anyForm?: true;
  /** Whether it is never answered later: it says itself what comes later. */
  readonly atOnce?: true;
  /** What the service must allow for it to be served; absent for what it always serves. */
  readonly onlyIf?: 'allowsPurge';
  /** The version of FHIR that it is served in; absent for what is served in all. */
  readonly onlyIn?: FhirVersion['name'];
  readonly handler: Handler;
  /** Of what changes what is stored: a transaction plans all of it before anything is done. */
  readonly plan?: Plan;
}

/** The handler of a change, and its plan. */
export const changing = (plan: Plan): Pick<Route, 'handler' | 'plan'> => ({
  plan: withSubscriptions(plan),
  handler: carriedOut(withProvenance(withSubscriptions(plan))),
});

/** Query parameters that say how FHIR is to be written in an answer. */
export const FORM_PARAMETERS: readonly Parameter[] = [
  { name: '_format', description: 'Format of the answer: `json`, `xml` or a media type of FHIR' },
  { name: '_pretty', description: 'Whether the answer is indented for people', choices: ['true', 'false'] },
];
