import type { Version } from '../../store/store.ts';
import { type Failure, fail } from '../error.ts';
import { isNotModified } from '../precondition.ts';
import type { Handler, Request } from '../request.ts';
import type { Service } from '../service.ts';
import { gone } from './read.ts';

/** The version that a request names, if it has a resource. */
export const versionOf = async (
  { type, id, versionId }: Pick<Request, 'type' | 'id' | 'versionId'>,
  { store }: Service,
): Promise<Version | Failure> => {
  const version = /^[1-9]\d{0,14}$/.test(versionId)
    ? await store.vread(type, id, Number(versionId))
    : undefined;
  if (version === undefined)
    return fail('not-found', 'not-found', `There is no version ${versionId} of ${type}/${id}`);
  return version.deleted ? gone(version) : version;
};

/** https://hl7.org/fhir/R5/http.html#vread */
export const vread: Handler = async (request, service) => {
  const version = await versionOf(request, service);
  if ('failure' in version) return version;
  return isNotModified(request, version)
    ? { status: 304, version }
    : { status: 200, version, body: version.text };
};
