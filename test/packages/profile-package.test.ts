import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import { implementationGuide, PROFILES } from '../../src/packages/implementation-guide.ts';
import { type FhirPackage, readPackage } from '../../src/packages/package.ts';
import { profilePackage } from '../../src/packages/profile-package.ts';
import { conformanceResources } from '../../src/store/conformance.ts';
import { createServer, validate } from '../rest/server.ts';

const definitions = conformanceResources();
let folder: string;
let bytes: Buffer;
let read: FhirPackage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  bytes = await profilePackage(definitions);
  writeFileSync(join(folder, 'profiles.tgz'), bytes);
  read = await readPackage(join(folder, 'profiles.tgz'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('it has every definition, as it is served', () => {
  expect(read).toMatchObject({ name: PROFILES.name, version: PROFILES.version });
  for (const { value } of definitions) {
    if (!('url' in value) || value.url === undefined) throw new Error(`${value.id} has no URL`);
    expect(read.find(value.resourceType, value.url)).toEqual(value);
  }
  expect(read.find('StructureDefinition', 'urn:none')).toBeUndefined();
});

test('its guide names them all and is valid', () => {
  const guide = implementationGuide(definitions.map(({ value }) => value));
  expect(guide.definition?.resource).toHaveLength(definitions.length);
  expect(read.find('ImplementationGuide', guide.url ?? '')).toEqual(guide);
  expect(validate(content(guide)).filter(isError)).toEqual([]);
});

test('its index tells what each file is', () => {
  const text = gunzipSync(bytes).toString('utf8');
  const index = JSON.parse(/\{"index-version":2,.*?\}\]\}/.exec(text)?.[0] ?? '');
  expect(index.files).toHaveLength(definitions.length + 1);
  expect(index.files).toContainEqual({
    filename: 'StructureDefinition-trial-research-study.json',
    resourceType: 'StructureDefinition',
    id: 'trial-research-study',
    url: 'https://w3id.org/trialbridge/fhir/StructureDefinition/trial-research-study',
    version: PROFILES.version,
    kind: 'resource',
    type: 'ResearchStudy',
    derivation: 'constraint',
  });
});

test('it is the same each time, and is what the server serves', async () => {
  expect((await profilePackage(definitions)).equals(bytes)).toBe(true);
  const server = await createServer();
  const answer = await request(server.app)
    .get('/package.tgz')
    .buffer()
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(answer).toMatchObject({ status: 200, type: 'application/gzip' });
  expect((answer.body as Buffer).equals(bytes)).toBe(true);
  await server.close();
});
