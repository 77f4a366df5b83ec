import type { AuthorizationServer } from './security.ts';

/** Where issuers describe themselves: OpenID Connect Discovery, and https://www.rfc-editor.org/rfc/rfc8414#section-3 */
const PLACES = ['openid-configuration', 'oauth-authorization-server'];

/** How long to wait for an answer, in milliseconds. */
const PATIENCE = 5000;

const isText = (value: unknown): value is string => typeof value === 'string' && URL.canParse(value);

/** What an issuer says of itself; a string says what is wrong with it. */
export const discovered = async (issuer: string): Promise<AuthorizationServer | string> => {
  for (const place of PLACES) {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/${place}`;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
      if (!response.ok) continue;
      const found = (await response.json()) as Partial<AuthorizationServer>;
      if (found.issuer !== issuer) return `${url} describes ${found.issuer}, not ${issuer}`;
      if (!isText(found.jwks_uri) || !isText(found.token_endpoint))
        return `${url} has no jwks_uri and token_endpoint`;
      return found as AuthorizationServer;
    } catch (error) {
      return `${url} cannot be read: ${error instanceof Error ? error.message : error}`;
    }
  }
  return `${issuer} does not describe itself: there is none of ${PLACES.join(', ')} under its .well-known`;
};
