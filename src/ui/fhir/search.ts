import type { Bundle, FhirResource } from 'fhir/r5.js';
import type { Answer } from './answer.ts';
import { request } from './client.ts';

/** Parameters of a search in their order; a name may stand several times. */
export type Parameters = readonly (readonly [name: string, value: string])[];

/** The query that says parameters, as it stands behind the question mark. */
export const queryOf = (parameters: Parameters): string =>
  new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();

/** The resources of a type in a Bundle, in its order. */
export const resourcesOf = <T extends FhirResource>(bundle: Bundle, type: T['resourceType']): T[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === type ? [resource as T] : []));

/** Searches a type. */
export const search = (type: string, parameters: Parameters, signal?: AbortSignal): Promise<Answer<Bundle>> =>
  request<Bundle>(`${type}?${queryOf(parameters)}`, signal);

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
  const answer = await request<Bundle<FhirResource>>('', signal, {
    method: 'POST',
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
