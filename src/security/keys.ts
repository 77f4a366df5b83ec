import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The keys by which tokens are checked cannot be had: that is no fault of a token. */
export class KeysUnreachable extends Error {}

const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** The keys at an address, fetched when they are needed and kept for a while: https://www.rfc-editor.org/rfc/rfc7517#section-5 */
export const keysAt = (url: string): JWTVerifyGetKey => {
  const keys = createRemoteJWKSet(new URL(url));
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      throw isOfToken(error) ? error : new KeysUnreachable(`no keys at ${url}`, { cause: error });
    }
  };
};
