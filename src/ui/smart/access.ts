import { useEffect, useState } from 'preact/hooks';

/** Who is signed in and for what, until when (milliseconds since 1970). */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expires?: number;
  readonly scopes: readonly string[];
  /** Empty where the server does not say who it is. */
  readonly user: string;
}

/** Whether the server has asked for a token, and the session that a person has. */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'signed-in'; readonly session: Session };

/** Where the session is kept: no longer than the window is open, and for no other one. */
const KEY = 'session';

const keptAccess = (): Access => {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? { kind: 'open' } : { kind: 'signed-in', session: JSON.parse(kept) as Session };
};

let access: Access | undefined;

const told = new Set<(access: Access) => void>();

/** The access as it is now. */
export const currentAccess = (): Access => {
  access ??= keptAccess();
  return access;
};

/** Changes the access, and tells whatever shows it. */
export const changeAccess = (changed: Access): void => {
  if (changed.kind === 'signed-in') sessionStorage.setItem(KEY, JSON.stringify(changed.session));
  else sessionStorage.removeItem(KEY);
  access = changed;
  for (const tell of told) tell(changed);
};

/** The access, drawn anew when it changes. */
export const useAccess = (): Access => {
  const [shown, setShown] = useState(currentAccess);
  useEffect(() => {
    setShown(currentAccess());
    told.add(setShown);
    return () => void told.delete(setShown);
  }, []);
  return shown;
};

/** A scope that lets a person create and update whatever a document becomes, in SMART's second or first version. */
const STORING = /^user\/\*\.(?:cr?ud?s?|write|\*)$/;

/** Whether a person may store documents, as far as the scopes say: without a session the server alone knows. */
export const mayStore = (shown: Access): boolean =>
  shown.kind !== 'signed-in' || shown.session.scopes.some((scope) => STORING.test(scope));
