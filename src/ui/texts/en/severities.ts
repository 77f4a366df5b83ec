/** How grave an issue is: https://hl7.org/fhir/R5/valueset-issue-severity.html */
export const severityTexts = {
  fatal: 'Fatal',
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  success: 'Success',
} as const;
