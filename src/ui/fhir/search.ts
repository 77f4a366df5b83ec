import type { Bundle, FhirResource } from 'fhir/r5.js';
import type { paths } from '../../../openapi/types.d.ts';
import type { Answer } from './answer.ts';
import { call, callTo, type InputsOf } from './api.ts';
import { request } from './client.ts';

type SearchPath = Extract<keyof paths, `/fhir/${FhirResource['resourceType']}`>;

/** A type that the server searches. */
type Searched = SearchPath extends `/fhir/${infer Type extends FhirResource['resourceType']}` ? Type : never;

type Parameter<Type extends Searched> = keyof InputsOf<paths[`/fhir/${Type}`]['get']> & string;

/** What a type is searched by: a parameter of the type, with a modifier or a chain behind it, or one of what refers to it. */
type SearchName<Type extends Searched> =
  | Parameter<Type>
  | `${Parameter<Type>}${':' | '.'}${string}`
  | `_has:${Searched}:${string}`;

/** Parameters of a search in their order; a name may stand several times. */
export type SearchParameters<Type extends Searched> = readonly (readonly [
  name: SearchName<Type>,
  value: string,
])[];

/** The query that says parameters, as it stands behind the question mark. */
export const queryOf = (parameters: readonly (readonly [name: string, value: string])[]): string =>
  new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();

/** The resources of a type in a Bundle, in its order. */
export const resourcesOf = <T extends FhirResource>(bundle: Bundle, type: T['resourceType']): T[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === type ? [resource as T] : []));

/** The path of a search from the base of the FHIR API. */
export const searchPath = <Type extends Searched>(type: Type, parameters: SearchParameters<Type>): string =>
  `${type}?${queryOf(parameters)}`;

/** Searches a type. */
export const search = <Type extends Searched>(
  type: Type,
  parameters: SearchParameters<Type>,
  signal?: AbortSignal,
): Promise<Answer<Bundle>> => request<Bundle>(callTo(searchPath(type, parameters)), signal);

/** Asks several GET requests at once, as one batch; the answers are in the order of the requests, absent where one failed. */
export const batch = async (
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Answer<(FhirResource | undefined)[]>> => {
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'batch',
    entry: paths.map((url) => ({ request: { method: 'GET', url } })),
  };
  const answer = await request<Bundle<FhirResource>>(call('POST', '/fhir', {}), signal, {
    body: JSON.stringify(bundle),
  });
  if (!answer.ok) return answer;
  const values = (answer.value.entry ?? []).map(({ resource, response }) =>
    response?.status?.startsWith('2') ? resource : undefined,
  );
  return { ...answer, value: values };
};

/** Where the server says that the next page of a search begins; undefined on the last one. */
export const nextPage = ({ link = [] }: Bundle): string | undefined => {
  const next = link.find(({ relation }) => relation === 'next');
  return next && (new URL(next.url).searchParams.get('_page') ?? undefined);
};
