import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r5.js';

export type Severity = OperationOutcomeIssue['severity'];
export type IssueCode = OperationOutcomeIssue['code'];

/** What is wrong, by which rule, and where: https://hl7.org/fhir/R5/operationoutcome.html */
export interface Issue {
  readonly severity: Severity;
  readonly code: IssueCode;
  readonly text: string;
  /** Stable id of the rule: an invariant's key (`dom-6`) or ours (`structure-unknown-property`). */
  readonly rule?: string;
  /** FHIRPath of the element, with indices: `Evidence.statistic[0].quantity`. */
  readonly expression?: string;
  /** The profile that raised it. */
  readonly profile?: string;
  /** What helps to find out why, for those who run the server. */
  readonly diagnostics?: string;
  /** Place in the text that was sent, from 1. */
  readonly line?: number;
  readonly column?: number;
}

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition';

const issueElement = (issue: Issue): OperationOutcomeIssue => {
  const extension = [
    issue.line === undefined
      ? []
      : [{ url: `${EXTENSION}/operationoutcome-issue-line`, valueInteger: issue.line }],
    issue.column === undefined
      ? []
      : // The extension package has a string here, other than for the line.
        [{ url: `${EXTENSION}/operationoutcome-issue-col`, valueString: String(issue.column) }],
    issue.rule === undefined
      ? []
      : [{ url: `${EXTENSION}/operationoutcome-message-id`, valueString: issue.rule }],
    issue.profile === undefined
      ? []
      : [{ url: `${EXTENSION}/operationoutcome-authority`, valueUri: issue.profile }],
  ].flat();
  return {
    ...(extension.length > 0 && { extension }),
    severity: issue.severity,
    code: issue.code,
    details: { text: issue.text },
    ...(issue.diagnostics !== undefined && { diagnostics: issue.diagnostics }),
    ...(issue.expression !== undefined && { expression: [issue.expression] }),
  };
};

const GRAVITY: readonly Severity[] = ['fatal', 'error', 'warning', 'information', 'success'];

/** An OperationOutcome of these issues, the gravest first; without any, one that says all is well. */
export const operationOutcome = (issues: readonly Issue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue:
    issues.length > 0
      ? issues.toSorted((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity)).map(issueElement)
      : [{ severity: 'information', code: 'success', details: { text: 'No issues found' } }],
});

/** Whether an issue makes what it is about unacceptable. */
export const isError = (issue: Issue): boolean => issue.severity === 'error' || issue.severity === 'fatal';

/** That a document holds no trial that can be read: what it was taken for, and what was not found in it. */
export const notATrial = (takenFor: string, missing: string): Issue => ({
  severity: 'error',
  code: 'processing',
  rule: 'not-a-trial',
  text: `This looks like ${takenFor}; not found in it: ${missing}`,
});

/** That a part of a document was not read, so that what it says is missing from the resources. */
export const notRead = (part: string): Issue => ({
  severity: 'warning',
  code: 'incomplete',
  rule: 'not-read',
  text: `Not read: ${part}`,
});

/** Whether an issue says something of a document to whom it concerns: a warning, or what the document does not state. */
export const isTold = ({ severity, rule }: Issue): boolean => severity === 'warning' || rule === 'not-stated';

/** An issue without its place in a text that nobody sent. */
export const unplaced = ({ line, column, ...issue }: Issue): Issue => issue;
