import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createSecurity, type Security } from '../../../src/security/security.ts';

/** The audience for which tokens are given. */
export const AUDIENCE = 'https://trials.example/fhir';

/** How a token differs from a good one. */
export interface Different {
  readonly claims?: JWTPayload;
  readonly header?: { readonly alg?: string; readonly kid?: string };
  /** Signs instead of the issuer's key. */
  readonly key?: CryptoKey | Uint8Array;
}

/** An issuer of tokens, whose keys are served over HTTP. */
export interface Issuer {
  readonly security: Security;
  /** A token of these scopes. */
  readonly token: (scope: string, different?: Different) => Promise<string>;
  readonly publicKey: CryptoKey;
  readonly close: () => void;
}

/** Starts an issuer on a free loopback port. */
export const startIssuer = async (): Promise<Issuer> => {
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES384' }] });
  const server = createServer((_, response) =>
    response.setHeader('Content-Type', 'application/json').end(keys),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seconds = () => Math.floor(Date.now() / 1000);
  return {
    security: createSecurity(
      { issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` },
      AUDIENCE,
    ),
    publicKey,
    token: (scope, { claims = {}, header = {}, key = privateKey } = {}) =>
      new SignJWT({
        iss: issuer,
        aud: AUDIENCE,
        sub: 'someone',
        client_id: 'app',
        scope,
        exp: seconds() + 300,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES384', kid: 'k1', ...header })
        .sign(key),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
