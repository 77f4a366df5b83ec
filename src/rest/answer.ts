import type { OutgoingHttpHeaders } from 'node:http';
import type { Version } from '../store/store.ts';

/** What goes back to the client; without `mediaType` the body is FHIR JSON as the client asked for it. */
export interface Answer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly mediaType?: string;
  readonly body?: string;
}

/** ETag and Last-Modified of a version: https://hl7.org/fhir/R5/http.html#versioning */
export const versionHeaders = ({ versionId, lastUpdated }: Version): OutgoingHttpHeaders => ({
  ETag: `W/"${versionId}"`,
  'Last-Modified': new Date(lastUpdated).toUTCString(),
});
