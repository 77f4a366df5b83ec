import type { Binary, Bundle, BundleEntry } from 'fhir/r5.js';
import type { Content } from '../../../fhir/content.ts';
import type { Issue } from '../../../fhir/issue.ts';
import { items, members } from '../../../fhir/json-text.ts';
import { type Failure, fail } from '../../error.ts';
import { FHIR_JSON } from '../../media-type.ts';
import { withMinimalReturn } from '../../prefer.ts';
import type { Request } from '../../request.ts';
import type { Received } from '../../respond.ts';
import { R5 } from '../../version/r5.ts';

/** A request inside a Bundle: https://hl7.org/fhir/R5/bundle-definitions.html#Bundle.entry.request */
export interface EntryRequest {
  readonly at: number;
  readonly method: string;
  /** Relative to the base, as it was sent. */
  readonly url: string;
  readonly fullUrl: string | undefined;
  readonly ifNoneExist: string | undefined;
  /** The resource as it was sent, and its JSON text. */
  readonly resource: BundleEntry['resource'];
  readonly text: string | undefined;
  readonly received: (
    text: string | undefined,
    base: string,
    outer: Pick<Request, 'fhirVersion' | 'header' | 'principal' | 'clientAddress' | 'requestId'>,
  ) => Received;
}

const BODIED = ['POST', 'PUT', 'PATCH'];
/** What a Bundle holds has been read with it. */
const READ = `${FHIR_JSON[0]}; fhirVersion=${R5.name}`;

const METHODS = ['GET', 'HEAD', 'DELETE', ...BODIED];

/** The FHIRPath of an entry. */
export const entryPath = (at: number): string => `Bundle.entry[${at}]`;

/** A failure of one entry, told with its place in the Bundle. */
export const atEntry = (at: number, failure: Failure): Failure => ({
  ...failure,
  issues: failure.issues.map(({ line: _, column: __, expression, ...issue }: Issue) => ({
    ...issue,
    expression: /^[A-Z]\w*(?=[.[]|$)/.test(expression ?? '')
      ? `${entryPath(at)}.resource${expression?.replace(/^\w+/, '')}`
      : entryPath(at),
  })),
});

/** The body of an entry: a Binary stands for the patch that it holds. */
const bodyOf = (resource: BundleEntry['resource'], method: string, text: string | undefined) => {
  if (method !== 'PATCH' || resource?.resourceType !== 'Binary')
    return { contentType: READ, body: Buffer.from(text ?? '') };
  const { contentType, data = '' } = resource as Binary;
  return { contentType, body: Buffer.from(data, 'base64') };
};

const entryRequest = (entry: BundleEntry, at: number, text: string | undefined): EntryRequest | Failure => {
  const { request, resource, fullUrl } = entry;
  if (!request?.url || !METHODS.includes(request.method))
    return atEntry(at, fail('malformed', 'required', 'The entry has no request with a method and a URL'));
  const { method, url, ifNoneExist } = request;
  if (text === undefined && BODIED.includes(method))
    return atEntry(at, fail('malformed', 'required', `A ${method} needs a resource`));
  const headers: Record<string, string | undefined> = {
    'if-match': request.ifMatch,
    'if-none-match': request.ifNoneMatch,
    'if-modified-since': request.ifModifiedSince,
    'if-none-exist': ifNoneExist,
  };
  const path = (base: string) =>
    (url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url).replace(/^\//, '');
  return {
    at,
    method,
    url,
    fullUrl,
    ifNoneExist,
    resource,
    text,
    received: (sent, base, outer) => {
      const { contentType, body } = bodyOf(resource, method, sent);
      const all: typeof headers = {
        ...headers,
        'content-type': contentType,
        accept: FHIR_JSON[0],
        prefer: withMinimalReturn(outer),
      };
      return {
        method,
        url: `/fhir/${path(base)}`,
        base,
        fhirVersion: outer.fhirVersion,
        header: (name) => all[name.toLowerCase()],
        body,
        principal: outer.principal,
        clientAddress: outer.clientAddress,
        requestId: outer.requestId,
      };
    },
  };
};

/** All failures among what came of entries, as one. */
export const allFailures = (outcomes: readonly object[]): Failure | undefined => {
  const failures = outcomes.filter((one): one is Failure => 'failure' in one);
  const [first] = failures;
  return first && { ...first, issues: failures.flatMap(({ issues }) => issues) };
};

const sameFullUrl = (entries: readonly EntryRequest[]): Failure | undefined => {
  const again = entries.find(
    ({ fullUrl }, at) => fullUrl !== undefined && entries.findIndex((one) => one.fullUrl === fullUrl) < at,
  );
  return (
    again &&
    atEntry(again.at, fail('malformed', 'duplicate', `Another entry has the fullUrl ${again.fullUrl}, too`))
  );
};

/** The requests in a Bundle. */
export const entryRequests = ({ text, value }: Content<Bundle>): readonly EntryRequest[] | Failure => {
  const entries = Array.isArray(value.entry) ? value.entry : [];
  const list = members(text).find(({ name }) => name === 'entry')?.value;
  const places = list && text[list.start] === '[' ? items(text, list.start) : [];
  const read = entries.map((entry, at) => {
    const place = places[at];
    const resource =
      place && text[place.start] === '{'
        ? members(text, place.start).find(({ name }) => name === 'resource')?.value
        : undefined;
    return entryRequest(entry ?? {}, at, resource && text.slice(resource.start, resource.end));
  });
  const requests = read.filter((one) => 'method' in one);
  return allFailures(read) ?? sameFullUrl(requests) ?? requests;
};
