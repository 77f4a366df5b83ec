import { randomUUID } from 'node:crypto';

/** https://hl7.org/fhir/R5/http.html#custom */
export const REQUEST_ID = 'X-Request-Id';

/** The id that a client gave its request, if it is one that can stand in a log, or one of our own. */
export const requestId = (given: string | undefined): string =>
  given !== undefined && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
