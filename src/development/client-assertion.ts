import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';

/** A client that proves itself by a key. */
export interface Client {
  readonly name: string;
  readonly jwks: JSONWebKeySet;
}

/** How long an assertion lasts at most, in seconds. */
const LASTS = 300;

/** Tells which of the clients an assertion is by; undefined where it is by none. */
export type Authenticate = (assertion: string) => Promise<string | undefined>;

/** Checks assertions, each of which is good once: https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html */
export const assertionChecker = (
  clients: ReadonlyMap<string, Client>,
  tokenEndpoint: string,
  now: () => number,
): Authenticate => {
  const used = new Map<string, number>();
  return async (assertion) => {
    try {
      const { iss = '' } = decodeJwt(assertion);
      const client = clients.get(iss);
      if (client === undefined) return undefined;
      const { payload } = await jwtVerify(assertion, createLocalJWKSet(client.jwks), {
        issuer: iss,
        subject: iss,
        audience: tokenEndpoint,
        algorithms: ['ES384', 'RS384'],
        requiredClaims: ['exp', 'jti'],
      });
      const { exp = 0, jti = '' } = payload;
      for (const [one, until] of used) if (until < now() / 1000) used.delete(one);
      const key = JSON.stringify([iss, jti]);
      if (exp > now() / 1000 + LASTS || used.has(key)) return undefined;
      used.set(key, exp);
      return iss;
    } catch {
      return undefined;
    }
  };
};
