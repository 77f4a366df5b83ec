import type { Deletion } from '../../store/store.ts';
import { type Failure, fail } from '../error.ts';
import { isNotModified } from '../precondition.ts';
import type { Handler, Request } from '../request.ts';
import { subsetOf } from '../subset.ts';

/** That a resource is not there any more: https://hl7.org/fhir/R5/http.html#read */
export const gone = (deletion: Deletion): Failure =>
  fail('gone', 'deleted', `${deletion.type}/${deletion.id} was deleted at ${deletion.lastUpdated}`, {
    version: deletion,
  });

/** That a resource was never there. */
export const notFound = ({ type, id }: Request): Failure =>
  fail('not-found', 'not-found', `There is no ${type}/${id}`);

/** https://hl7.org/fhir/R5/http.html#read, conditional: https://hl7.org/fhir/R5/http.html#cread */
export const read: Handler = async (request, { store }) => {
  const subset = subsetOf(request);
  if (subset !== undefined && 'failure' in subset) return subset;
  const version = await store.read(request.type, request.id);
  if (version === undefined) return notFound(request);
  if (version.deleted) return gone(version);
  if (isNotModified(request, version)) return { status: 304, version };
  return {
    status: 200,
    version,
    body: subset ? request.fhirVersion.part(version.text, subset) : version.text,
  };
};
