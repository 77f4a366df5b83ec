import type { Binary } from 'fhir/r5.js';
import { content } from '../../fhir/content.ts';
import type { Answer } from '../answer.ts';
import { bodyResource } from '../body.ts';
import type { Plan } from '../change.ts';
import type { Failure } from '../error.ts';
import { byPreference, FHIR_JSON, FHIR_TYPES, isXml, sentType } from '../media-type.ts';
import { type Handler, queryValue, type Request } from '../request.ts';
import { create } from './create.ts';
import { read } from './read.ts';
import { update } from './update.ts';
import { vread } from './vread.ts';

/** Stands for `Binary.securityContext.reference` where the content is sent or given as it is. */
const SECURITY_CONTEXT = 'X-Security-Context';

const isFhirOnly = (type: string): boolean => type.startsWith('application/fhir+');

/** Whether the client asked for the resource; `application/json` may mean that or content that is JSON itself. */
const isResourceWanted = (request: Request, { contentType = '' }: Partial<Binary>): boolean => {
  if (queryValue(request, '_format') !== undefined) return true;
  const [best] = byPreference(request.header('accept') ?? '*/*');
  if (best === undefined || !FHIR_TYPES.includes(best.name)) return false;
  return (
    isFhirOnly(best.name) || !new RegExp(`[/+]${isXml(best.name) ? 'xml' : 'json'}\\b`).test(contentType)
  );
};

/** Content may be a page with scripts that are not ours. */
const GUARD = { 'Content-Security-Policy': "default-src 'none'; sandbox" };

const mediaTypeOf = ({ contentType = '' }: Partial<Binary>): string =>
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[ -~]*)?$/.test(contentType)
    ? contentType
    : 'application/octet-stream';

const contentOf = (binary: Binary, answer: Answer): Answer => {
  const { data = '', securityContext } = binary;
  return {
    ...answer,
    mediaType: mediaTypeOf(binary),
    headers: {
      ...answer.headers,
      ...GUARD,
      ...(securityContext?.reference !== undefined && { [SECURITY_CONTEXT]: securityContext.reference }),
    },
    body: Buffer.from(data, 'base64'),
  };
};

/** The answer that is a Binary which is not stored: its content, unless the resource is asked for. */
export const nativeAnswer = (request: Request, binary: Binary): Answer =>
  isResourceWanted(request, binary)
    ? { status: 200, body: content(binary).text }
    : contentOf(binary, { status: 200 });

/** Gives the content as it is, unless the resource is asked for: https://hl7.org/fhir/R5/binary.html#rest */
const inNativeForm =
  (handler: Handler): Handler =>
  async (request, service) => {
    const answer = await handler({ ...request, query: [] }, service);
    if ('failure' in answer || typeof answer.body !== 'string') return answer;
    const binary: Binary = JSON.parse(answer.body);
    return isResourceWanted(request, binary) ? handler(request, service) : contentOf(binary, answer);
  };

/** The current version: https://hl7.org/fhir/R5/binary.html#rest */
export const readBinary = inNativeForm(read);

/** A version: https://hl7.org/fhir/R5/binary.html#rest */
export const vreadBinary = inNativeForm(vread);

/** The request with the Binary that its content stands for. */
const asResource = (request: Request): Request | Failure => {
  const type = sentType(request);
  if (type === '' || FHIR_TYPES.includes(type)) {
    const body = bodyResource(request);
    const isMalformed = 'failure' in body && (type === '' || isFhirOnly(type));
    if (isMalformed) return body;
    if ('content' in body && body.content.value.resourceType === 'Binary') return request;
  }
  const reference = request.header(SECURITY_CONTEXT.toLowerCase());
  const binary: Binary = {
    resourceType: 'Binary',
    ...(request.id !== '' && { id: request.id }),
    contentType: request.header('content-type') ?? '',
    ...(reference !== undefined && { securityContext: { reference } }),
    ...(request.body.length > 0 && { data: Buffer.from(request.body).toString('base64') }),
  };
  return {
    ...request,
    header: (name) => (name === 'content-type' ? FHIR_JSON[0] : request.header(name)),
    body: Buffer.from(content(binary).text),
  };
};

const ofContent =
  (plan: Plan): Plan =>
  async (request, service) => {
    const resource = asResource(request);
    return 'failure' in resource ? resource : plan(resource, service);
  };

/** Stores content of any type: https://hl7.org/fhir/R5/binary.html#rest */
export const createBinary = ofContent(create);

/** Stores content of any type under an id: https://hl7.org/fhir/R5/binary.html#rest */
export const updateBinary = ofContent(update);
