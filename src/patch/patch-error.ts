import type { Issue, IssueCode } from '../fhir/issue.ts';

/** Ends a patch; what was patched stays as it was, for trees are not changed in place. */
export class PatchError extends Error {
  readonly issue: Issue;
  constructor(rule: string, code: IssueCode, text: string, expression: string | undefined) {
    super(text);
    this.issue = { severity: 'error', code, rule, text, ...(expression !== undefined && { expression }) };
  }
}

/** The patch itself is wrong, whatever it is applied to. */
export const malformed = (text: string, expression?: string): PatchError =>
  new PatchError('patch-malformed', 'structure', text, expression);

/** The patch is right, and does not fit the resource. */
export const notApplicable = (
  text: string,
  expression?: string,
  code: IssueCode = 'processing',
): PatchError => new PatchError('patch-not-applicable', code, text, expression);

/** What `make` gives, or the issue that ended it. */
export const orIssues = <T>(make: () => T): T | readonly Issue[] => {
  try {
    return make();
  } catch (error) {
    if (error instanceof PatchError) return [error.issue];
    throw error;
  }
};
