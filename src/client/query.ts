import type { FhirResource, Meta } from 'fhir/r5.js';
import type { operations, paths } from '../../openapi/types.d.ts';

/** A type of resource. */
export type ResourceType = FhirResource['resourceType'];

/** A resource of a type. */
export type Resource<Type extends ResourceType> = Extract<FhirResource, { resourceType: Type }>;

/** A resource as the server gives it. */
export type Stored<R extends FhirResource> = R & {
  readonly id: string;
  readonly meta: Meta & { readonly versionId: string; readonly lastUpdated: string };
};

/** A parameter may stand once or several times. */
type Repeated<T> = T extends readonly (infer One)[] ? One | readonly One[] : T;

/** How an answer is written is the client's own concern. */
type Form = '_format' | '_outputFormat' | '_pretty';

type QueryIn<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? { readonly [Name in keyof Query as Exclude<Name, Form>]: Repeated<Query[Name]> }
  : never;

/** The parameters of a query of the OpenAPI document. */
export type Query<Name extends keyof operations> = QueryIn<operations[Name]>;

/** The types whose search parameters the OpenAPI document tells. */
type Told = Extract<keyof paths, `/fhir/${ResourceType}`>;

/** A parameter with a modifier or a chain behind it, or one of what refers to what is searched. */
type Extended<Name extends string> = `${Name}${':' | '.'}${string}` | `_has:${string}`;

type WithExtended<Query> = Query & {
  readonly [Name in Extended<keyof Query & string>]?: string | readonly string[];
};

/** What a type is searched by: https://hl7.org/fhir/R5/search.html */
export type SearchParameters<Type extends ResourceType> = `/fhir/${Type}` extends Told
  ? WithExtended<QueryIn<paths[`/fhir/${Type}` & Told]['get']>>
  : Readonly<Record<string, string | number | readonly string[]>>;

/** A path with parameters behind it, those that have several values several times. */
export const withQuery = (path: string, parameters: object = {}): string => {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, String(value)]),
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
};
