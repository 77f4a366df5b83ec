import { versionHeaders } from '../answer.ts';
import { fail } from '../error.ts';
import { isNotModified } from '../precondition.ts';
import type { Handler } from '../request.ts';
import { gone } from './read.ts';

/** https://hl7.org/fhir/R5/http.html#vread */
export const vread: Handler = async (request, { store }) => {
  const { type, id, versionId } = request;
  const version = /^[1-9]\d{0,14}$/.test(versionId)
    ? await store.vread(type, id, Number(versionId))
    : undefined;
  if (version === undefined)
    return fail('not-found', 'not-found', `There is no version ${versionId} of ${type}/${id}`);
  if (version.deleted) return gone(version);
  const headers = versionHeaders(version);
  return isNotModified(request, version)
    ? { status: 304, headers }
    : { status: 200, headers, body: version.text };
};
