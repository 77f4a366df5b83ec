import { keysAt } from './keys.ts';
import { type Identify, identifier } from './token.ts';

/** The server that gives tokens, as it describes itself: https://www.rfc-editor.org/rfc/rfc8414 */
export interface AuthorizationServer {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly authorization_endpoint?: string;
  readonly token_endpoint: string;
  readonly registration_endpoint?: string;
  readonly introspection_endpoint?: string;
  readonly revocation_endpoint?: string;
  readonly management_endpoint?: string;
  readonly grant_types_supported?: readonly string[];
  readonly response_types_supported?: readonly string[];
  readonly scopes_supported?: readonly string[];
  readonly code_challenge_methods_supported?: readonly string[];
  readonly token_endpoint_auth_methods_supported?: readonly string[];
  readonly token_endpoint_auth_signing_alg_values_supported?: readonly string[];
}

/** Who gives tokens, and how they are checked. */
export interface Security {
  readonly authorizationServer: AuthorizationServer;
  readonly identify: Identify;
}

/** Checks tokens of an authorization server for any of these audiences. */
export const createSecurity = (
  authorizationServer: AuthorizationServer,
  ...audiences: readonly string[]
): Security => ({
  authorizationServer,
  identify: identifier(authorizationServer.issuer, audiences, keysAt(authorizationServer.jwks_uri)),
});
