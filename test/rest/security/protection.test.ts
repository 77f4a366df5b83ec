import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createServer, type Setup } from '../server.ts';
import { startIssuer } from './issuer.ts';

const served = async (
  setup: Setup,
  work: (server: Awaited<ReturnType<typeof createServer>>) => Promise<void>,
) => {
  const server = await createServer(setup);
  try {
    await work(server);
  } finally {
    await server.close();
  }
};

describe('other origins', () => {
  const preflight = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'GET' };

  test('are let in where they are named', () =>
    served({ corsOrigins: ['https://app.example'] }, async ({ app }) => {
      const { headers } = await request(app)
        .get('/fhir/metadata')
        .set('Origin', 'https://app.example')
        .expect(200);
      expect(headers['access-control-allow-origin']).toBe('https://app.example');
      expect(headers['access-control-expose-headers']).toContain('ETag');
      await request(app).options('/fhir/Organization').set(preflight).expect(204);
      const other = await request(app).get('/fhir/metadata').set('Origin', 'https://else.example');
      expect(other.headers['access-control-allow-origin']).toBeUndefined();
    }));

  test('are not where none is', () =>
    served({}, async ({ app }) => {
      const { headers } = await request(app).options('/fhir/Organization').set(preflight).expect(405);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }));
});

describe('a client that sends too much', () => {
  test('is told when to come back, and others are not', async () => {
    const issuer = await startIssuer();
    await served({ rateLimit: 3, security: issuer.security }, async ({ app }) => {
      const token = async (client_id: string) => ({
        Authorization: `Bearer ${await issuer.token('system/*.rs', { claims: { client_id } })}`,
      });
      const one = await token('one');
      for (let at = 0; at < 3; at += 1) await request(app).get('/fhir/Organization').set(one).expect(200);
      const { headers, body } = await request(app).get('/fhir/Organization').set(one).expect(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'throttled' }] });
      await request(app)
        .get('/fhir/Organization')
        .set(await token('two'))
        .expect(200);
    });
    issuer.close();
  });

  test('need not be known to be kept away', () =>
    served({ rateLimit: 2 }, async ({ app }) => {
      await request(app).get('/fhir/Organization').expect(200);
      await request(app).get('/fhir/Organization').expect(200);
      await request(app).get('/fhir/Organization').expect(429);
    }));
});

describe('the id of a request', () => {
  test.each(['3f0a', 'trace:1-2.b_c'])('%s comes back', (id) =>
    served({}, async ({ app }) => {
      const { headers } = await request(app).get('/fhir/Organization').set('X-Request-Id', id).expect(200);
      expect(headers['x-request-id']).toBe(id);
    }),
  );

  test.each(['', 'a b', '{"level":60}', 'x'.repeat(65)])('“%s” does not, but one of our own', (id) =>
    served({}, async ({ app }) => {
      const { headers } = await request(app).get('/fhir/Organization').set('X-Request-Id', id);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }),
  );
});

test('answers keep browsers from what nobody means them to do', async () => {
  const issuer = await startIssuer();
  await served({ security: issuer.security }, async ({ app }) => {
    const { headers } = await request(app).get('/').expect(200);
    const origin = new URL(issuer.security.authorizationServer.token_endpoint).origin;
    expect(headers['content-security-policy']).toContain(`connect-src 'self' ${origin};`);
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['x-powered-by']).toBeUndefined();
  });
  issuer.close();
});

test('entities in XML are not read', () =>
  served({}, async ({ app }) => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
<Organization xmlns="http://hl7.org/fhir"><name value="&b;&f;"/></Organization>`;
    const { text } = await request(app)
      .post('/fhir/Organization')
      .set('Content-Type', 'application/fhir+xml')
      .send(bomb)
      .expect(400);
    expect(text).not.toContain('aaaaaaaaaaaaaaaaaaaa');
  }));
