import type { ComponentChild } from 'preact';
import type { Failure } from '../fhir/answer.ts';
import { stateTexts } from '../texts/en/states.ts';
import { SignInButton } from './sign-in-button.tsx';

/** Says why an answer did not come, with the server's own words, and how to go on. */
export const FailureBox = ({ failure, retry }: { failure: Failure; retry?: () => void }): ComponentChild => {
  const { title, text } = stateTexts.failures[failure.kind];
  if (failure.kind === 'unauthenticated')
    return (
      <div class="notice" role="alert">
        <p>
          <strong>{title}</strong>. {text}
        </p>
        <SignInButton />
      </div>
    );
  return (
    <div class="notice notice-error" role="alert">
      <p>
        <strong>{title}</strong>
        {failure.status ? ` (${failure.status})` : ''}. {text}
      </p>
      {failure.outcome?.issue.length ? (
        <ul>
          {failure.outcome.issue.map((issue, at) => (
            <li key={at}>
              {issue.details?.text ?? issue.diagnostics ?? issue.code}
              {issue.expression?.length ? <code> {issue.expression.join(', ')}</code> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {failure.retryAfter !== undefined ? <p>{stateTexts.retryAfter(failure.retryAfter)}</p> : null}
      {retry ? (
        <button type="button" onClick={retry}>
          {stateTexts.retry}
        </button>
      ) : null}
    </div>
  );
};
