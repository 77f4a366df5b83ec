import type { Issue } from '../fhir/issue.ts';

/** What was asked for, or why it cannot be had. */
export type Result<T> = { readonly value: T } | { readonly issue: Issue };

/** Why a request to the terminology cannot be answered. */
export const refusal = (code: Issue['code'], rule: string, text: string): { readonly issue: Issue } => ({
  issue: { severity: 'error', code, rule, text },
});

/** That not all codes of a value set are known, and why; without a terminology server none can be asked for. */
export const incomplete = (valueSet: string, gaps: readonly Issue[]): { readonly issue: Issue } => {
  const { code, rule = 'value-set-incomplete' } = gaps[0]!;
  const reasons = gaps.map(({ text }) => text).join('; ');
  const text = `Not all codes of the value set ${valueSet} are known here: ${reasons}`;
  return refusal(code === 'not-found' ? 'not-supported' : code, rule, text);
};
