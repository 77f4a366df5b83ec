import type { Deletion, Version } from '../../store/store.ts';
import { type Failure, fail } from '../error.ts';
import { isNotModified } from '../precondition.ts';
import type { Handler, Request } from '../request.ts';
import type { Service } from '../service.ts';
import { gone } from './read.ts';

type Named = Pick<Request, 'type' | 'id' | 'versionId'>;

/** The version that a request names; it may be a deletion. */
export const storedVersionOf = async (
  { type, id, versionId }: Named,
  { store }: Service,
): Promise<Version | Deletion | undefined> =>
  /^[1-9]\d{0,14}$/.test(versionId) ? store.vread(type, id, Number(versionId)) : undefined;

/** That there is no such version. */
export const noVersion = ({ type, id, versionId }: Named): Failure =>
  fail('not-found', 'not-found', `There is no version ${versionId} of ${type}/${id}`);

/** The version that a request names, if it has a resource. */
export const versionOf = async (request: Named, service: Service): Promise<Version | Failure> => {
  const version = await storedVersionOf(request, service);
  if (version === undefined) return noVersion(request);
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
