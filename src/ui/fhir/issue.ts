import type { Extension, OperationOutcomeIssue } from 'fhir/r5.js';

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/operationoutcome';

const extensionOf = ({ extension = [] }: OperationOutcomeIssue, name: string): Extension | undefined =>
  extension.find(({ url }) => url === `${EXTENSION}-${name}`);

/** The rule that an issue is about, by its name: an invariant’s key, or the server’s own. */
export const ruleOf = (issue: OperationOutcomeIssue): string | undefined =>
  extensionOf(issue, 'message-id')?.valueString;

/** The line of the text that an issue is about, from 1. */
export const lineOf = (issue: OperationOutcomeIssue): number | undefined =>
  extensionOf(issue, 'issue-line')?.valueInteger;

/** The column of the text that an issue is about, from 1. */
export const columnOf = (issue: OperationOutcomeIssue): number | undefined => {
  const column = extensionOf(issue, 'issue-col')?.valueString;
  return column === undefined ? undefined : Number(column);
};

/** The profile that an issue comes from. */
export const profileOf = (issue: OperationOutcomeIssue): string | undefined =>
  extensionOf(issue, 'authority')?.valueUri;

/** What an issue says, in words. */
export const issueText = ({ details, diagnostics, code }: OperationOutcomeIssue): string =>
  details?.text ?? diagnostics ?? code;
