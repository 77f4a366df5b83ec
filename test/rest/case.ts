import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { abstractPage } from './documents.ts';
import { createServer } from './server.ts';

/** Headers of a body of FHIR JSON, and of plain text. */
export const FHIR = { 'Content-Type': 'application/fhir+json' };
export const TEXT = { 'Content-Type': 'text/plain' };

/** A valid resource. */
export const ward = '{"resourceType":"Organization","name":"Ward 7"}';

/** Parameters with these in it. */
export const parameters = (...parameter: unknown[]) =>
  JSON.stringify({ resourceType: 'Parameters', parameter });

/** A request and what must come of it. */
export interface Case {
  readonly name: string;
  /** Requests that were made before; all of them succeed. */
  readonly before?: readonly { path: string; headers: Record<string, string>; body: string }[];
  readonly method?: 'get' | 'head' | 'post' | 'put' | 'delete' | 'options';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly status: number;
  readonly answered?: Record<string, string | RegExp>;
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
  /** Resources of trials that this request added. */
  readonly rows?: number;
}

/** A trial has been ingested. */
export const ingested = [{ path: '/fhir/$ingest', headers: TEXT, body: abstractPage() }];

/** An Organization has been created, as `id-1`. */
export const created = [{ path: '/fhir/Organization', headers: FHIR, body: ward }];

/** Makes a test of each case, against the real application. */
export const testCases = (group: string, cases: readonly Case[]): void => {
  describe(group, () => {
    test.each(cases)('$name', async (one) => {
      const { app, rows, logged } = await createServer();
      for (const { path, headers, body } of one.before ?? [])
        await request(app).post(path).set(headers).send(body).expect(201);
      const rowsBefore = await rows();

      const { method = 'get', body = '' } = one;
      const sent = request(app)
        [method](one.path)
        .set(one.headers ?? {});
      const response = await (method === 'post' || method === 'put'
        ? sent.serialize((whole) => whole).send(body)
        : sent);
      const text = response.text ?? response.body.toString();

      expect(response.status, text).toBe(one.status);
      for (const [name, value] of Object.entries(one.answered ?? {}))
        expect(response.headers[name]).toEqual(
          value instanceof RegExp ? expect.stringMatching(value) : value,
        );
      for (const part of one.has ?? []) expect(text).toContain(part);
      for (const part of one.hasNot ?? []) expect(text).not.toContain(part);
      expect((await rows()) - rowsBefore).toBe(one.rows ?? 0);
      expect(logged).toEqual([]);
      if (response.status >= 400) {
        expect(JSON.parse(text).resourceType).toBe('OperationOutcome');
        expect(text).not.toMatch(/\.ts:|node_modules|\n\s+at /);
      }
    });
  });
};
