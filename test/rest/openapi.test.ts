import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import type { Evidence } from 'fhir/r5.js';
import request from 'supertest';
import { expect, test } from 'vitest';
import type { components, paths } from '../../openapi/types.d.ts';
import { CONFORMANCE_TYPES, RESOURCE_TYPES, TRIAL_TYPES } from '../../src/fhir/resource-type.ts';
import { routes } from '../../src/rest/routes.ts';
import { conformanceResources } from '../../src/store/conformance.ts';
import { ward } from './case.ts';
import { exampleOf } from './declared/examples.ts';
import { abstractPage } from './documents.ts';
import { createServer } from './server.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Media {
  readonly content?: Record<string, { readonly schema: object }>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: { readonly enum?: readonly string[] };
}

interface Ref {
  readonly $ref: string;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Ref[];
  readonly requestBody?: Ref;
  readonly responses: Record<string, Ref>;
}

const document = JSON.parse(readFileSync(join(ROOT, 'openapi/openapi.json'), 'utf8')) as {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, unknown>> & { readonly schemas: Record<string, object> };
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const component = <T>({ $ref }: Ref): T => {
  const [, , kind = '', name = ''] = $ref.split('/');
  return document.components[kind]?.[name] as T;
};

const parametersOf = ({ parameters = [] }: Operation) => parameters.map((one) => component<Parameter>(one));

/** The resource types that an operation is for: those its path names, or those it lets be put there. */
const typesOf = (path: string, operation: Operation): readonly string[] => {
  const templated = parametersOf(operation).find(
    ({ name, in: where }) => name === 'type' && where === 'path',
  );
  const named = RESOURCE_TYPES.filter((type) => path.split('/').includes(type));
  return templated?.schema.enum ?? (named.length > 0 ? named : ['']);
};

const methodsOf = (method: string): readonly string[] =>
  method === 'GET' ? ['get', 'head'] : [method.toLowerCase()];

test('every route is in the document for each of its types, and nothing else is', () => {
  const routed = routes.flatMap(({ method, path, types = [''] }) =>
    types.flatMap((type) => methodsOf(method).map((one) => `${one} ${path.replace('{type}', type)}`)),
  );
  const described = operations.flatMap(({ path, method, operation }) =>
    typesOf(path, operation).map((type) => `${method} ${path.replace('{type}', type)}`),
  );
  expect(described.sort()).toEqual(routed.sort());
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
});

test('the types of trials and of what describes the server have paths of their own', () => {
  for (const type of [...TRIAL_TYPES, ...CONFORMANCE_TYPES])
    expect(Object.keys(document.paths)).toContain(`/fhir/${type}/{id}`);
});

const urlOf = (path: string): string =>
  path
    .replace('{type}', 'Patient')
    .replace('{compartment}', 'Patient')
    .replace('{id}', 'none')
    .replace('{versionId}', '1');

test('every operation of the document is routed, and answers as it says', async () => {
  const { app, close } = await createServer({ allowsPurge: true });
  for (const { path, method, operation } of operations) {
    const url = urlOf(path);
    const { status, type } = await request(app)[method as 'get'](url);
    const said = `${method} ${url} answered ${status}`;
    expect(status, said).not.toBe(405);
    expect(Object.keys(operation.responses), said).toContain(String(status));
    const { content = {} } = component<Media>(operation.responses[status]!);
    if (method !== 'head' && type !== '')
      expect(Object.keys(content).concat('*/*'), said).toContain(content[type] ? type : '*/*');
  }
  await close();
});

test('every media type of a body and every parameter that is described is taken', async () => {
  const { app, close } = await createServer();
  for (const { path, method, operation } of operations) {
    const url = urlOf(path);
    const { content = {} } = operation.requestBody ? component<Media>(operation.requestBody) : {};
    for (const mediaType of Object.keys(content)) {
      const sent = request(app)
        [method as 'post'](url)
        .set('Content-Type', mediaType.replace('*/*', 'text/csv'));
      expect((await sent.send('')).status, `${url} with ${mediaType}`).not.toBe(415);
    }
    if (method !== 'get' || !path.startsWith('/fhir/')) continue;
    for (const { name } of parametersOf(operation).filter((one) => one.in === 'query')) {
      const { text } = await request(app)
        .get(url)
        .query({ [name]: 'a' });
      expect(text, `${url}?${name}`).not.toMatch(/cannot be searched by|is not known here;/);
    }
  }
  await close();
});

test('a parameter that is not described is refused', async () => {
  const { app, close } = await createServer();
  for (const { path, method } of operations.filter((one) => one.method === 'get'))
    if (path.startsWith('/fhir') && !path.includes('_async'))
      await request(app)[method as 'get'](urlOf(path)).query({ undescribed: 'a' }).expect(400);
  await close();
});

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi');

const errorsOf = (schema: string, value: unknown): readonly unknown[] => {
  const check = ajv.getSchema(`openapi#/components/schemas/${schema}`);
  if (check === undefined) throw new Error(`There is no schema ${schema}`);
  return check(value) ? [] : (check.errors ?? []);
};

test('schemas take the examples of their types and refuse what is none', () => {
  for (const type of [
    ...TRIAL_TYPES,
    ...CONFORMANCE_TYPES,
    'Bundle',
    'OperationOutcome',
    'Parameters',
  ] as const) {
    const example = exampleOf(type);
    expect(errorsOf(type, example), type).toEqual([]);
    expect(errorsOf(type, { ...example, undescribed: 'a' }), type).not.toEqual([]);
    expect(errorsOf(type, { ...example, resourceType: 'Patient' }), type).not.toEqual([]);
  }
  for (const { value } of conformanceResources())
    expect(errorsOf(value.resourceType, value), `${value.resourceType}/${value.id}`).toEqual([]);
});

test('the schemas of our profiles take what is read from documents, and ask for more than those of the types', async () => {
  const { app, close } = await createServer();
  const { body } = await request(app)
    .post('/fhir/$ingest')
    .set('Content-Type', 'text/plain')
    .send(abstractPage())
    .expect(201);
  const bundle: components['schemas']['Bundle'] = body;
  const checked = new Set<string>();
  for (const { resource } of bundle.entry ?? []) {
    const { type = '', profile = [] } = { type: resource?.resourceType, profile: resource?.meta?.profile };
    for (const url of profile.filter((one) => one !== null)) {
      const name = url
        .replace(/^.*\//, '')
        .replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(errorsOf(name, resource), name).toEqual([]);
      expect(errorsOf(name, { resourceType: type }), name).not.toEqual([]);
      checked.add(name);
    }
  }
  expect([...checked]).toEqual(expect.arrayContaining(['TrialResearchStudy', 'ReadingProvenance']));
  const { statistic: _, ...evidence } = exampleOf('Evidence') as Evidence;
  expect(errorsOf('Evidence', evidence)).toEqual([]);
  expect(errorsOf('ArmEvidence', evidence)).not.toEqual([]);
  await close();
});

test('the document is served as it is committed, and again only if it has changed', async () => {
  const { app, close } = await createServer();
  const path: keyof paths = '/openapi.json';
  const { body, headers } = await request(app).get(path).expect(200);
  expect(body).toEqual(document);
  await request(app).get(path).set('If-None-Match', String(headers.etag)).expect(304);
  await request(app).get(path).set('If-None-Match', '"other"').expect(200);
  await close();
});

test('generating it again changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  try {
    for (const part of ['src', 'openapi', 'profiles/generated', 'package.json'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    execFileSync(process.execPath, ['openapi/build.ts'], { cwd: folder });
    for (const file of ['openapi/openapi.json', 'openapi/types.d.ts'])
      expect(readFileSync(join(folder, file), 'utf8') === readFileSync(join(ROOT, file), 'utf8'), file).toBe(
        true,
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a client written against the generated types gets what they say', async () => {
  const { app, close } = await createServer();
  const create: keyof paths = '/fhir/Organization';
  const created: components['schemas']['Organization'] = (
    await request(app).post(create).set('Content-Type', 'application/fhir+json').send(ward).expect(201)
  ).body;
  expect(created.meta?.versionId).toBe('1');
  await close();
});
