import type { Bundle, FhirResource, OperationOutcome, OperationOutcomeIssue } from 'fhir/r5.js';
import type { Answer } from './answer.ts';
import { call } from './api.ts';
import { request } from './client.ts';

/** A document is sent as it is; what kind it is, the server sees for itself. */
const sent = (body: Blob) => ({ body, contentType: 'text/plain' });

/** What a document would become, and everything that is said of it. */
export interface Preview {
  readonly bundle: Bundle<FhirResource>;
  readonly messages: readonly OperationOutcomeIssue[];
}

const PREVIEW = call('POST', '/fhir/$preview', {});

/** Asks what the reader says of a document; nothing is stored. */
export const documentMessages = (body: Blob, signal?: AbortSignal): Promise<Answer<OperationOutcome>> =>
  request<OperationOutcome>(PREVIEW, signal, {
    ...sent(body),
    headers: { Prefer: 'return=OperationOutcome' },
  });

/** Asks what the server would store of a document; nothing is stored. */
export const previewDocument = async (body: Blob, signal?: AbortSignal): Promise<Answer<Preview>> => {
  const bundle = await request<Bundle<FhirResource>>(PREVIEW, signal, sent(body));
  if (!bundle.ok) return bundle;
  const outcome = await documentMessages(body, signal);
  if (!outcome.ok) return outcome;
  return { ...bundle, value: { bundle: bundle.value, messages: outcome.value.issue } };
};

/** Has a document read and stored. */
export const storeDocument = (body: Blob, signal?: AbortSignal): Promise<Answer<Bundle>> =>
  request<Bundle>(call('POST', '/fhir/$ingest', {}), signal, sent(body));
