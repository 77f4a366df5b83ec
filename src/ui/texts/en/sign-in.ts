/** The texts of signing in and out. */
export const signInTexts = {
  title: 'Signing in',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedIn: 'Signed in',
  account: 'Account',
  reads: 'You may read.',
  stores: 'You may read and store.',
  scopes: 'Granted scopes',
  nowhere: 'The server does not say where to sign in.',
  problems: {
    denied: 'The authorization server did not allow it.',
    'not-begun': 'This was not begun in this window, or was finished before.',
    failed: 'The answer of the authorization server cannot be used.',
  },
} as const;
