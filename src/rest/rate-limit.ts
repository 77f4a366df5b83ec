import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { keyOf, type Principal } from '../security/principal.ts';
import { type Failure, fail } from './error.ts';

const MINUTE = 60_000;

const TOO_MANY = fail('too-many-requests', 'throttled', 'Too many requests by this client; see Retry-After');

/** Who a request counts for: the client of its token, else its address. */
const clientOf = (principal: Principal | undefined, ip: string): string =>
  principal ? keyOf(principal) : ipKeyGenerator(ip);

/** Refuses a client that sends more than so many requests in a minute: https://www.rfc-editor.org/rfc/rfc6585#section-4 */
export const limited = (
  requestsPerMinute: number,
  principalOf: (response: Response) => Principal | undefined,
  refuse: (failure: Failure, ...exchange: Parameters<RequestHandler>) => void,
): RequestHandler =>
  rateLimit({
    windowMs: MINUTE,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: ({ ip = '' }, response) => clientOf(principalOf(response), ip),
    handler: (...exchange) => refuse(TOO_MANY, ...(exchange.slice(0, 3) as Parameters<RequestHandler>)),
  });
