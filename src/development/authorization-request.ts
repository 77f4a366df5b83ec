import { type OAuthError, oauthError } from './oauth-error.ts';

/** A request for a code: https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#obtain-authorization-code */
export interface AuthorizationRequest {
  readonly client: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly challenge: string;
}

/** Names and values that were sent once. */
export type Sent = ReadonlyMap<string, string>;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The address to which the answer goes; undefined where it must not go there. */
export const redirectOf = (sent: Sent): URL | undefined => {
  const url = URL.parse(sent.get('redirect_uri') ?? '');
  return url !== null && /^https?:$/.test(url.protocol) && LOOPBACK.includes(url.hostname) && url.hash === ''
    ? url
    : undefined;
};

/** Reads a request for one of the audiences, once it is known where the answer goes. */
export const authorizationRequest = (
  sent: Sent,
  audiences: readonly string[],
): AuthorizationRequest | OAuthError => {
  const given = (name: string): string => sent.get(name) ?? '';
  if (given('response_type') !== 'code')
    return oauthError('unsupported_response_type', 'response_type is to be code');
  const missing = ['client_id', 'scope', 'state', 'code_challenge'].find((name) => given(name) === '');
  if (missing !== undefined) return oauthError('invalid_request', `${missing} is missing`);
  if (given('code_challenge_method') !== 'S256')
    return oauthError('invalid_request', 'code_challenge_method is to be S256');
  if (!audiences.includes(given('aud')))
    return oauthError('invalid_request', `aud is to be ${audiences.join(' or ')}`);
  return {
    client: given('client_id'),
    redirectUri: given('redirect_uri'),
    scopes: [...new Set(given('scope').split(' '))].filter((one) => one !== ''),
    state: given('state'),
    challenge: given('code_challenge'),
  };
};
