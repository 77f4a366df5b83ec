import type { OperationOutcomeIssue } from 'fhir/r5.js';

const MESSAGE_ID = 'http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id';

/** The key of the invariant an issue of the official validator reports, or `undefined` for one of another kind. */
export const invariantKey = ({ extension }: OperationOutcomeIssue): string | undefined => {
  // The validator writes a code where the extension's definition has a string.
  const id = extension?.find(({ url }) => url === MESSAGE_ID);
  return (id?.valueCode ?? id?.valueString)?.split('#')[1];
};

/** Whether an issue makes a resource invalid. */
export const isError = ({ severity }: OperationOutcomeIssue): boolean =>
  severity === 'error' || severity === 'fatal';

/** An issue in a line: place and message. */
export const issueLine = ({ severity, expression, details }: OperationOutcomeIssue): string =>
  `${severity} ${expression?.join(', ') ?? ''}: ${details?.text ?? ''}`;
