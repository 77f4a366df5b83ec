import fc from 'fast-check';
import { exportSPKI, generateKeyPair } from 'jose';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSecurity } from '../../../src/security/security.ts';
import { createServer, type Server } from '../server.ts';
import { AUDIENCE, type Issuer, startIssuer } from './issuer.ts';

const ALL = 'system/*.cruds';
const now = () => Math.floor(Date.now() / 1000);

let issuer: Issuer;
let server: Server;

beforeAll(async () => {
  issuer = await startIssuer();
  server = await createServer({ security: issuer.security });
});

afterAll(async () => {
  await server.close();
  issuer.close();
});

const asked = (headers: Record<string, string>) => request(server.app).get('/fhir/Organization').set(headers);

const bearer = (token: string) => asked({ Authorization: `Bearer ${token}` });

describe('a token', () => {
  test('of the issuer, for this server, lets in', async () => {
    await bearer(await issuer.token(ALL)).expect(200);
    await bearer(await issuer.token(ALL, { claims: { aud: ['https://else.example', AUDIENCE] } })).expect(
      200,
    );
    await bearer(await issuer.token('', { claims: { scope: undefined, scp: [ALL] } as never })).expect(200);
  });

  test.each([
    ['that has expired', { exp: now() - 60 }],
    ['that is not good yet', { nbf: now() + 600 }],
    ['without an end', { exp: undefined }],
    ['for another server', { aud: 'https://else.example/fhir' }],
    ['for no server', { aud: undefined }],
    ['of another issuer', { iss: 'https://else.example' }],
    ['of nobody', { sub: undefined, client_id: undefined }],
  ])('%s does not', async (_, claims) => {
    const { headers, text } = await bearer(await issuer.token(ALL, { claims: claims as never })).expect(401);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
    expect(text).not.toMatch(/jose|\.ts:|\n\s+at /);
  });

  test('that has expired says so', async () => {
    const { body } = await bearer(await issuer.token(ALL, { claims: { exp: now() - 60 } })).expect(401);
    expect(body.issue[0].code).toBe('expired');
  });

  test('signed by another key does not', async () => {
    const { privateKey } = await generateKeyPair('ES384');
    await bearer(await issuer.token(ALL, { key: privateKey })).expect(401);
    await bearer(await issuer.token(ALL, { key: privateKey, header: { kid: 'k2' } })).expect(401);
  });

  test('signed with the public key as a secret, or by none, does not', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(issuer.publicKey));
    await bearer(await issuer.token(ALL, { key: secret, header: { alg: 'HS256' } })).expect(401);
    const [, claims] = (await issuer.token(ALL)).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    await bearer(`${header}.${claims}.`).expect(401);
  });

  test('that was changed does not', async () => {
    const token = await issuer.token('system/Organization.r');
    const [header, claims = '', signature] = token.split('.');
    const wider = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...wider, scope: ALL })).toString('base64url');
    await bearer([header, changed, signature].join('.')).expect(401);
  });

  test('in the address is not looked at', async () => {
    const token = await issuer.token(ALL);
    await request(server.app).get(`/fhir/Organization?access_token=${token}`).expect(401);
  });
});

test('while the keys of the issuer cannot be had nobody is let in, and nobody is blamed', async () => {
  const down = await createServer({
    security: createSecurity(
      {
        issuer: issuer.security.authorizationServer.issuer,
        jwks_uri: 'http://127.0.0.1:1/jwks',
        token_endpoint: 'http://127.0.0.1:1/token',
      },
      AUDIENCE,
    ),
  });
  try {
    const authorization = `Bearer ${await issuer.token(ALL)}`;
    const { headers } = await request(down.app)
      .get('/fhir/Organization')
      .set('Authorization', authorization)
      .expect(503);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    await request(down.app).get('/fhir/metadata').expect(200);
  } finally {
    await down.close();
  }
});

describe('whatever is sent', () => {
  const visible = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((one) => String.fromCharCode(one)),
  });
  const part = fc.oneof(
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
    fc.base64String().map((text) => text.replace(/[+/=]/g, '')),
    fc
      .record({
        alg: fc.constantFrom('none', 'HS256', 'ES384', 'RS256', 'EdDSA', 'PBES2-HS256+A128KW'),
        kid: visible,
      })
      .map((header) => Buffer.from(JSON.stringify(header)).toString('base64url')),
  );

  test('as Authorization lets nobody in, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          visible,
          fc
            .tuple(fc.constantFrom('Bearer', 'bearer', 'Basic', 'DPoP'), visible)
            .map((both) => both.join(' ')),
          fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `Bearer ${parts.join('.')}`),
        ),
        async (authorization) => {
          const { status } = await asked({ Authorization: authorization });
          expect(status).toBe(401);
        },
      ),
      { numRuns: 300 },
    );
    expect(server.logged).toEqual([]);
  });

  test('a token with one character changed lets nobody in', async () => {
    const token = await issuer.token(ALL);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom('A', 'z', '.', '-', '=', ''),
        async (at, other) => {
          // The last character of a signature has bits that mean nothing.
          fc.pre(token[at] !== other && at < token.length - 1);
          const { status } = await bearer(`${token.slice(0, at)}${other}${token.slice(at + 1)}`);
          expect(status).toBe(401);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('as scope lets nobody in who should not be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          visible,
          fc
            .tuple(fc.constantFrom('system/Location.rs', 'user/Organization.c'), visible)
            .map((both) => both.join('?')),
        ),
        async (scope) => {
          const { status } = await bearer(await issuer.token(scope));
          expect(status).toBe(403);
        },
      ),
      { numRuns: 100 },
    );
    expect(server.logged).toEqual([]);
  });

  test('as the search in a scope breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('name', '_filter', '_id', 'partof.name', '_has:Location:organization:name', '_text'),
        visible,
        async (name, value) => {
          const scope = `system/Organization.rs?${name}=${encodeURIComponent(value)}`;
          const { status } = await bearer(await issuer.token(scope));
          expect(status).toBe(200);
        },
      ),
      { numRuns: 100 },
    );
    expect(server.logged).toEqual([]);
  });
});
