import type { Page, SearchRequest } from '../fhir/search-request.ts';
import { allOf } from './condition.ts';
import { pageToken, placeOf } from './page-token.ts';
import { VERSION, versionOf } from './row.ts';
import type { Statements } from './statements.ts';
import { UnknownPage, type Version } from './store.ts';

/** Finds a page in the order of insertion; later pages leave out what came after the first. Throws UnknownPage. */
export const search = (statements: Statements, secret: string, request: SearchRequest): Page<Version> => {
  const { type, filters, count, page } = request;
  const newest = () => Number(statements.of('SELECT max(seq) AS seq FROM resource').get()?.seq ?? 0);
  const place = page === undefined ? { after: 0, until: newest() } : placeOf(secret, request, page);
  if (place === undefined) throw new UnknownPage('this page was not given for this search');

  const condition = allOf(filters, type);
  const where = `r.type = ? AND r.seq <= ? AND (${condition.sql})`;
  const values = [type, place.until, ...condition.values];
  const total = statements.of(`SELECT count(*) AS total FROM resource r WHERE ${where}`).get(...values);
  const rows = statements
    .of(
      `SELECT r.seq, ${VERSION} FROM resource r JOIN version v ON v.resource = r.seq AND v.version = r.version
       WHERE ${where} AND r.seq > ? ORDER BY r.seq LIMIT ?`,
    )
    .all(...values, place.after, count === 0 ? 0 : count + 1);
  const last = rows.length > count ? rows[count - 1] : undefined;
  return {
    total: Number(total?.total),
    matches: rows.slice(0, count).map(versionOf),
    ...(last && { next: pageToken(secret, request, { ...place, after: Number(last.seq) }) }),
  };
};
