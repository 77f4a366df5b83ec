import type { Binary, FhirResource, Parameters } from 'fhir/r5.js';
import { collection } from '../../fhir/bundle.ts';
import { isTold } from '../../fhir/issue.ts';
import { parse } from '../../fhir/json.ts';
import { bodyResource } from '../body.ts';
import { type Failure, fail } from '../error.ts';
import { mediaType } from '../media-type.ts';
import type { Handler, Request } from '../request.ts';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const binaryBytes = (binary: Binary, path: string): Uint8Array | Failure => {
  const { data } = binary;
  if (typeof data !== 'string' || data === '')
    return fail('malformed', 'required', 'The Binary has no data', { expression: path });
  const packed = data.replace(/\s+/g, '');
  return BASE64.test(packed)
    ? Buffer.from(packed, 'base64')
    : fail('malformed', 'value', 'The data of the Binary is not base64', { expression: path });
};

/** The document in a Binary, or in Parameters with a Binary named `document`; `undefined` if it is neither. */
const wrapped = (resource: FhirResource): Uint8Array | Failure | undefined => {
  if (resource.resourceType === 'Binary') return binaryBytes(resource, 'Binary.data');
  if (resource.resourceType !== 'Parameters') return;
  const given = (resource as Parameters).parameter;
  const [first, ...more] = Array.isArray(given) ? given : [];
  if (first?.name !== 'document' || first.resource?.resourceType !== 'Binary' || more.length > 0)
    return fail(
      'malformed',
      'required',
      'Parameters hold one parameter, “document”, with a Binary as resource',
      {
        expression: 'Parameters.parameter',
      },
    );
  return binaryBytes(first.resource as Binary, 'Parameters.parameter[0].resource.data');
};

const raw = ({ body }: Request): Uint8Array => body;

const fromResource = (request: Request): Uint8Array | Failure => {
  const sent = bodyResource(request);
  if ('failure' in sent) return sent;
  const { value } = sent.content;
  return (
    wrapped(value) ??
    fail('malformed', 'invalid', `$ingest takes Parameters or a Binary, not a ${value.resourceType}`, {
      expression: value.resourceType,
    })
  );
};

/** How a document comes out of a body of each media type. */
const READERS = {
  'application/fhir+json': fromResource,
  'application/fhir+xml': fromResource,
  // A registry's record is JSON too; it is the document itself.
  'application/json': ({ body }: Request) => {
    const parsed = parse(new TextDecoder().decode(body));
    return ('text' in parsed ? wrapped(parsed.value) : undefined) ?? body;
  },
  'application/xml': raw,
  'text/html': raw,
  'text/plain': raw,
  'text/xml': raw,
} satisfies Record<string, (request: Request) => Uint8Array | Failure>;

/** The media types in which a document is taken. */
export const DOCUMENT_TYPES = Object.keys(READERS) as readonly (keyof typeof READERS)[];

const documentBytes = (request: Request): Uint8Array | Failure => {
  const header = request.header('content-type') ?? '';
  const { name, parameters } = mediaType(header);
  const type = DOCUMENT_TYPES.find((one) => one === name);
  if (type === undefined || !/^(utf-?8|us-ascii)$/.test(parameters.get('charset') ?? 'utf-8'))
    return fail(
      'unsupported-media-type',
      'not-supported',
      `A document of “${header}” is not read; send UTF-8 as one of: ${DOCUMENT_TYPES.join(', ')}`,
    );
  if (request.body.length === 0) return fail('malformed', 'required', 'There is no document in the body');
  return READERS[type](request);
};

/** Reads, maps, validates and stores a document: the operation `ingest` of the project. */
export const ingest: Handler = async (request, service) => {
  const bytes = documentBytes(request);
  if ('failure' in bytes) return bytes;
  const outcome = await service.pipeline.ingest(bytes);
  if (outcome.kind === 'conflict') return { failure: 'conflict', issues: outcome.issues };
  if (outcome.kind === 'refused') return { failure: 'invalid', issues: outcome.issues };
  const { base } = request;
  const entries = outcome.versions.map(({ type, id, text }) => ({ fullUrl: `${base}/${type}/${id}`, text }));
  return {
    status: outcome.kind === 'written' ? 201 : 200,
    headers: { Location: `${base}/ResearchStudy/${outcome.study}` },
    body: collection(entries, outcome.issues.filter(isTold)),
  };
};
