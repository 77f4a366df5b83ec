/** What is said while something loads, and when it does not come. */
export const stateTexts = {
  loading: 'Loading …',
  slow: 'This takes longer than usual …',
  cancel: 'Cancel',
  retry: 'Try again',
  retryAfter: (seconds: number) => `The server asks to try again in ${seconds} s.`,
  failures: {
    offline: { title: 'The server cannot be reached', text: 'Check the connection; nothing was changed.' },
    cancelled: { title: 'Cancelled', text: 'The request was stopped before its answer came.' },
    unauthenticated: {
      title: 'You are not signed in',
      text: 'The server shows this only to those it knows.',
    },
    unauthorised: { title: 'Not allowed', text: 'Your account may read here, but not do this.' },
    missing: { title: 'Not found', text: 'The server has nothing at this address.' },
    refused: { title: 'Refused', text: 'The server did not accept the request.' },
    busy: { title: 'The server is busy', text: 'It has more to do than it can at the moment.' },
    broken: { title: 'The server failed', text: 'That is an error of the server, not of the request.' },
  },
} as const;
