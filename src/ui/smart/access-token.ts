import { changeAccess, currentAccess, type Session } from './access.ts';

/** So long before it expires a token is refreshed, in milliseconds. */
const AHEAD = 30_000;

let refreshing: Promise<void> | undefined;

const refreshOnce = async (session: Session): Promise<void> => {
  const { refresh } = await import('./authorization.ts');
  const refreshed = await refresh(session);
  changeAccess(refreshed === undefined ? { kind: 'asked' } : { kind: 'signed-in', session: refreshed });
};

const isEnding = ({ expires }: Session): boolean => expires !== undefined && expires - AHEAD < Date.now();

/** The token to send, refreshed in time; undefined where nobody is signed in. */
export const accessToken = async (): Promise<string | undefined> => {
  const access = currentAccess();
  if (access.kind !== 'signed-in') return undefined;
  if (access.session.refreshToken !== undefined && isEnding(access.session)) {
    refreshing ??= refreshOnce(access.session).finally(() => {
      refreshing = undefined;
    });
    await refreshing;
  }
  const now = currentAccess();
  return now.kind === 'signed-in' ? now.session.accessToken : undefined;
};
