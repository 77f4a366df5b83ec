import { RESOURCE_TYPES } from '../src/fhir/resource-type.ts';
import { MODES } from '../src/rest/validate.ts';

/** A JSON Schema as it stands in the document. */
export type Schema = Readonly<Record<string, unknown>>;

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const object = (
  properties: Record<string, Schema>,
  required: readonly string[] = Object.keys(properties),
): Schema => ({
  type: 'object',
  required,
  properties,
});

const text: Schema = { type: 'string' };
const list = (items: Schema): Schema => ({ type: 'array', items });

const resource = (
  type: string,
  properties: Record<string, Schema> = {},
  required: readonly string[] = [],
): Schema =>
  object({ resourceType: { const: type }, id: text, meta: reference('Meta'), ...properties }, [
    'resourceType',
    ...required,
  ]);

/** The schemas of bodies, by name. FHIR's own are only outlined: the profiles say the rest. */
export const schemas = (): Record<string, Schema> => ({
  Resource: { ...object({ resourceType: text, id: text, meta: reference('Meta') }, ['resourceType']) },
  Meta: object(
    { versionId: text, lastUpdated: { type: 'string', format: 'date-time' }, profile: list(text) },
    [],
  ),
  ...Object.fromEntries(RESOURCE_TYPES.map((type) => [type, resource(type)])),
  CapabilityStatement: resource('CapabilityStatement'),
  OperationOutcome: resource(
    'OperationOutcome',
    {
      issue: list(
        object(
          {
            severity: { enum: ['fatal', 'error', 'warning', 'information', 'success'] },
            code: text,
            details: object({ text }),
            expression: list(text),
          },
          ['severity', 'code'],
        ),
      ),
    },
    ['issue'],
  ),
  Bundle: resource(
    'Bundle',
    {
      type: { enum: ['searchset', 'collection'] },
      total: { type: 'integer', minimum: 0 },
      link: list(object({ relation: { enum: ['self', 'next'] }, url: text })),
      entry: list(
        object(
          { fullUrl: text, resource: reference('Resource'), search: object({ mode: { const: 'match' } }) },
          ['fullUrl', 'resource'],
        ),
      ),
      issues: reference('OperationOutcome'),
    },
    ['type'],
  ),
  Binary: resource('Binary', { contentType: text, data: { type: 'string', contentEncoding: 'base64' } }, [
    'contentType',
    'data',
  ]),
  Document: {
    oneOf: [
      reference('Binary'),
      resource(
        'Parameters',
        {
          parameter: {
            ...list(object({ name: { const: 'document' }, resource: reference('Binary') })),
            minItems: 1,
            maxItems: 1,
          },
        },
        ['parameter'],
      ),
    ],
  },
  RawDocument: { description: 'The document as it was received' },
  SearchForm: { type: 'object', additionalProperties: text, description: 'The parameters of the search' },
  ValidationMode: { enum: MODES },
  Health: object({ status: { const: 'up' }, version: text }),
  OpenApi: { type: 'object' },
  Html: text,
});
