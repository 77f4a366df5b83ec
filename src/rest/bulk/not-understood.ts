import type { Issue } from '../../fhir/issue.ts';

/** That a parameter of a kick-off is not understood. */
export const notUnderstood = (name: string, text: string, code: Issue['code'] = 'value'): Issue => ({
  severity: 'error',
  code,
  text,
  expression: `http.${name}`,
});
