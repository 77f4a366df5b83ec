import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { PageTitle } from '../../parts/page-title.tsx';
import { Progress } from '../../parts/progress.tsx';
import { SignInButton } from '../../parts/sign-in-button.tsx';
import { changeAccess } from '../../smart/access.ts';
import { finishSignIn, type SignInProblem } from '../../smart/authorization.ts';
import { signInTexts as texts } from '../../texts/en/sign-in.ts';

/** Where the authorization server leads back to: on to where the person was, or why nobody is signed in. */
const SignIn = (): ComponentChild => {
  const { route } = useLocation();
  const [problem, setProblem] = useState<SignInProblem>();
  useEffect(() => {
    void finishSignIn(new URL(location.href)).then((came) => {
      if (typeof came === 'string') return setProblem(came);
      changeAccess({ kind: 'signed-in', session: came.session });
      route(came.from, true);
    });
  }, []);
  return (
    <>
      <PageTitle title={texts.title} />
      {problem === undefined ? (
        <Progress />
      ) : (
        <div class="notice notice-error" role="alert">
          <p>{texts.problems[problem]}</p>
          <SignInButton />
        </div>
      )}
    </>
  );
};

export default SignIn;
