import { createHash } from 'node:crypto';
import type { AuthorizationRequest, Sent } from './authorization-request.ts';
import type { Authenticate } from './client-assertion.ts';
import type { Grant, Secrets } from './grants.ts';
import { type OAuthError, oauthError } from './oauth-error.ts';
import type { Tokens } from './tokens.ts';

/** What a code stands for. */
export interface Code {
  readonly request: AuthorizationRequest;
  readonly grant: Grant;
}

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
const byCode = (sent: Sent, codes: Secrets<Code>): Grant | OAuthError => {
  const code = codes.take(sent.get('code') ?? '');
  if (code === undefined) return oauthError('invalid_grant', 'The code is not known, or not any more');
  const { client, redirectUri, challenge } = code.request;
  const isSame =
    sent.get('client_id') === client &&
    sent.get('redirect_uri') === redirectUri &&
    challengeOf(sent.get('code_verifier') ?? '') === challenge;
  return isSame ? code.grant : oauthError('invalid_grant', 'The code was given for another request');
};

const byRefreshToken = (sent: Sent, { renew }: Tokens): Grant | OAuthError => {
  const grant = renew(sent.get('refresh_token') ?? '');
  return grant !== undefined && grant.client === sent.get('client_id')
    ? grant
    : oauthError('invalid_grant', 'The token to renew with is not known, or not any more');
};

/** https://hl7.org/fhir/smart-app-launch/STU2.2/backend-services.html */
const byAssertion = async (sent: Sent, authenticate: Authenticate): Promise<Grant | OAuthError> => {
  const client =
    sent.get('client_assertion_type') === ASSERTION
      ? await authenticate(sent.get('client_assertion') ?? '')
      : undefined;
  if (client === undefined) return oauthError('invalid_client', 'The client is not proven by an assertion');
  const scopes = (sent.get('scope') ?? '').split(' ').filter((one) => one !== '');
  return scopes.length > 0 && scopes.every((one) => one.startsWith('system/'))
    ? { client, subject: client, scopes }
    : oauthError('invalid_scope', 'A client that acts for itself asks for scopes of system/');
};

/** What a request for a token is granted: https://www.rfc-editor.org/rfc/rfc6749#section-3.2 */
export const granted = async (
  sent: Sent,
  codes: Secrets<Code>,
  tokens: Tokens,
  authenticate: Authenticate,
): Promise<Grant | OAuthError> => {
  switch (sent.get('grant_type')) {
    case 'authorization_code':
      return byCode(sent, codes);
    case 'refresh_token':
      return byRefreshToken(sent, tokens);
    case 'client_credentials':
      return byAssertion(sent, authenticate);
    default:
      return oauthError(
        'unsupported_grant_type',
        'grant_type is one of: authorization_code, refresh_token, client_credentials',
      );
  }
};
