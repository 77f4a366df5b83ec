import { type HistoryEntry, historyBundle } from '../../fhir/bundle.ts';
import { dateRange } from '../../fhir/search/date-range.ts';
import type { Pair } from '../../fhir/search/pair.ts';
import { DEFAULT_COUNT } from '../../fhir/search/result-parameter.ts';
import type { Deletion, HistoryRequest, Version } from '../../store/store.ts';
import { etag } from '../answer.ts';
import { type Failure, fail } from '../error.ts';
import type { Handler, Request } from '../request.ts';
import { queryValue } from '../request.ts';
import { notFound } from './read.ts';
import { link, pageFailure } from './search.ts';

/** https://hl7.org/fhir/R5/datatypes.html#instant; a plus sign that was sent without an escape has become a space. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+ ]\d\d:\d\d)$/;

const STATUS = { POST: '201 Created', PUT: '200 OK', DELETE: '204 No Content' } as const;

const entryOf = (
  { base, fhirVersion }: Pick<Request, 'base' | 'fhirVersion'>,
  version: Version | Deletion,
): HistoryEntry => {
  const { id, versionId, lastUpdated } = version;
  const type = fhirVersion.shownAs(version.type);
  // A history knows no PATCH (bdl-14): what it left is told as if it had been put there.
  const method = version.method === 'PATCH' ? 'PUT' : version.method;
  return {
    fullUrl: `${base}/${type}/${id}`,
    ...(!version.deleted && { text: version.text }),
    request: { method, url: method === 'POST' ? type : `${type}/${id}` },
    response: {
      status: versionId === 1 ? STATUS.POST : STATUS[method],
      location: `${base}/${type}/${id}/_history/${versionId}`,
      etag: etag(version),
      lastModified: lastUpdated,
    },
  };
};

const wrong = (name: string, text: string): Failure =>
  fail('malformed', 'value', text, { expression: `http.${name}` });

const historyRequest = (request: Request, mostOnPage: number): HistoryRequest | Failure => {
  const [count, since, at, page] = ['_count', '_since', '_at', '_page'].map((name) =>
    queryValue(request, name),
  );
  if (count !== undefined && !/^\d+$/.test(count))
    return wrong('_count', `“${count}” is not a number of versions`);
  if (since !== undefined && !(INSTANT.test(since) && dateRange(since) !== undefined))
    return wrong('_since', `“${since}” is not an instant, like 2030-01-31T12:00:00Z`);
  const range = at === undefined ? undefined : dateRange(at);
  if (at !== undefined && range === undefined) return wrong('_at', `“${at}” is not a date, time or instant`);
  const { shows } = request.fhirVersion;
  return {
    ...(shows && { visible: { types: shows, some: { kind: 'or', of: [] } } }),
    ...(request.type !== '' && { type: request.type }),
    ...(request.id !== '' && { id: request.id }),
    ...(since !== undefined && { since: since.replace(' ', '+') }),
    ...(range !== undefined && { at: range }),
    count: Math.min(Number(count ?? DEFAULT_COUNT), mostOnPage),
    ...(page !== undefined && { page }),
  };
};

/** Of a resource, a type or everything: https://hl7.org/fhir/R5/http.html#history */
export const history: Handler = async (request, { store, mostOnPage }) => {
  const { base, type, id, query, fhirVersion } = request;
  const wanted = historyRequest(request, mostOnPage);
  if ('failure' in wanted) return wanted;
  if (id !== '' && (await store.read(type, id)) === undefined) return notFound(request);
  try {
    const { total, versions, next } = await store.history(wanted);
    const address = [base, fhirVersion.shownAs(type), id, '_history'].filter((part) => part !== '').join('/');
    const kept = query.filter(([name]) => name !== '_page' && name !== '_count');
    const asked: readonly Pair[] = [...kept, ['_count', String(wanted.count)]];
    const links = {
      self: link(address, wanted.page === undefined ? asked : [...asked, ['_page', wanted.page]]),
      ...(next !== undefined && { next: link(address, [...asked, ['_page', next]]) }),
    };
    return {
      status: 200,
      body: historyBundle(
        links,
        total,
        versions.map((one) => entryOf(request, one)),
      ),
    };
  } catch (error) {
    return pageFailure(error);
  }
};
