import { randomUUID } from 'node:crypto';
import type { OperationOutcome } from 'fhir/r5.js';
import { type Issue, operationOutcome } from './issue.ts';

/** A resource's text and the absolute URL it is known by. */
export interface Entry {
  readonly fullUrl: string;
  readonly text: string;
}

/** Links of a page by their relation; absolute URLs. */
export interface Links {
  readonly self: string;
  readonly next?: string;
}

/** A page of a search as it is answered. */
interface Searchset {
  readonly links: Links;
  readonly total?: number;
  readonly matches: readonly Entry[];
  readonly included: readonly Entry[];
  /** What there is to say of the search. */
  readonly issues: readonly Issue[];
}

/** What came of a request: https://hl7.org/fhir/R5/bundle-definitions.html#Bundle.entry.response */
export interface EntryResponse {
  readonly status: string;
  readonly location?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** JSON text of an OperationOutcome. */
  readonly outcome?: string;
}

/** A version in a history; `text` is absent where the resource was deleted. */
export interface HistoryEntry {
  readonly fullUrl: string;
  readonly text?: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly response: EntryResponse;
}

// Bundles are put together as text, so that what is in them keeps its written form; by `+`, as `join` copies what is long
// once more each time.

const member = (name: string, text: string | undefined): readonly string[] =>
  text === undefined ? [] : [`"${name}":${text}`];

const listed = (texts: readonly string[]): string =>
  texts.reduce((before, text) => (before === '' ? text : `${before},${text}`), '');

const object = (...members: readonly (readonly string[])[]): string => `{${listed(members.flat())}}`;

const entryText = ({ fullUrl, text }: Partial<Entry>, ...more: readonly (readonly string[])[]): string =>
  object(
    member('fullUrl', fullUrl === undefined ? undefined : JSON.stringify(fullUrl)),
    member('resource', text),
    ...more,
  );

const bundle = (type: string, members: readonly (readonly string[])[], entries: readonly string[]): string =>
  object(
    ['"resourceType":"Bundle"', `"type":"${type}"`],
    ...members,
    entries.length > 0 ? [`"entry":[${listed(entries)}]`] : [],
  );

const linkMember = ({ self, next }: Links): readonly string[] =>
  member(
    'link',
    JSON.stringify([
      { relation: 'self', url: self },
      ...(next === undefined ? [] : [{ relation: 'next', url: next }]),
    ]),
  );

const number = (name: string, value: number | undefined): readonly string[] =>
  member(name, value === undefined ? undefined : String(value));

const responseMember = ({ outcome, ...response }: EntryResponse): readonly string[] => {
  const said = JSON.stringify(response);
  return member('response', outcome === undefined ? said : `${said.slice(0, -1)},"outcome":${outcome}}`);
};

/**
 * What there is to say of a Bundle, as one issue: bdl-16 compares the severities of all with one value, so that two
 * issues break it. https://hl7.org/fhir/R5/bundle.html#invs
 */
const inOne = (issues: readonly Issue[]): OperationOutcome => {
  const severity = issues.some((issue) => issue.severity === 'warning') ? 'warning' : 'information';
  const lines = issues.map(({ text, expression }) => (expression ? `${expression}: ${text}` : text));
  const outcome = operationOutcome([{ severity, code: 'informational', text: lines.join('\n') }]);
  return { ...outcome, id: 'issues' };
};

/** Resources that belong together, and what there is to say of them (no errors): https://hl7.org/fhir/R5/bundle.html#collection */
export const collection = (entries: readonly Entry[], issues: readonly Issue[] = []): string =>
  bundle(
    'collection',
    [member('issues', issues.length > 0 ? JSON.stringify(inOne(issues)) : undefined)],
    entries.map((entry) => entryText(entry)),
  );

const found = (mode: 'match' | 'include' | 'outcome') => (entry: Partial<Entry>) =>
  entryText(entry, [`"search":{"mode":"${mode}"}`]);

/** It is known by no address, but bdl-15 wants one: https://hl7.org/fhir/R5/bundle.html#invs */
const outcomeEntry = (issues: readonly Issue[]): string =>
  found('outcome')({
    fullUrl: `urn:uuid:${randomUUID()}`,
    text: JSON.stringify(operationOutcome(issues)),
  });

/** What a search found: https://hl7.org/fhir/R5/bundle.html#searchset */
export const searchset = ({ links, total, matches, included, issues }: Searchset): string =>
  bundle(
    'searchset',
    [number('total', total), linkMember(links)],
    [
      ...matches.map(found('match')),
      ...included.map(found('include')),
      ...(issues.length === 0 ? [] : [outcomeEntry(issues)]),
    ],
  );

/** Versions, newest first: https://hl7.org/fhir/R5/bundle.html#history */
export const historyBundle = (links: Links, total: number, entries: readonly HistoryEntry[]): string =>
  bundle(
    'history',
    [number('total', total), linkMember(links)],
    entries.map(({ request, response, ...entry }) =>
      entryText(entry, member('request', JSON.stringify(request)), responseMember(response)),
    ),
  );

/** What came of each request of a batch or transaction: https://hl7.org/fhir/R5/http.html#trules */
export const responseBundle = (
  type: 'batch-response' | 'transaction-response',
  entries: readonly { readonly text?: string; readonly fullUrl?: string; readonly response: EntryResponse }[],
): string =>
  bundle(
    type,
    [],
    entries.map(({ response, ...entry }) => entryText(entry, responseMember(response))),
  );

/** What a notification tells of; `text` is absent where a resource is only named or was deleted. */
export interface NotificationEntry {
  readonly fullUrl: string;
  readonly text?: string;
  readonly request?: { readonly method: string; readonly url: string };
}

/** The status of a subscription, and what happened: https://hl7.org/fhir/R5/subscriptions.html#notifications */
export const notificationBundle = (timestamp: string, entries: readonly NotificationEntry[]): string =>
  bundle(
    'subscription-notification',
    [member('timestamp', JSON.stringify(timestamp))],
    entries.map(({ request, ...entry }) =>
      entryText(entry, member('request', request && JSON.stringify(request))),
    ),
  );
