import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from './server.ts';

const PAGE = '<!doctype html><title>The workbench</title>';
const BROWSER = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let folder: string;
let built: Server;
let unbuilt: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  mkdirSync(join(folder, 'ui/assets/inner'), { recursive: true });
  writeFileSync(join(folder, 'ui/index.html'), PAGE);
  writeFileSync(join(folder, 'ui/assets/main-Ab12.js'), `export const text = '${'x'.repeat(4000)}';`);
  writeFileSync(join(folder, 'secret.txt'), 'not to be served');
  built = await createServer({ workbench: join(folder, 'ui') });
  unbuilt = await createServer({ workbench: join(folder, 'none') });
});

afterAll(async () => {
  await built.close();
  await unbuilt.close();
  rmSync(folder, { recursive: true });
});

describe('a page', () => {
  test.each(['/', '/?q=asthma&phase=phase-3', '/studies', '/studies/NCT00000001?tab=arms', '/fhirs'])(
    '%s is the workbench, asked for anew each time',
    async (path) => {
      const { text, headers } = await request(built.app).get(path).set(BROWSER).expect(200);
      expect(text).toBe(PAGE);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  test('is given at / to whoever asks', async () => {
    expect((await request(built.app).get('/').expect(200)).text).toBe(PAGE);
    expect((await request(built.app).head('/').expect(200)).text).toBeUndefined();
  });

  test('runs nothing but its own scripts, and stands in no frame', async () => {
    const { headers } = await request(built.app).get('/studies').set(BROWSER);
    const policy = (headers['content-security-policy'] ?? '').split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  });

  test.each(['/studies', '/', '/fhir/ResearchStudy'])('is nothing that POST %s makes', async (path) => {
    const { text } = await request(built.app).post(path).set(BROWSER).send('x');
    expect(text).not.toContain(PAGE);
  });
});

describe('what is no page', () => {
  test.each(['/fhir/ResearchStudy', '/fhir/metadata', '/livez', '/readyz', '/openapi.json'])(
    '%s is served to a browser as it is',
    async (path) => {
      const { text, headers } = await request(built.app).get(path).set(BROWSER).expect(200);
      expect(text).not.toContain('<title>');
      expect(headers['content-type']).toMatch(/json|xml/);
    },
  );

  test.each([
    '/fhir/none',
    '/fhir/ResearchStudy/none/nothing',
    '/assets/none.js',
    '/assets/',
    '/assets/inner',
  ])('%s is not found by a browser either', async (path) => {
    const { text } = await request(built.app).get(path).set(BROWSER).expect(404);
    expect(text).toContain('<OperationOutcome');
  });

  test('a client that asks for FHIR gets an OperationOutcome where there is nothing', async () => {
    const { body } = await request(built.app)
      .get('/studies')
      .set('Accept', 'application/fhir+json')
      .expect(404);
    expect(body.resourceType).toBe('OperationOutcome');
  });
});

describe('assets', () => {
  test('are kept by the browser for good, compressed and never taken for what they are not', async () => {
    const { headers } = await request(built.app).get('/assets/main-Ab12.js').expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-type']).toMatch(/^text\/javascript/);
  });

  test.each([
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets//../../secret.txt',
    '/assets/%00',
    '/../secret.txt',
  ])('lead nowhere else: %s', async (path) => {
    const { text, status } = await request(built.app).get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('not to be served');
    expect(built.logged).toEqual([]);
  });
});

test.each(['/', '/studies/1'])(
  'a workbench that is not built is told of at %s, with links that work',
  async (path) => {
    const { text } = await request(unbuilt.app).get(path).set(BROWSER).expect(200);
    expect(text).toContain('npm run build:ui');
    const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) await request(unbuilt.app).get(link).set(BROWSER).expect(200);
  },
);
