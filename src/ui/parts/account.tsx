import type { ComponentChild } from 'preact';
import { changeAccess, mayStore, useAccess } from '../smart/access.ts';
import { signInTexts as texts } from '../texts/en/sign-in.ts';
import { SignInButton } from './sign-in-button.tsx';

/** Leaves nothing of what only the person who was signed in may see. */
const signOut = (): void => {
  changeAccess({ kind: 'asked' });
  location.assign('/studies');
};

/** Who is signed in and what for; a way to sign in where the server asks for it. */
export const Account = (): ComponentChild => {
  const access = useAccess();
  if (access.kind === 'open') return null;
  if (access.kind === 'asked') return <SignInButton />;
  const { user, scopes } = access.session;
  return (
    <details class="account">
      <summary aria-label={`${texts.account}: ${user || texts.signedIn}`}>{user || texts.signedIn}</summary>
      <div class="panel account-panel">
        <p>{mayStore(access) ? texts.stores : texts.reads}</p>
        <p class="muted small">{texts.scopes}</p>
        <ul class="plain small">
          {scopes.map((scope) => (
            <li key={scope}>
              <code>{scope}</code>
            </li>
          ))}
        </ul>
        <button type="button" onClick={signOut}>
          {texts.signOut}
        </button>
      </div>
    </details>
  );
};
