import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { KeysUnreachable } from './keys.ts';
import type { Principal } from './principal.ts';
import { scopesOf } from './scope.ts';

/** Signatures with a key that the server does not have: nobody who can check a token can make one. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'EdDSA', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];

/** By how much clocks may differ, in seconds. */
const CLOCK_TOLERANCE = 5;

/** Longer than any token of use. */
const LONGEST = 16_384;

/** Why a token does not tell who someone is; `unreachable` where the issuer's keys cannot be had. */
export interface TokenProblem {
  readonly problem: 'invalid' | 'expired' | 'unreachable';
  readonly text: string;
}

/** Tells who a bearer token was given to. */
export type Identify = (token: string) => Promise<Principal | TokenProblem>;

const text = (claim: unknown): string | undefined =>
  typeof claim === 'string' && claim !== '' ? claim : undefined;

const listed = (claim: unknown): string =>
  Array.isArray(claim) ? claim.filter((one) => typeof one === 'string').join(' ') : (text(claim) ?? '');

/** Issuers name the client, and some the scopes, each in its own way. */
const principalOf = ({ sub, iss = '', jti, ...claims }: JWTPayload): Principal | TokenProblem => {
  const client = text(claims.client_id) ?? text(claims.azp) ?? text(claims.appid);
  const subject = text(sub) ?? client;
  if (subject === undefined) return { problem: 'invalid', text: 'The token says neither subject nor client' };
  const fhirUser = text(claims.fhirUser);
  const patient = text(claims.patient);
  return {
    subject,
    issuer: iss,
    ...(client !== undefined && { client }),
    ...(fhirUser !== undefined && { fhirUser }),
    ...(patient !== undefined && { patient }),
    ...(jti !== undefined && { tokenId: jti }),
    scopes: scopesOf(listed(claims.scope ?? claims.scp)),
  };
};

const problemOf = (error: unknown): TokenProblem => {
  if (error instanceof KeysUnreachable)
    return { problem: 'unreachable', text: 'The keys of the issuer of tokens cannot be had now' };
  if (error instanceof errors.JWTExpired) return { problem: 'expired', text: 'The token has expired' };
  return { problem: 'invalid', text: 'The token is not one that the issuer gave for this server' };
};

/** Checks tokens: signed by the issuer with one of its keys, for one of these audiences, and not expired. */
export const identifier =
  (issuer: string, audiences: readonly string[], keys: JWTVerifyGetKey): Identify =>
  async (token) => {
    if (token.length > LONGEST) return { problem: 'invalid', text: 'The token is too long' };
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: [...audiences],
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp'],
      });
      return principalOf(payload);
    } catch (error) {
      return problemOf(error);
    }
  };
