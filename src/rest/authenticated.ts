import type { Principal } from '../security/principal.ts';
import type { Security } from '../security/security.ts';
import type { TokenProblem } from '../security/token.ts';
import { type Failure, fail } from './error.ts';

/** That nobody has said who asks: https://www.rfc-editor.org/rfc/rfc6750#section-3 */
export const UNAUTHENTICATED = fail(
  'unauthenticated',
  'login',
  'A bearer token is needed; /fhir/.well-known/smart-configuration tells where to get one',
  { headers: { 'WWW-Authenticate': 'Bearer realm="FHIR"' } },
);

/** How soon to ask again, in seconds. */
const RETRY_AFTER = 10;

const failureOf = ({ problem, text }: TokenProblem): Failure =>
  problem === 'unreachable'
    ? fail('unavailable', 'transient', text, { headers: { 'Retry-After': RETRY_AFTER } })
    : fail('unauthenticated', problem === 'expired' ? 'expired' : 'login', text, {
        headers: {
          'WWW-Authenticate': `Bearer realm="FHIR", error="invalid_token", error_description="${text}"`,
        },
      });

/** Who asks, by the token in the Authorization header: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export const authenticated = async (
  authorization: string | undefined,
  { identify }: Security,
): Promise<Principal | Failure> => {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined)
    return authorization === undefined
      ? UNAUTHENTICATED
      : failureOf({ problem: 'invalid', text: 'The Authorization header holds no bearer token' });
  const found = await identify(token);
  return 'problem' in found ? failureOf(found) : found;
};
