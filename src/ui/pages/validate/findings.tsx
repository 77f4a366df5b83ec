import type { OperationOutcomeIssue } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { columnOf, issueText, lineOf, profileOf, ruleOf } from '../../fhir/issue.ts';
import { SeverityBadge } from '../../parts/issue-list.tsx';
import { severityTexts } from '../../texts/en/severities.ts';
import { validateTexts as texts } from '../../texts/en/validate.ts';
import { SEVERITIES, shownSeverity } from './validate-query.ts';

const Finding = ({
  issue,
  goTo,
}: {
  issue: OperationOutcomeIssue;
  goTo: (line: number, column: number) => void;
}): ComponentChild => {
  const [line, rule, profile] = [lineOf(issue), ruleOf(issue), profileOf(issue)];
  return (
    <li class="finding" data-line={line}>
      <SeverityBadge severity={issue.severity} />
      <div>
        <p>{issueText(issue)}</p>
        <p class="row small muted">
          {line === undefined ? null : (
            <button
              type="button"
              class="quiet finding-line"
              aria-label={texts.goTo(line)}
              onClick={() => goTo(line, columnOf(issue) ?? 1)}
            >
              {texts.line(line)}
            </button>
          )}
          {issue.expression ? <code>{issue.expression.join(', ')}</code> : null}
          {rule === undefined ? null : (
            <span>
              {texts.rule} <code>{rule}</code>
              {profile === undefined ? '' : ` ${texts.fromProfile} ${profile.split('/').at(-1)}`}
            </span>
          )}
        </p>
      </div>
    </li>
  );
};

/** What a validation found, by severities that can be left out. `goTo` is called with a place in the text. */
export const Findings = ({
  issues,
  hidden,
  hide,
  goTo,
}: {
  issues: readonly OperationOutcomeIssue[];
  hidden: readonly string[];
  hide: (severities: readonly string[]) => void;
  goTo: (line: number, column: number) => void;
}): ComponentChild => {
  const counts = new Map(
    SEVERITIES.map((severity) => [severity, issues.filter((one) => shownSeverity(one) === severity).length]),
  );
  const shown = issues.filter((issue) => !hidden.includes(shownSeverity(issue)));
  const isValid = counts.get('error') === 0;
  return (
    <>
      <p class={`notice ${isValid ? 'notice-good' : 'notice-error'}`} role="status">
        <strong>{isValid ? texts.valid : texts.invalid}</strong>
      </p>
      <fieldset class="row finding-filters">
        <legend class="hidden">{texts.shown}</legend>
        {SEVERITIES.map((severity) => (
          <label key={severity} class="row">
            <input
              type="checkbox"
              checked={!hidden.includes(severity)}
              onChange={(event) =>
                hide(
                  event.currentTarget.checked
                    ? hidden.filter((one) => one !== severity)
                    : [...hidden, severity],
                )
              }
            />
            {severityTexts[severity]} <span class="badge">{counts.get(severity)}</span>
          </label>
        ))}
      </fieldset>
      {shown.length === 0 ? <p class="muted">{texts.none}</p> : null}
      <ul class="findings">
        {shown.map((issue, at) => (
          <Finding key={at} issue={issue} goTo={goTo} />
        ))}
      </ul>
    </>
  );
};
