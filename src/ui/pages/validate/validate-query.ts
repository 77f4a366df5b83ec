import type { OperationOutcomeIssue } from 'fhir/r5.js';

/** The severities that can be shown or left out. */
export const SEVERITIES = ['error', 'warning', 'information'] as const;

/** A severity that can be shown or left out. */
export type ShownSeverity = (typeof SEVERITIES)[number];

/** What the page shows, as its address holds it. */
export interface ValidateQuery {
  /** The profile to validate against, beside those that the resource claims. */
  readonly profile: string;
  /** A resource of the server to begin with: `Evidence/x`. */
  readonly resource: string;
  readonly hidden: readonly string[];
}

/** The severity under which an issue is shown or left out. */
export const shownSeverity = ({ severity }: OperationOutcomeIssue): ShownSeverity => {
  if (severity === 'fatal') return 'error';
  return severity === 'success' ? 'information' : severity;
};

/** Reads what the address of the page asks for. */
export const validateQuery = (query: Readonly<Record<string, string>>): ValidateQuery => ({
  profile: query.profile ?? '',
  resource: query.resource ?? '',
  hidden: (query.hide ?? '').split(',').filter(Boolean),
});

/** The address of the page that shows this. */
export const validateUrl = ({ profile, resource, hidden }: ValidateQuery): string => {
  const said = Object.entries({ profile, resource, hide: hidden.join(',') }).filter(
    ([, value]) => value !== '',
  );
  return said.length === 0 ? '/validate' : `/validate?${new URLSearchParams(said)}`;
};
