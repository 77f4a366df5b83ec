import { versionHeaders } from './answer.ts';
import { fail } from './error.ts';
import type { Handler } from './request.ts';

/** Whether If-None-Match names this version, as a weak or strong ETag. */
const isKnown = (header = '', versionId: number): boolean =>
  header
    .split(',')
    .some((tag) => tag.trim() === '*' || /^\s*(?:W\/)?"(.*)"\s*$/.exec(tag)?.[1] === String(versionId));

/** https://hl7.org/fhir/R5/http.html#read */
export const read: Handler = async ({ type, id, header }, { store }) => {
  const version = await store.read(type, id);
  if (version === undefined) return fail('not-found', 'not-found', `There is no ${type}/${id}`);
  const headers = versionHeaders(version);
  return isKnown(header('if-none-match'), version.versionId)
    ? { status: 304, headers }
    : { status: 200, headers, body: version.text };
};
