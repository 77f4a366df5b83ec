import type { OperationOutcomeIssue } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { issueText } from '../fhir/issue.ts';
import { severityTexts } from '../texts/en/severities.ts';

const SIGNS: Record<OperationOutcomeIssue['severity'], { readonly sign: string; readonly look: string }> = {
  fatal: { sign: '✕', look: 'badge-bad' },
  error: { sign: '✕', look: 'badge-bad' },
  warning: { sign: '!', look: 'badge-doubt' },
  information: { sign: 'i', look: 'badge-accent' },
  success: { sign: '✓', look: 'badge-good' },
};

/** How grave an issue is, by a sign, a word and a colour. */
export const SeverityBadge = ({ severity }: Pick<OperationOutcomeIssue, 'severity'>): ComponentChild => (
  <span class={`badge ${SIGNS[severity].look}`}>
    <span aria-hidden="true">{SIGNS[severity].sign}</span>
    {severityTexts[severity]}
  </span>
);

/** Issues with their severity, words and elements. */
export const IssueList = ({ issues }: { issues: readonly OperationOutcomeIssue[] }): ComponentChild => (
  <ul class="issues">
    {issues.map((issue, at) => (
      <li key={at}>
        <SeverityBadge severity={issue.severity} />
        <span>
          {issueText(issue)}{' '}
          {issue.expression ? <code class="muted">{issue.expression.join(', ')}</code> : null}
        </span>
      </li>
    ))}
  </ul>
);
