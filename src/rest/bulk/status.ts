import { keyOf } from '../../security/principal.ts';
import { type BulkExport, TOO_LONG } from '../../store/bulk/bulk-export.ts';
import { type Failure, fail, TOO_COSTLY } from '../error.ts';
import type { Handler, Request } from '../request.ts';
import type { Service } from '../service.ts';
import { manifest } from './manifest.ts';

/** How soon to ask again, in seconds. */
const RETRY_AFTER = 1;

const TOO_OFTEN = fail('too-many-requests', 'throttled', 'Do not ask so often; see Retry-After', {
  headers: { 'Retry-After': RETRY_AFTER },
});

const unknown = ({ id }: Request): Failure =>
  fail('not-found', 'not-found', `There is no export ${id}; exports are kept for a day`);

/** The export that a request names; undefined if there is none for who asks: it is for nobody else. */
export const ownExport = async (
  { id, principal }: Request,
  { store }: Service,
): Promise<BulkExport | undefined> => {
  const found = await store.bulkExports.find(id);
  return found?.owner === keyOf(principal) ? found : undefined;
};

/** How far an export is, or what files it has: https://hl7.org/fhir/uv/bulkdata/STU2/export.html#bulk-data-status-request */
export const exportStatus: Handler = async (request, service) => {
  const found = await ownExport(request, service);
  if (found === undefined) return unknown(request);
  const { id, progress, failure, until } = found;
  if (failure === TOO_LONG) return TOO_COSTLY;
  if (failure !== undefined) {
    service.logError(new Error(failure), `export ${id}`, request.requestId);
    return fail('exception', 'exception', 'The export has failed; the failure has been logged');
  }
  if (progress < 1) {
    if (!service.polls.isInTime(id)) return TOO_OFTEN;
    const headers = { 'X-Progress': `${Math.floor(progress * 100)}% complete`, 'Retry-After': RETRY_AFTER };
    return { status: 202, headers };
  }
  return {
    status: 200,
    mediaType: 'application/json',
    headers: { Expires: new Date(until).toUTCString() },
    body: JSON.stringify(manifest(found, request, service)),
  };
};

/** Ends an export, and forgets it: https://hl7.org/fhir/uv/bulkdata/STU2/export.html#bulk-data-delete-request */
export const cancelExport: Handler = async (request, service) => {
  if ((await ownExport(request, service)) === undefined) return unknown(request);
  await service.store.bulkExports.forget(request.id);
  return { status: 202 };
};
