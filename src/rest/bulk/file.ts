import { timingSafeEqual } from 'node:crypto';
import { operationOutcome } from '../../fhir/issue.ts';
import type { BulkExport, BulkRequest, BulkVersion } from '../../store/bulk/bulk-export.ts';
import type { Answer } from '../answer.ts';
import { type Failure, fail } from '../error.ts';
import type { Handler, Request } from '../request.ts';
import type { Service } from '../service.ts';
import type { FhirVersion } from '../version/fhir-version.ts';
import { R5 } from '../version/r5.ts';
import { versionNamed } from '../version/versions.ts';
import { ISSUES, NDJSON, nameOf, signature } from './file-name.ts';
import { line } from './line.ts';
import { ownExport } from './status.ts';

/** The version of an export, whatever its client speaks now. */
const versionOf = (name: string): FhirVersion => versionNamed(name) ?? R5;

const isSigned = (found: BulkExport, request: Request): boolean => {
  const [own, given] = [Buffer.from(signature(found, request.file)), Buffer.from(request.signature)];
  return given.length === own.length && timingSafeEqual(given, own);
};

/** The lines of all versions; requests of others come between. */
async function* linesOf(
  first: IteratorResult<readonly BulkVersion[]>,
  chunks: AsyncIterator<readonly BulkVersion[]>,
  { elements, fhirVersion }: BulkRequest,
): AsyncGenerator<string> {
  const subset = elements && { elements };
  const spoken = versionOf(fhirVersion);
  for (let next = first; next.done !== true; next = await chunks.next()) {
    yield next.value.map((version) => line(version, subset, spoken)).join('');
    await new Promise(setImmediate);
  }
}

const unknown = ({ id, file }: Request): Failure =>
  fail('not-found', 'not-found', `There is no file ${file} of an export ${id}; exports are kept for a day`);

const fileAnswer = async (
  found: BulkExport | undefined,
  request: Request,
  { store }: Service,
): Promise<Answer | Failure> => {
  const answer = { status: 200, mediaType: NDJSON };
  if (found === undefined || found.progress < 1) return unknown(request);
  const { issues, fhirVersion } = found.request;
  const headers = { Expires: new Date(found.until).toUTCString() };
  if (request.file === ISSUES && issues.length > 0) {
    const { write } = versionOf(fhirVersion);
    const lines = issues.map((issue) => `${write(JSON.stringify(operationOutcome([issue])))}\n`);
    return { ...answer, headers, body: lines.join('') };
  }
  const file = found.files.find((one) => nameOf(one) === request.file);
  if (file === undefined) return unknown(request);
  const chunks = store.bulkExports.versions(found, file)[Symbol.asyncIterator]();
  // What keeps them from being given is told before the answer begins.
  return { ...answer, headers, body: linesOf(await chunks.next(), chunks, found.request) };
};

/** A file of an export, for whose it is. */
export const exportFile: Handler = async (request, service) =>
  fileAnswer(await ownExport(request, service), request, service);

/** A file of an export, for who was given its address. */
export const signedExportFile: Handler = async (request, service) => {
  const found = await service.store.bulkExports.find(request.id);
  return fileAnswer(found && isSigned(found, request) ? found : undefined, request, service);
};
