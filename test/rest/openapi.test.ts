import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { expect, test } from 'vitest';
import type { components, paths } from '../../openapi/types.d.ts';
import { routes } from '../../src/rest/routes.ts';
import { ward } from './case.ts';
import { abstractPage } from './documents.ts';
import { createServer } from './server.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name?: string; readonly $ref?: string }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Record<string, unknown> };
  readonly responses: Record<string, unknown>;
}

const document = JSON.parse(readFileSync(join(ROOT, 'openapi/openapi.json'), 'utf8')) as {
  readonly paths: Record<string, Record<string, Operation>>;
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('every route is in the document, once for each of its types', () => {
  const routed = routes.flatMap(({ method, path, types = [''] }) =>
    types.map((type) => `${method.toLowerCase()} ${path.replace('{type}', type)}`),
  );
  expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routed.sort());
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
});

test('every operation of the document is routed, and answers as it says', async () => {
  const { app } = await createServer();
  for (const { path, method, operation } of operations) {
    const url = path.replace('{id}', 'none').replace('{versionId}', '1');
    const asked = method === 'get' ? request(app).get(url) : request(app).post(url);
    const { status, type } = await asked;
    const said = `${method} ${url} answered ${status}`;
    expect(status, said).not.toBe(405);
    expect(Object.keys(operation.responses), said).toContain(String(status));
    expect(type, said).toMatch(/json$|html$/);
  }
});

test('every media type and parameter that is declared is taken', async () => {
  const { app } = await createServer();
  for (const { path, method, operation } of operations) {
    const url = path.replace('{id}', 'none').replace('{versionId}', '1');
    for (const mediaType of Object.keys(operation.requestBody?.content ?? {})) {
      const { status } = await request(app).post(url).set('Content-Type', mediaType).send('');
      expect(status, `${url} with ${mediaType}`).not.toBe(415);
    }
    if (method !== 'get' || !path.startsWith('/fhir/')) continue;
    for (const { name } of operation.parameters.filter((one) => one.name !== undefined)) {
      const { body } = await request(app)
        .get(url)
        .query({ [String(name)]: 'a' });
      expect(JSON.stringify(body), `${url}?${name}`).not.toContain('cannot be searched by');
    }
  }
});

test('the document is served as it is committed', async () => {
  const { app } = await createServer();
  const path: keyof paths = '/openapi.json';
  expect((await request(app).get(path).expect(200)).body).toEqual(document);
});

test('generating it again changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  try {
    for (const part of ['src', 'openapi', 'profiles/generated', 'package.json'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    execFileSync(process.execPath, ['openapi/build.ts'], { cwd: folder });
    for (const file of ['openapi/openapi.json', 'openapi/types.d.ts'])
      expect(readFileSync(join(folder, file), 'utf8'), file).toBe(readFileSync(join(ROOT, file), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a client written against the generated types gets what they say', async () => {
  const { app } = await createServer();
  const health: keyof paths = '/health';
  const up: components['schemas']['Health'] = (await request(app).get(health).expect(200)).body;
  expect(up).toEqual({ status: 'up', version: '0.0.0' });

  const ingest: keyof paths = '/fhir/$ingest';
  const bundle: components['schemas']['Bundle'] = (
    await request(app).post(ingest).set('Content-Type', 'text/plain').send(abstractPage()).expect(201)
  ).body;
  expect(bundle.type).toBe('collection');
  expect(bundle.entry?.map(({ resource }) => resource.resourceType)).toContain('ResearchStudy');

  const create: keyof paths = '/fhir/Organization';
  const created: components['schemas']['Organization'] = (
    await request(app).post(create).set('Content-Type', 'application/fhir+json').send(ward).expect(201)
  ).body;
  expect(created.meta?.versionId).toBe('1');
});
