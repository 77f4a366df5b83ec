import { createHmac, timingSafeEqual } from 'node:crypto';
import { ExpiredPage, UnknownPage } from '../store.ts';

/** Where a page goes on. */
interface Place {
  /** What was visible when the first page was made. */
  readonly snapshot: string;
  /** When that was, in milliseconds since 1970. */
  readonly begun: number;
  /** `seq` of the last version before. */
  readonly after: number;
  /** Of all pages, where it was asked for. */
  readonly total?: number;
}

type Sealed = readonly [snapshot: string, begun: number, after: number, total: number | null];

/** A search or a history. */
interface PagedRequest {
  readonly page?: string;
  readonly where?: unknown;
  readonly sent?: string;
}

/** Places written so that only their store takes them back, only for what they were given for, and for an hour. */
export interface PageTokens {
  readonly now: () => number;
  write(request: PagedRequest, place: Place): string;
  /** Throws UnknownPage, ExpiredPage. */
  read(request: PagedRequest, token: string): Place;
}

/** How long after its first page a search or a history goes on: so long the index keeps superseded versions, in milliseconds. */
export const PAGES_LAST = 60 * 60 * 1000;

/** Tokens sealed with a secret of the database's own, so that they outlive the process. */
export const createPageTokens = (secret: string, now: () => number = Date.now): PageTokens => {
  const seal = (request: PagedRequest, place: string): string => {
    const asked = { ...request, page: undefined, ...(request.sent !== undefined && { where: undefined }) };
    return createHmac('sha256', secret)
      .update(JSON.stringify([asked, place]))
      .digest('base64url');
  };
  return {
    now,
    write: (request, { snapshot, begun, after, total }) => {
      const place = Buffer.from(JSON.stringify([snapshot, begun, after, total])).toString('base64url');
      return `${place}.${seal(request, place)}`;
    },
    read: (request, token) => {
      const [place = '', given = ''] = token.split('.', 2);
      const [theirs, own] = [Buffer.from(given), Buffer.from(seal(request, place))];
      if (theirs.length !== own.length || !timingSafeEqual(theirs, own))
        throw new UnknownPage('this page was not given for this request');
      const [snapshot, begun, after, total] = JSON.parse(
        Buffer.from(place, 'base64url').toString(),
      ) as Sealed;
      if (now() - begun > PAGES_LAST)
        throw new ExpiredPage('this page is no longer kept: the first one was given more than an hour ago');
      return { snapshot, begun, after, ...(total !== null && { total }) };
    },
  };
};
