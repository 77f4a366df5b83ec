import type { Issue } from '../fhir/issue.ts';

/** That evidence cannot be pooled as it was chosen; `rule` names why. */
export const refusal = (rule: string, text: string): Issue => ({
  severity: 'error',
  code: 'business-rule',
  rule,
  text,
});
