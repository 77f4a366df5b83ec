import { versionHeaders } from './answer.ts';
import { fail } from './error.ts';
import type { Handler } from './request.ts';

/** https://hl7.org/fhir/R5/http.html#vread */
export const vread: Handler = async ({ type, id, versionId }, { store }) => {
  const version = /^[1-9]\d{0,14}$/.test(versionId)
    ? await store.vread(type, id, Number(versionId))
    : undefined;
  return version === undefined
    ? fail('not-found', 'not-found', `There is no version ${versionId} of ${type}/${id}`)
    : { status: 200, headers: versionHeaders(version), body: version.text };
};
