import { keyOf } from '../../security/principal.ts';
import type { Answer } from '../answer.ts';
import { type Failure, fail } from '../error.ts';
import { acceptedAt } from '../later.ts';
import { HANDLING, isAsync } from '../prefer.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { type Asked, bulkRequest, type Extent } from './bulk-request.ts';

/** How long an export can be fetched, in milliseconds. */
const KEPT = 24 * 3_600_000;

/** How many exports of a client are planned at once. */
const MOST = 5;

const SYNCHRONOUS = fail(
  'malformed',
  'required',
  'An export is answered later alone: send the header Prefer: respond-async',
);

const TOO_MANY = fail('too-many-requests', 'throttled', `${MOST} exports are being prepared already`, {
  headers: { 'Retry-After': '10' },
});

/** What the operations have in common that kick off an export. */
export const KICK_OFF = {
  code: 'export',
  output: 'OperationOutcome',
  headers: [HANDLING],
  begins: {
    202: {
      description: 'It has begun; how far it is can be asked at Content-Location',
      headers: ['Content-Location'],
    },
  },
} as const;

/** What all of them take. */
export const INPUTS = {
  _outputFormat: { type: 'string', description: 'Format of the files: `application/fhir+ndjson`' },
  _since: { type: 'instant', description: 'Only what has changed since' },
  _until: { type: 'instant', description: 'Only what has not changed from then on' },
  _type: { type: 'string', description: 'Only these resource types, divided by commas', repeats: true },
  _elements: {
    type: 'string',
    description: 'Names of the elements that are wanted, divided by commas',
    repeats: true,
  },
  _typeFilter: {
    type: 'string',
    description: 'Searches of which one has to find a resource of its type, divided by commas',
    repeats: true,
  },
  includeAssociatedData: { type: 'string', description: 'Not supported', repeats: true },
} as const;

/** Begins an export, of everything or of an extent, as far as it is understood. */
export const kickedOff = async (
  asked: Asked,
  request: Request,
  service: Service,
  extentOf: () => Promise<Extent | Failure | undefined>,
): Promise<Answer | Failure> => {
  if (!isAsync(request)) return SYNCHRONOUS;
  const extent = await extentOf();
  if (extent && 'failure' in extent) return extent;
  const wanted = await bulkRequest(asked, request, service, extent);
  if ('failure' in wanted) return wanted;
  const { store, newId, now } = service;
  const owner = keyOf(request.principal);
  if ((await store.bulkExports.planning(owner)) >= MOST) return TOO_MANY;
  const id = newId();
  await store.bulkExports.begin({ id, owner, until: Date.parse(now()) + KEPT, request: wanted });
  return acceptedAt(`${request.base}/_export/${id}`);
};
