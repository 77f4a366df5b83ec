import * as oauth from 'oauth4webapi';
import { call } from '../fhir/api.ts';
import type { Session } from './access.ts';

/** The workbench as the authorization server knows it: a public client. */
const CLIENT: oauth.Client = { client_id: 'workbench' };

/** To read, and to store as well; a person may grant less. https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html */
const SCOPE = 'openid fhirUser online_access user/*.rs user/*.cruds';

/** Where the sign-in is kept that was begun in this window. */
const KEY = 'sign-in';

interface Begun {
  readonly verifier: string;
  readonly state: string;
  /** Where the person was. */
  readonly from: string;
}

/** The page to which the authorization server leads back. */
const PATH = '/sign-in';

const redirectUri = (): string => location.origin + PATH;

/** A page without TLS comes from this machine alone; so does its authorization server. */
const options = () => ({ [oauth.allowInsecureRequests]: location.protocol === 'http:' });

/** What the server says of where to sign in, if it does: https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html */
const discover = async (): Promise<oauth.AuthorizationServer | undefined> => {
  // Not as other requests go: these wait for a token.
  const { url } = call('GET', '/fhir/.well-known/smart-configuration', {});
  try {
    const response = await fetch(url, { headers: { Accept: 'application/json' } });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
};

const sessionOf = (
  { access_token, refresh_token, expires_in, scope = '' }: oauth.TokenEndpointResponse,
  user: string,
): Session => ({
  accessToken: access_token,
  ...(refresh_token !== undefined && { refreshToken: refresh_token }),
  ...(expires_in !== undefined && { expires: Date.now() + 1000 * expires_in }),
  scopes: scope.split(' ').filter(Boolean),
  user,
});

/** Leads to the page where a person signs in, by code and PKCE. Whether there is one. */
export const beginSignIn = async (): Promise<boolean> => {
  const server = await discover();
  if (server?.authorization_endpoint === undefined) return false;
  const begun: Begun = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    from: location.pathname === PATH ? '/studies' : location.pathname + location.search,
  };
  sessionStorage.setItem(KEY, JSON.stringify(begun));
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: CLIENT.client_id,
    redirect_uri: redirectUri(),
    scope: SCOPE,
    state: begun.state,
    aud: `${location.origin}/fhir`,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  location.assign(url);
  return true;
};

/** Why nobody is signed in: it was not allowed, not begun in this window, or went wrong. */
export type SignInProblem = 'denied' | 'not-begun' | 'failed';

/** A session, and where the person was before. */
export interface SignedIn {
  readonly session: Session;
  readonly from: string;
}

const userOf = (claims: oauth.IDToken | undefined): string => String(claims?.name ?? claims?.sub ?? '');

/** Makes a session of the address to which the authorization server led back. */
export const finishSignIn = async (url: URL): Promise<SignedIn | SignInProblem> => {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (kept === null) return 'not-begun';
  const { verifier, state, from } = JSON.parse(kept) as Begun;
  const server = await discover();
  if (server === undefined) return 'failed';
  try {
    const parameters = oauth.validateAuthResponse(server, CLIENT, url, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      CLIENT,
      oauth.None(),
      parameters,
      redirectUri(),
      verifier,
      options(),
    );
    const result = await oauth.processAuthorizationCodeResponse(server, CLIENT, response);
    return { session: sessionOf(result, userOf(oauth.getValidatedIdTokenClaims(result))), from };
  } catch (error) {
    return error instanceof oauth.AuthorizationResponseError ? 'denied' : 'failed';
  }
};

/** A session anew, by its refresh token; undefined where the server gives none. */
export const refresh = async ({ refreshToken = '', user }: Session): Promise<Session | undefined> => {
  const server = await discover();
  if (server === undefined) return undefined;
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      CLIENT,
      oauth.None(),
      refreshToken,
      options(),
    );
    return sessionOf(await oauth.processRefreshTokenResponse(server, CLIENT, response), user);
  } catch {
    return undefined;
  }
};
