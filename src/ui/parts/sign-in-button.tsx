import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { signInTexts as texts } from '../texts/en/sign-in.ts';

/** Leads to where a person signs in. */
export const SignInButton = (): ComponentChild => {
  const [isNowhere, setIsNowhere] = useState(false);
  const begin = async () => {
    const { beginSignIn } = await import('../smart/authorization.ts');
    setIsNowhere(!(await beginSignIn()));
  };
  return (
    <>
      <button type="button" class="primary" onClick={() => void begin()}>
        {texts.signIn}
      </button>
      {isNowhere ? <p role="alert">{texts.nowhere}</p> : null}
    </>
  );
};
