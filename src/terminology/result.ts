import type { Issue } from '../fhir/issue.ts';

/** What was asked for, or why it cannot be had. */
export type Result<T> = { readonly value: T } | { readonly issue: Issue };

/** Why a request to the terminology cannot be answered. */
export const refusal = (code: Issue['code'], rule: string, text: string): { readonly issue: Issue } => ({
  issue: { severity: 'error', code, rule, text },
});
