import type { OperationOutcome } from 'fhir/r5.js';
import { type Issue, operationOutcome } from './issue.ts';

/** A resource's text and the absolute URL it is known by. */
interface Entry {
  readonly fullUrl: string;
  readonly text: string;
}

/** A page of a search as it is answered; links are absolute URLs. */
interface Searchset {
  readonly self: string;
  readonly next?: string;
  readonly total: number;
  readonly entries: readonly Entry[];
}

// Bundles are put together as text, so that what is in them keeps its written form.

const entryText = ({ fullUrl, text }: Entry, more = ''): string =>
  `{"fullUrl":${JSON.stringify(fullUrl)},"resource":${text}${more}}`;

const bundle = (type: string, members: readonly string[], entries: readonly string[]): string => {
  const entry = entries.length > 0 ? [`"entry":[${entries.join(',')}]`] : [];
  return `{${[`"resourceType":"Bundle","type":"${type}"`, ...members, ...entry].join(',')}}`;
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
    issues.length > 0 ? [`"issues":${JSON.stringify(inOne(issues))}`] : [],
    entries.map((entry) => entryText(entry)),
  );

/** What a search found: https://hl7.org/fhir/R5/bundle.html#searchset */
export const searchset = ({ self, next, total, entries }: Searchset): string => {
  const links = [
    { relation: 'self', url: self },
    ...(next === undefined ? [] : [{ relation: 'next', url: next }]),
  ];
  return bundle(
    'searchset',
    [`"total":${total}`, `"link":${JSON.stringify(links)}`],
    entries.map((entry) => entryText(entry, ',"search":{"mode":"match"}')),
  );
};
