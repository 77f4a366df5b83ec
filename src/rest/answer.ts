import type { OutgoingHttpHeaders } from 'node:http';
import type { Deletion, Version } from '../store/store.ts';

/** What goes back to the client; without `mediaType` the body is FHIR JSON, to be given as the client asked for it. */
export interface Answer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  /** The version it is about, which the client is told of in ETag and Last-Modified. */
  readonly version?: Version | Deletion;
  readonly mediaType?: string;
  readonly body?: string | Uint8Array | AsyncIterable<string>;
}

/** ETag of a version: https://hl7.org/fhir/R5/http.html#versioning */
export const etag = ({ versionId }: Version | Deletion): string => `W/"${versionId}"`;

/** ETag and Last-Modified of a version: https://hl7.org/fhir/R5/http.html#versioning */
export const versionHeaders = (version: Version | Deletion): OutgoingHttpHeaders => ({
  ETag: etag(version),
  'Last-Modified': new Date(version.lastUpdated).toUTCString(),
});
