import type { Binary } from 'fhir/r5.js';
import { collection } from '../../fhir/bundle.ts';
import { isTold, operationOutcome } from '../../fhir/issue.ts';
import { parse } from '../../fhir/json.ts';
import type { Ingested, Pipeline } from '../../pipeline.ts';
import { type Failure, fail } from '../error.ts';
import { mediaType } from '../media-type.ts';
import { wantedReturn } from '../prefer.ts';
import type { Handler, Request } from '../request.ts';
import type { Service } from '../service.ts';
import type { Inputs } from './input.ts';
import { readInputs } from './read-inputs.ts';

const INPUTS = {
  document: { type: 'Binary', description: 'The document as it was received', required: true },
} as const satisfies Inputs;

/** What a pipeline made of a document that it took. */
type Made = Extract<Ingested, { readonly study: string }>;

type Reader = (request: Request, service: Service) => Uint8Array | Failure;

/** The document in a Binary, or in Parameters with a Binary named `document`. */
const fromResource: Reader = (request, service) => {
  const given = readInputs(request, INPUTS, service);
  if ('failure' in given) return given;
  const { data = '' } = given.document.content.value as Binary;
  return data === ''
    ? fail('malformed', 'required', 'The Binary has no data', { expression: 'Binary.data' })
    : Buffer.from(data, 'base64');
};

const raw: Reader = ({ body }) => body;

/** A registry's record is JSON, too; it is the document itself. */
const fromJson: Reader = (request, service) => {
  const parsed = parse(new TextDecoder().decode(request.body));
  const isOurs = 'text' in parsed && ['Binary', 'Parameters'].includes(parsed.value.resourceType);
  return (isOurs ? fromResource : raw)(request, service);
};

/** How a document comes out of a body of each media type. */
const READERS = {
  'application/fhir+json': fromResource,
  'application/fhir+xml': fromResource,
  'application/json': fromJson,
  'application/xml': raw,
  'text/html': raw,
  'text/plain': raw,
  'text/xml': raw,
} satisfies Record<string, Reader>;

/** The media types in which a document is taken. */
export const DOCUMENT_TYPES = Object.keys(READERS) as readonly (keyof typeof READERS)[];

const documentBytes: Reader = (request, service) => {
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
  return READERS[type](request, service);
};

/** What goes back: the resources with what is to be told of them, nothing, or everything that was found: https://hl7.org/fhir/R5/http.html#ops */
const bodies = ({ versions, issues }: Made, { base }: Request) => ({
  representation: () => {
    const entries = versions.map(({ type, id, text }) => ({ fullUrl: `${base}/${type}/${id}`, text }));
    return { body: collection(entries, issues.filter(isTold)) };
  },
  minimal: () => ({}),
  OperationOutcome: () => ({ body: JSON.stringify(operationOutcome(issues)) }),
});

/** What a pipeline made of the document in a request. */
const outcomeOf = async (request: Request, service: Service, pipeline: () => Promise<Pipeline>) => {
  const bytes = documentBytes(request, service);
  if ('failure' in bytes) return bytes;
  const { ingest: ingested } = await pipeline();
  const outcome = await ingested(bytes);
  if (outcome.kind === 'conflict') return { failure: 'conflict', issues: outcome.issues } as const;
  if (outcome.kind === 'refused') return { failure: 'invalid', issues: outcome.issues } as const;
  return { ...outcome, answered: bodies(outcome, request)[wantedReturn(request) ?? 'representation']() };
};

/** Reads, maps, validates and stores a document: the operation `ingest` of the project. */
export const ingest: Handler = async (request, service) => {
  const outcome = await outcomeOf(request, service, service.pipeline);
  if ('failure' in outcome) return outcome;
  const { kind, study, versions, answered } = outcome;
  const about = versions.find(({ id }) => id === study);
  return {
    status: kind === 'written' ? 201 : 200,
    headers: { Location: `${request.base}/${about?.type ?? 'ResearchStudy'}/${study}` },
    ...answered,
  };
};

/** Does the same but stores nothing: the operation `preview` of the project. */
export const preview: Handler = async (request, service) => {
  const outcome = await outcomeOf(request, service, service.preview);
  return 'failure' in outcome ? outcome : { status: 200, ...outcome.answered };
};
