import type { FhirResource } from 'fhir/r5.js';
import request, { type Response } from 'supertest';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/fhir/content.ts';
import { type Issue, isError } from '../../src/fhir/issue.ts';
import { parse } from '../../src/fhir/json.ts';
import { parseXml } from '../../src/fhir/xml/parse.ts';
import { R4, R5 } from '../../src/r4/version.ts';
import { abstractPage } from './documents.ts';
import { createServer, SERVED, type Server, type Setup, validate } from './server.ts';

/** Headers of a body of FHIR JSON, of FHIR XML, and of plain text. */
export const FHIR = { 'Content-Type': 'application/fhir+json' };
export const XML = { 'Content-Type': 'application/fhir+xml' };
export const TEXT = { 'Content-Type': 'text/plain' };

/** A valid resource. */
export const ward = '{"resourceType":"Organization","name":"Ward 7"}';

/** Parameters with these in it. */
export const parameters = (...parameter: unknown[]) =>
  JSON.stringify({ resourceType: 'Parameters', parameter });

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options';

/** A request. */
export interface Sent {
  readonly method?: Method;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** What an answer must be. */
interface Answered {
  readonly status: number;
  readonly answered?: Record<string, string | RegExp>;
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
  /** What is in the answer's JSON, as `toMatchObject` takes it. */
  readonly matches?: object;
}

/** A request and what must come of it. */
export interface Case extends Sent, Answered {
  readonly name: string;
  /** Requests that were made before; all of them succeed. */
  readonly before?: readonly Sent[];
  /** Versions of resources that this request added. */
  readonly rows?: number;
  /** Requests made after it, and what must come of them. */
  readonly after?: readonly (Sent & Answered)[];
  /** How the server differs for this case. */
  readonly setup?: Setup;
}

const post = (path: string, headers: Record<string, string>, body: string): Sent => ({
  method: 'post',
  path,
  headers,
  body,
});

/** A PUT of a resource under its id. */
export const put = (resource: FhirResource, headers: Record<string, string> = {}): Sent => ({
  method: 'put',
  path: `/fhir/${resource.resourceType}/${resource.id}`,
  headers: { ...FHIR, ...headers },
  body: JSON.stringify(resource),
});

/** A DELETE of what has this path under the base. */
export const deletion = (path: string): Sent => ({ method: 'delete', path: `/fhir/${path}` });

/** A trial has been ingested. */
export const ingested = [post('/fhir/$ingest', TEXT, abstractPage())];

/** An Organization has been created, as `id-1`. */
export const created = [post('/fhir/Organization', FHIR, ward)];

const BODIED: readonly Method[] = ['post', 'put', 'patch'];

/** Sends a request as it stands. */
export const send = async (
  { app }: Pick<Server, 'app'>,
  { method = 'get', path, headers = {}, body = '' }: Sent,
): Promise<Response> => {
  const sent = request(app)[method](path).set(headers);
  return BODIED.includes(method) ? sent.serialize((whole) => whole).send(body) : sent;
};

/** The body of an answer as it came. */
export const textOf = ({ text, body }: Response): string => text ?? body.toString();

/** The resource in an answer. */
export const resourceOf = (response: Response): Content => {
  const text = textOf(response);
  const type: string = response.headers['content-type'] ?? '';
  const { elements } = /fhirVersion=4/.test(type) ? R4 : R5;
  const read = type.includes('xml') ? parseXml(text, elements) : parse(text);
  if (!('text' in read)) throw new Error(`${JSON.stringify(read)} in ${text}`);
  return read;
};

const SELF_MADE = ['Bundle', 'OperationOutcome', 'CapabilityStatement'];

/** bdl-14 compares the methods of all entries with one, so that a history without any breaks it. */
const breaksAsDefined = ({ text }: Content, { rule }: Issue): boolean =>
  rule === 'bdl-14' && !text.includes('"entry":');

/** What the server makes itself is valid FHIR; of another version than R5 another validator says that. */
const expectValid = (response: Response): void => {
  if (/fhirVersion=4/.test(response.headers['content-type'] ?? '')) return;
  if (!/fhir|json$|xml$/.test(response.type) || textOf(response) === '') return;
  const content = resourceOf(response);
  if (SELF_MADE.includes(content.value.resourceType))
    expect(
      validate(content).filter((issue) => isError(issue) && !breaksAsDefined(content, issue)),
      content.text,
    ).toEqual([]);
};

const expectAnswered = (response: Response, expected: Answered, method: Method): void => {
  const text = textOf(response);
  expect(response.status, text.slice(0, 2000)).toBe(expected.status);
  for (const [name, value] of Object.entries(expected.answered ?? {}))
    expect(response.headers[name], name).toEqual(
      value instanceof RegExp ? expect.stringMatching(value) : value,
    );
  for (const part of expected.has ?? []) expect(text).toContain(part);
  for (const part of expected.hasNot ?? []) expect(text).not.toContain(part);
  if (method === 'head' || response.status === 304 || response.status === 204) return;
  if (expected.matches) expect(resourceOf(response).value).toMatchObject(expected.matches);
  if (/fhir/.test(response.type)) expectValid(response);
  if (response.status >= 400) {
    expect(resourceOf(response).value.resourceType).toBe('OperationOutcome');
    expect(text).not.toMatch(/\.ts:|node_modules|\n\s+at /);
  }
};

const run = async (one: Case, server: Server): Promise<void> => {
  for (const sent of one.before ?? []) {
    const { status, text } = await send(server, sent);
    expect([200, 201, 204], `${sent.path}: ${text}`).toContain(status);
  }
  const rowsBefore = await server.rows();
  expectAnswered(await send(server, one), one, one.method ?? 'get');
  expect((await server.rows()) - rowsBefore).toBe(one.rows ?? 0);
  for (const next of one.after ?? []) expectAnswered(await send(server, next), next, next.method ?? 'get');
  expect(server.logged).toEqual([]);
};

/** Makes a test of each case, against the real application on each database there is. */
export const testCases = (group: string, cases: readonly Case[], setup: Setup = {}): void => {
  describe.each(SERVED)(`${group}, on $name:`, (database) => {
    test.each(cases)('$name', async (one) => {
      const server = await createServer({ database, ...setup, ...one.setup });
      try {
        await run(one, server);
      } finally {
        await server.close();
      }
    });
  });
};
