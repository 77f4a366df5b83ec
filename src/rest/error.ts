import { type Issue, operationOutcome } from '../fhir/issue.ts';
import { CannotStore, type Deletion, SearchTooLong, StoreUnavailable } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { REQUEST_ID } from './request-id.ts';

/** How a failure is answered. */
export interface FailureAnswer {
  readonly status: number;
  readonly description: string;
  readonly headers?: readonly string[];
}

/** What can go wrong, and the status that says so: https://hl7.org/fhir/R5/http.html#errors */
export const FAILURES = {
  malformed: { status: 400, description: 'The request cannot be understood' },
  unauthenticated: {
    status: 401,
    description: 'No valid token tells who asks',
    headers: ['WWW-Authenticate'],
  },
  forbidden: { status: 403, description: 'The token does not allow it', headers: ['WWW-Authenticate'] },
  'not-found': { status: 404, description: 'There is no such resource' },
  'method-not-allowed': { status: 405, description: 'The method is not allowed here', headers: ['Allow'] },
  'not-acceptable': { status: 406, description: 'The answer cannot be given in the format asked for' },
  gone: { status: 410, description: 'It was there and is not any more' },
  'precondition-failed': { status: 412, description: 'A condition of the request is not met' },
  conflict: { status: 409, description: 'What is stored stands against it' },
  'too-large': { status: 413, description: 'The body is larger than is accepted' },
  'unsupported-media-type': { status: 415, description: 'The body is in a format that is not read' },
  invalid: { status: 422, description: 'What was sent has errors; nothing was stored' },
  'too-many-requests': {
    status: 429,
    description: 'The client sends more than it may',
    headers: ['Retry-After'],
  },
  exception: { status: 500, description: 'The server failed' },
  unavailable: { status: 503, description: 'It cannot be done now', headers: ['Retry-After'] },
  'insufficient-storage': { status: 507, description: 'The database takes nothing more' },
} satisfies Record<string, FailureAnswer>;

/** A kind of failure, by its name. */
export type FailureKind = keyof typeof FAILURES;

/** A request that cannot be met, and why. */
export interface Failure {
  readonly failure: FailureKind;
  readonly issues: readonly Issue[];
  readonly headers?: NonNullable<Answer['headers']>;
  /** The version that says so. */
  readonly version?: Deletion;
}

/** A failure with one issue. */
export const fail = (
  failure: FailureKind,
  code: Issue['code'],
  text: string,
  { expression, ...more }: Pick<Failure, 'headers' | 'version'> & Pick<Issue, 'expression'> = {},
): Failure => ({
  failure,
  issues: [{ severity: 'error', code, text, ...(expression !== undefined && { expression }) }],
  ...more,
});

/** The answer that tells the client of a failure. */
export const answerOf = ({ failure, issues, ...more }: Failure): Answer => ({
  status: FAILURES[failure].status,
  ...more,
  body: JSON.stringify(operationOutcome(issues)),
});

// What reading a body can throw, by the `type` that the body parser gives it.
const BODY_FAILURES: Record<string, Failure> = {
  'entity.too.large': fail('too-large', 'too-long', 'The body is larger than this server reads'),
  'encoding.unsupported': fail(
    'unsupported-media-type',
    'not-supported',
    'The Content-Encoding is not read; send gzip, deflate, br or none',
  ),
  'request.aborted': fail('malformed', 'incomplete', 'The body ended before its length'),
  'request.size.invalid': fail('malformed', 'structure', 'The body is not as long as Content-Length says'),
};

/** The failure of a body that could not be read. */
export const unreadBody = (thrown: unknown): Failure => {
  const { type } = (thrown ?? {}) as { type?: unknown };
  const known = typeof type === 'string' ? BODY_FAILURES[type] : undefined;
  return known ?? fail('malformed', 'structure', 'The body is not encoded as Content-Encoding says');
};

const EXCEPTION = fail('exception', 'exception', 'The server failed to answer; the failure has been logged');

const UNAVAILABLE = fail('unavailable', 'transient', 'The database cannot be reached; try again later', {
  headers: { 'Retry-After': '2' },
});

/** The failure of a request that comes while there are more than can be answered. */
export const BUSY = fail('unavailable', 'throttled', 'The server has too much to do; try again soon', {
  headers: { 'Retry-After': '1' },
});

const CANNOT_STORE = fail(
  'insufficient-storage',
  'no-store',
  'The database is full or may only be read; nothing was stored',
);

/** The failure of a search that takes longer than it may. */
export const TOO_COSTLY = fail(
  'unavailable',
  'too-costly',
  'What is looked for takes longer than it may. Narrow it: by a type, by more parameters, by the beginning of a text instead of what it contains, by _total=none or by fewer _include',
);

const failureOf = (thrown: unknown): Failure => {
  if (thrown instanceof CannotStore) return CANNOT_STORE;
  if (thrown instanceof SearchTooLong) return TOO_COSTLY;
  return thrown instanceof StoreUnavailable ? UNAVAILABLE : EXCEPTION;
};

/** The failure of the server, with the id of the request in its log: whatever is thrown is not the client's fault. */
export const thrownFailure = (thrown: unknown, requestId: string): Failure => {
  const { issues, ...failure } = failureOf(thrown);
  return {
    ...failure,
    issues: issues.map((issue) => ({ ...issue, diagnostics: `${REQUEST_ID}: ${requestId}` })),
  };
};
