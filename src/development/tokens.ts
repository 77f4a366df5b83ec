import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { createSecrets, type Grant } from './grants.ts';

const ALGORITHM = 'ES384';

/** How long tokens last, in seconds, and for how long they can be renewed. */
const LASTS = 300;
const RENEWABLE = 86_400;

const RENEWING = ['offline_access', 'online_access'];

/** What the token endpoint answers: https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
interface TokenResponse {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
}

/** Gives tokens, signed with a key that ends with the process. */
export interface Tokens {
  readonly keys: JSONWebKeySet;
  readonly give: (grant: Grant) => Promise<TokenResponse>;
  /** What was granted with a token that renews, once. */
  readonly renew: (refreshToken: string) => Grant | undefined;
}

/** Tokens of an issuer for these audiences; `now` in milliseconds since 1970. */
export const createTokens = async (
  issuer: string,
  audiences: readonly string[],
  now: () => number,
): Promise<Tokens> => {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
  const kid = randomUUID();
  const renewing = createSecrets<Grant>(RENEWABLE * 1000, now);

  const signed = (
    claims: Record<string, unknown>,
    subject: string,
    recipients: readonly string[],
    typ: string,
  ) => {
    const seconds = Math.floor(now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid, typ })
      .setIssuer(issuer)
      .setSubject(subject)
      .setAudience([...recipients])
      .setJti(randomUUID())
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LASTS)
      .sign(privateKey);
  };

  return {
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' }] },
    give: async (grant) => {
      const { client, subject, scopes } = grant;
      const isUser = subject !== client;
      const user = isUser && scopes.includes('fhirUser') ? { fhirUser: `Practitioner/${subject}` } : {};
      const scope = scopes.join(' ');
      return {
        access_token: await signed({ client_id: client, scope, ...user }, subject, audiences, 'at+jwt'),
        token_type: 'Bearer',
        expires_in: LASTS,
        scope,
        ...(isUser &&
          RENEWING.some((one) => scopes.includes(one)) && { refresh_token: renewing.keep(grant) }),
        ...(isUser &&
          scopes.includes('openid') && { id_token: await signed(user, subject, [client], 'JWT') }),
      };
    },
    renew: renewing.take,
  };
};
