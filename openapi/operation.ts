import { FAILURES, type FailureAnswer, type FailureKind } from '../src/rest/error.ts';
import { FHIR_JSON, FHIR_XML, isXml } from '../src/rest/media-type.ts';
import type { MediaSchemas, Route } from '../src/rest/route.ts';
import type { Components, Reference } from './components.ts';
import { parametersOf } from './parameters.ts';
import { reference, type Schema, text } from './schema.ts';
import { anyProfile } from './schemas.ts';
import { searchForm } from './search-parameters.ts';

/** What the operations of the document have in common. */
export type Shared = Readonly<Record<'parameters' | 'headers' | 'requestBodies' | 'responses', Components>>;

type Answered = Route['answers'][number];

const FHIR: readonly string[] = [...FHIR_JSON, ...FHIR_XML];

/** What is no resource, so that it is the same in every media type. */
const AS_IT_IS = 'RawDocument';

const schemaOf = (name: string, mediaType: string, type: string): Schema => {
  if (name === 'SearchForm') return searchForm(type);
  if (isXml(mediaType) && name !== AS_IT_IS) return reference('FhirXml');
  if (name === '{type}') return type === '' ? reference('Resource') : anyProfile(type);
  return reference(name);
};

const contentOf = (media: MediaSchemas, type: string) =>
  Object.fromEntries(
    Object.entries(media).map(([mediaType, name]) => [
      mediaType,
      { schema: schemaOf(name, mediaType, type) },
    ]),
  );

const OUTCOME = Object.fromEntries(FHIR.map((type) => [type, 'OperationOutcome']));

/** What the headers of answers say. */
const HEADERS: Readonly<Record<string, string>> = {
  Allow: 'The methods that are allowed',
  'Content-Location': 'Where the answer will be',
  ETag: 'The version, as `W/"1"`',
  Expires: 'When the answer will be forgotten',
  'Last-Modified': 'When the version was made',
  Location: 'Address of the version',
  'Retry-After': 'How soon to ask again, in seconds',
  'WWW-Authenticate': 'How to say who asks',
  'X-Progress': 'How far it is',
  'X-Security-Context': 'Reference to the resource whose access rules the content shares',
};

const headersOf = (names: readonly string[], { headers }: Shared) =>
  Object.fromEntries(
    names.map((name) => {
      const description = HEADERS[name];
      if (description === undefined) throw new Error(`${name} is not described`);
      return [name, headers.refer({ description, schema: text }, name)];
    }),
  );

const LATER: Answered = {
  description: 'The client asked for the answer later; it will be at Content-Location',
  headers: ['Content-Location'],
  content: OUTCOME,
};

/** An operation of the document: a route for a resource type, or (without one) for all others together. */
export const operation = (
  route: Route,
  type: string,
  others: readonly string[],
  shared: Shared,
  isHead = false,
) => {
  const { name, path, summary, interaction, failures, body } = route;
  const operationId = `${name}${type}${isHead ? 'Head' : ''}`;
  // A HEAD is answered like its GET, without the body.
  const response = ({ description, headers = [], content }: Answered, ...names: string[]): Reference =>
    shared.responses.refer(
      {
        description,
        ...(headers.length > 0 && { headers: headersOf(headers, shared) }),
        ...(content && !isHead && { content: contentOf(content, type) }),
      },
      ...names.map((one) => (isHead ? `${one}.head` : one)),
    );
  const failed = (kind: FailureKind): Reference => {
    const { description, headers = [] }: FailureAnswer = FAILURES[kind];
    return response({ description, headers, content: OUTCOME }, kind);
  };
  // What stands in the path may be the name of nothing.
  const misnamed: readonly FailureKind[] = path.includes('{') ? ['not-found'] : [];
  const answers = {
    ...route.answers,
    ...(interaction !== undefined && !route.atOnce && { 202: LATER }),
  };
  const parameters = parametersOf(route, type, others, shared.parameters);
  return {
    operationId,
    summary: isHead ? `${summary}, without the body` : summary,
    tags: [type || (route.types === undefined ? 'system' : 'other types')],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: shared.requestBodies.refer(
        { required: body.required, content: contentOf(body.content, type) },
        operationId,
      ),
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, one]) => [
          status,
          response(one, one === LATER ? 'later' : `${name}${type}.${status}`),
        ]),
      ),
      ...Object.fromEntries([...failures, ...misnamed].map((kind) => [FAILURES[kind].status, failed(kind)])),
    },
  };
};
