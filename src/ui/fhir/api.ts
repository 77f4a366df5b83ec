import type { paths } from '../../../openapi/types.d.ts';

type Method = 'GET' | 'POST';

/** The operation that answers a method at a path of the OpenAPI document. */
type OperationAt<P extends keyof paths, M extends Method> = paths[P][Lowercase<M>];

/** The paths that answer a method. */
type PathOf<M extends Method> = {
  [P in keyof paths]: OperationAt<P, M> extends { responses: object } ? P : never;
}[keyof paths];

type Stated<Names> = [Names] extends [never] ? object : Names;

/** The parameters of an operation, those of its path and those of its query. */
export type InputsOf<Operation> = Operation extends {
  parameters: { path?: infer InPath; query?: infer InQuery };
}
  ? Stated<InPath> & Stated<InQuery>
  : never;

/** A request: where it goes, and how. */
export interface Call {
  readonly method: Method;
  readonly url: string;
}

/** A request that the server's OpenAPI document has; `inputs` are the parameters of its path and its query. */
export const call = <M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  inputs: InputsOf<OperationAt<P, M>>,
): Call => {
  const given = Object.entries(inputs as object).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams(given);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = query.get(name) ?? '';
    query.delete(name);
    return encodeURIComponent(value);
  });
  return { method, url: query.size === 0 ? filled : `${filled}?${query}` };
};

/** A request for what a person or the server wrote: a path from the base of the FHIR API, or one that begins with a slash. */
export const callTo = (path: string): Call => ({
  method: 'GET',
  url: path.startsWith('/') ? path : `/fhir/${path}`,
});
