import { fail } from '../error.ts';
import type { Handler } from '../request.ts';
import { notFound } from './read.ts';
import { noVersion, storedVersionOf } from './vread.ts';

/** Removes the versions of a resource that were replaced: https://hl7.org/fhir/6.0.0-ballot3/http.html#delete-history */
export const deleteHistory: Handler = async (request, { store }) => {
  if ((await store.read(request.type, request.id)) === undefined) return notFound(request);
  await store.forgetHistory(request);
  return { status: 204 };
};

/** Removes one of them: https://hl7.org/fhir/6.0.0-ballot3/http.html#delete-history-version */
export const deleteHistoryVersion: Handler = async (request, service) => {
  const version = await storedVersionOf(request, service);
  if (version === undefined) return noVersion(request);
  const removed = await service.store.forgetHistory(request, version.versionId);
  return removed > 0
    ? { status: 204 }
    : fail(
        'conflict',
        'conflict',
        'It is the current version; only versions that were replaced can be removed',
      );
};
