import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SearchRequest } from '../fhir/search-request.ts';

/** A place in a search: resources after `after` and up to `until`, both in the order of insertion. */
interface Place {
  readonly after: number;
  readonly until: number;
}

const TOKEN = /^([0-9a-z]+)-([0-9a-z]+)-([\w-]{22})$/;

const mac = (secret: string, { type, filters }: SearchRequest, { after, until }: Place): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([type, filters, after, until]))
    .digest()
    .subarray(0, 16)
    .toString('base64url');

/** Writes a place so that only this store, and only for this search, will take it back. */
export const pageToken = (secret: string, request: SearchRequest, place: Place): string =>
  `${place.after.toString(36)}-${place.until.toString(36)}-${mac(secret, request, place)}`;

/** The place a token stands for, or `undefined` if it was not written for this search. */
export const placeOf = (secret: string, request: SearchRequest, token: string): Place | undefined => {
  const [, after = '', until = '', given = ''] = TOKEN.exec(token) ?? [];
  const place = { after: Number.parseInt(after, 36), until: Number.parseInt(until, 36) };
  if (given === '' || !Number.isSafeInteger(place.after) || !Number.isSafeInteger(place.until)) return;
  return timingSafeEqual(Buffer.from(mac(secret, request, place)), Buffer.from(given)) ? place : undefined;
};
