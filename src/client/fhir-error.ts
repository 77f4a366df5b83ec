import type { OperationOutcome } from 'fhir/r5.js';

const outcomeIn = (text: string): OperationOutcome | undefined => {
  try {
    const resource = JSON.parse(text) as OperationOutcome;
    return resource.resourceType === 'OperationOutcome' ? resource : undefined;
  } catch {
    return undefined;
  }
};

const textOf = ({ issue }: OperationOutcome): string =>
  issue.map(({ code, details, diagnostics }) => details?.text ?? diagnostics ?? code).join('; ');

/** What the server refused, or could not do: https://hl7.org/fhir/R5/operationoutcome.html */
export class FhirError extends Error {
  override readonly name = 'FhirError';
  readonly status: number;
  /** Absent where something between client and server answered. */
  readonly outcome: OperationOutcome | undefined;
  /** After how many seconds to ask again, where that is told. */
  readonly retryAfter: number | undefined;

  constructor({ status, statusText, headers }: Response, body: string) {
    const outcome = outcomeIn(body);
    super(`${status} ${outcome === undefined ? statusText : textOf(outcome)}`);
    this.status = status;
    this.outcome = outcome;
    this.retryAfter = retryAfter(headers);
  }
}

/** After how many seconds to ask again: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export const retryAfter = (headers: Headers): number | undefined => {
  const told = headers.get('Retry-After');
  if (told === null) return undefined;
  const seconds = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
};
