import type { FhirResource, OperationOutcome } from 'fhir/r5.js';
import { parseWritten } from '../../client/written.ts';
import { changeAccess } from '../smart/access.ts';
import { accessToken } from '../smart/access-token.ts';
import { type Answer, type Failure, failureKind } from './answer.ts';
import type { Call } from './api.ts';

const FHIR_JSON = 'application/fhir+json';

/** What goes with a request. `body` is sent as it is. */
export interface Sent {
  readonly body?: string | Blob;
  readonly contentType?: string;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const outcomeOf = (text: string): { readonly outcome?: OperationOutcome } => {
  try {
    const resource = JSON.parse(text) as FhirResource;
    return resource.resourceType === 'OperationOutcome' ? { outcome: resource } : {};
  } catch {
    return {};
  }
};

const refused = async (response: Response): Promise<Failure> => {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return {
    kind: failureKind(response.status),
    status: response.status,
    ...outcomeOf(await response.text()),
    ...(Number.isFinite(retryAfter) && { retryAfter }),
  };
};

const unreached = (signal?: AbortSignal): Failure => ({ kind: signal?.aborted ? 'cancelled' : 'offline' });

/** The response to a request to the server's API. */
const respond = async <T>(
  { method, url }: Call,
  read: (response: Response) => Promise<T>,
  signal?: AbortSignal,
  { body, contentType = FHIR_JSON, accept = FHIR_JSON, headers }: Sent = {},
): Promise<Answer<T>> => {
  try {
    const token = await accessToken();
    const response = await fetch(url, {
      method,
      headers: {
        Accept: accept,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': contentType }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
    if (response.status === 401) changeAccess({ kind: 'asked' });
    if (!response.ok) return { ok: false, failure: await refused(response) };
    return { ok: true, value: await read(response), headers: response.headers };
  } catch {
    return { ok: false, failure: unreached(signal) };
  }
};

/** Asks the FHIR API for a resource, of which `written` knows how its numbers were written. */
export const request = <T extends FhirResource>(
  to: Call,
  signal?: AbortSignal,
  sent?: Sent,
): Promise<Answer<T>> =>
  respond(to, async (response) => parseWritten(await response.text()) as T, signal, sent);

/** Asks the FHIR API for a text: a raw document, a table, a resource as it was written. */
export const requestText = (to: Call, signal?: AbortSignal, sent?: Sent): Promise<Answer<string>> =>
  respond(to, (response) => response.text(), signal, sent);
