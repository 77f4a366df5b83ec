import type { Answer } from './answer.ts';
import { call } from './api.ts';
import { requestText } from './client.ts';

/** A reference to a component, `#/components/schemas/Evidence`, or what stands in its place. */
type Ref<T> = { readonly $ref: string } | T;

/** A schema, as far as it is shown: https://spec.openapis.org/oas/v3.1.0#schema-object */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaOrRef>>;
  readonly items?: SchemaOrRef;
  readonly anyOf?: readonly SchemaOrRef[];
  readonly oneOf?: readonly SchemaOrRef[];
  readonly allOf?: readonly SchemaOrRef[];
}

/** A schema or a reference to one. */
export type SchemaOrRef = Ref<Schema>;

type Content = Readonly<Record<string, { readonly schema: SchemaOrRef }>>;

/** A parameter: https://spec.openapis.org/oas/v3.1.0#parameter-object */
export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: SchemaOrRef;
}

/** A body that is sent or answered. */
export interface ApiBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Content;
}

/** An operation: https://spec.openapis.org/oas/v3.1.0#operation-object */
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Ref<ApiParameter>[];
  readonly requestBody?: Ref<ApiBody>;
  readonly responses: Readonly<Record<string, Ref<ApiBody>>>;
}

/** The OpenAPI document of the server. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>> & {
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}

/** An operation with its method and path, its references followed. */
export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly ApiParameter[];
  readonly body: ApiBody | undefined;
  readonly responses: readonly (readonly [status: string, answer: ApiBody])[];
}

/** Asks for the OpenAPI document. */
export const openApi = async (signal?: AbortSignal): Promise<Answer<OpenApi>> => {
  const answer = await requestText(call('GET', '/openapi.json', {}), signal, { accept: 'application/json' });
  return answer.ok ? { ...answer, value: JSON.parse(answer.value) as OpenApi } : answer;
};

const followed = <T>({ components }: OpenApi, given: Ref<T>): T => {
  if (!(typeof given === 'object' && given !== null && '$ref' in given)) return given;
  const [, , kind = '', name = ''] = given.$ref.split('/');
  return components[kind]?.[name] as T;
};

/** The groups that operations are in, in the document's order; HEAD is GET without its body. */
export const operationsByTag = (api: OpenApi): ReadonlyMap<string, readonly ApiOperation[]> => {
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'head')
      .flatMap(([method, { operationId, summary = '', tags = [''], parameters = [], ...operation }]) =>
        tags.map((tag) => ({
          tag,
          id: operationId,
          method: method.toUpperCase(),
          path,
          summary,
          parameters: parameters.map((one) => followed(api, one)),
          body: operation.requestBody && followed(api, operation.requestBody),
          responses: Object.entries(operation.responses).map(
            ([status, answer]) => [status, followed(api, answer)] as const,
          ),
        })),
      ),
  );
  return Map.groupBy(all, ({ tag }) => tag);
};

/** The name of the schema that a reference leads to. */
export const schemaName = (schema: SchemaOrRef): string | undefined =>
  '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
