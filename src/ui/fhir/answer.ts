import type { OperationOutcome } from 'fhir/r5.js';

/** Why an answer did not come, in the words a person needs to know what to do. */
export type FailureKind =
  | 'offline'
  | 'cancelled'
  | 'unauthenticated'
  | 'unauthorised'
  | 'missing'
  | 'refused'
  | 'busy'
  | 'broken';

/** A request that failed: an error as a value. `retryAfter` is in seconds. */
export interface Failure {
  readonly kind: FailureKind;
  readonly status?: number;
  readonly outcome?: OperationOutcome;
  readonly retryAfter?: number;
}

/** What came of a request. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly headers: Headers }
  | { readonly ok: false; readonly failure: Failure };

/** The kind of failure that an HTTP status tells. */
export const failureKind = (status: number): FailureKind => {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'unauthorised';
  if (status === 404 || status === 410) return 'missing';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'broken' : 'refused';
};
