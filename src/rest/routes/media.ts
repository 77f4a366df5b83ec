import type { FailureKind } from '../error.ts';
import { FHIR_JSON, FHIR_XML } from '../media-type.ts';
import type { MediaSchemas, Parameter, Route } from '../route.ts';

/** A body of FHIR, in each of its formats, by the name of its schema. */
export const fhir = (schema: string): MediaSchemas =>
  Object.fromEntries([...FHIR_JSON, ...FHIR_XML].map((type) => [type, schema]));

/** The headers of an answer with a version. */
export const VERSIONED = ['ETag', 'Last-Modified'];

/** What the server can fail of, whatever it is asked. */
export const FAILING: readonly FailureKind[] = ['exception', 'unavailable', 'insufficient-storage'];

/** What every request to FHIR can fail of. */
export const READING: readonly FailureKind[] = ['malformed', 'not-acceptable', ...FAILING];

/** What a request with a body can fail of. */
export const WITH_BODY: readonly FailureKind[] = [...READING, 'too-large', 'unsupported-media-type'];

/** What a change can fail of. */
export const CHANGING: readonly FailureKind[] = [...WITH_BODY, 'conflict', 'precondition-failed', 'invalid'];

/** A body that has to be there. */
export const required = (content: MediaSchemas): NonNullable<Route['body']> => ({ required: true, content });

/** A body that may be left out. */
export const optional = (content: MediaSchemas): NonNullable<Route['body']> => ({ required: false, content });

/** The only answer there is when all is well. */
export const ok = (description: string, schema: string): Route['answers'] => ({
  200: { description, content: fhir(schema) },
});

/** Parameters that choose a part of a resource. */
export const SUBSET: readonly Parameter[] = [
  {
    name: '_summary',
    description: 'A part of the resource',
    choices: ['true', 'text', 'data', 'false'],
  },
  { name: '_elements', description: 'Names of the elements that are wanted, divided by commas' },
];

/** Headers that make a change depend on what is stored. */
export const PRECONDITIONS: readonly Parameter[] = [
  { name: 'If-Match', description: 'ETag of the version that is to be changed' },
  { name: 'If-None-Match', description: '`*` where nothing may be stored yet' },
];

/** Headers that make a read depend on what the client has. */
export const CONDITIONAL_READ: readonly Parameter[] = [
  { name: 'If-None-Match', description: 'ETag of the version the client has' },
  { name: 'If-Modified-Since', description: 'When the version the client has was made' },
];
