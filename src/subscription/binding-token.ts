import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Store } from '../store/store.ts';

/** For how long a token lets bind, in seconds. */
const LASTS = 600;

const ALGORITHM = 'HS256';

const AUDIENCE = 'subscription-websocket';

/** Under which name the store keeps the secret of the tokens: all processes on a database know them. */
const SECRET = 'websocket-secret';

/** The secret of a store, which is made when it is needed first. */
const secretOf = async (store: Pick<Store, 'note' | 'setNote'>): Promise<Uint8Array> => {
  const known = await store.note(SECRET);
  if (known !== undefined) return Buffer.from(known, 'base64');
  await store.setNote(SECRET, randomBytes(32).toString('base64'));
  return secretOf(store);
};

/** A token that lets its bearer bind a web socket to subscriptions, and until when: https://hl7.org/fhir/R5/subscription-operation-get-ws-binding-token.html */
export const bindingToken = async (
  store: Pick<Store, 'note' | 'setNote'>,
  subscriptions: readonly string[],
  now: number,
): Promise<{ readonly token: string; readonly expiration: string }> => {
  const expires = Math.floor(now / 1000) + LASTS;
  const token = await new SignJWT({ subscriptions })
    .setProtectedHeader({ alg: ALGORITHM })
    .setAudience(AUDIENCE)
    .setExpirationTime(expires)
    .sign(await secretOf(store));
  return { token, expiration: new Date(expires * 1000).toISOString() };
};

/** The ids of the subscriptions that a token lets bind to; undefined if it lets bind to none. */
export const boundBy = async (
  store: Pick<Store, 'note' | 'setNote'>,
  token: string,
  now: number,
): Promise<readonly string[] | undefined> => {
  try {
    const { payload } = await jwtVerify<{ subscriptions: string[] }>(token, await secretOf(store), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      currentDate: new Date(now),
    });
    return payload.subscriptions;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};
