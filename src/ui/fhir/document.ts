import type { Bundle, FhirResource, OperationOutcome, OperationOutcomeIssue } from 'fhir/r5.js';
import type { Answer } from './answer.ts';
import { request } from './client.ts';

/** A document is sent as it is; what kind it is, the server sees for itself. */
const sent = (body: Blob) => ({ method: 'POST', body, contentType: 'text/plain' }) as const;

/** What a document would become, and everything that is said of it. */
export interface Preview {
  readonly bundle: Bundle<FhirResource>;
  readonly messages: readonly OperationOutcomeIssue[];
}

/** Asks what the server would store of a document; nothing is stored. */
export const previewDocument = async (body: Blob, signal?: AbortSignal): Promise<Answer<Preview>> => {
  const bundle = await request<Bundle<FhirResource>>('$preview', signal, sent(body));
  if (!bundle.ok) return bundle;
  const outcome = await request<OperationOutcome>('$preview', signal, {
    ...sent(body),
    headers: { Prefer: 'return=OperationOutcome' },
  });
  if (!outcome.ok) return outcome;
  return { ...bundle, value: { bundle: bundle.value, messages: outcome.value.issue } };
};

/** Has a document read and stored. */
export const storeDocument = (body: Blob, signal?: AbortSignal): Promise<Answer<Bundle>> =>
  request<Bundle>('$ingest', signal, sent(body));
