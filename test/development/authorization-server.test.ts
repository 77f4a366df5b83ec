import { createHash, randomUUID } from 'node:crypto';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningServer, startServer } from '../running-server.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const REDIRECT = 'http://localhost:9999/callback?from=test';
const VERIFIER = 'a-verifier-of-more-than-forty-three-characters-in-length';

interface Configuration {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly registration_endpoint: string;
  readonly capabilities: readonly string[];
}

let server: RunningServer;
let smart: Configuration;

beforeAll(async () => {
  server = await startServer('--development-auth');
  smart = (await (await fetch(`${server.base}/.well-known/smart-configuration`)).json()) as Configuration;
});

afterAll(() => server.stop());

const asked = (different: Record<string, string> = {}): Record<string, string> => ({
  response_type: 'code',
  client_id: 'workbench',
  redirect_uri: REDIRECT,
  scope: 'openid fhirUser online_access user/*.rs user/*.cud',
  state: 'xyz',
  aud: server.base,
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
  ...different,
});

const form = (url: string, fields: [string, string][]) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

/** Where a decision in the page leads. */
const decided = async (different: Record<string, string> = {}, granted: readonly string[] = []) => {
  const fields = { ...asked(), user: 'ada', decision: 'allow', ...different };
  const response = await form(smart.authorization_endpoint, [
    ...Object.entries(fields),
    ...granted.map((scope): [string, string] => ['granted', scope]),
  ]);
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '');
};

const tokenOf = async (fields: Record<string, string>) => {
  const response = await form(smart.token_endpoint, Object.entries(fields));
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

const exchanged = (code: string | null, different: Record<string, string> = {}) =>
  tokenOf({
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: REDIRECT,
    client_id: 'workbench',
    code_verifier: VERIFIER,
    ...different,
  });

const got = async (path: string, token: string | undefined) =>
  (await fetch(`${server.base}/${path}`, { headers: { Authorization: `Bearer ${token}` } })).status;

describe('a person', () => {
  test('sees who asks for what', async () => {
    const response = await fetch(
      `${smart.authorization_endpoint}?${new URLSearchParams(asked({ state: '"><b>' }))}`,
    );
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('user/*.cud');
    expect(page).not.toContain('"><b>');
  });

  test('signs in, gives less than was asked for, and stays signed in', async () => {
    const redirect = await decided({}, [
      'openid',
      'fhirUser',
      'online_access',
      'user/*.rs',
      'system/*.cruds',
    ]);
    expect(redirect.href).toContain(REDIRECT);
    expect(redirect.searchParams.get('state')).toBe('xyz');
    const code = redirect.searchParams.get('code');
    const { status, body } = await exchanged(code);
    expect(status).toBe(200);
    // What was not asked for is not given, whatever is sent from the page.
    expect(body.scope).toBe('openid fhirUser online_access user/*.rs');
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({ sub: 'ada', fhirUser: 'Practitioner/ada' });
    expect(await got('ResearchStudy', body.access_token)).toBe(200);
    expect((await exchanged(code)).body.error).toBe('invalid_grant');

    const renewing = {
      grant_type: 'refresh_token',
      client_id: 'workbench',
      refresh_token: body.refresh_token ?? '',
    };
    const renewed = await tokenOf(renewing);
    expect(await got('ResearchStudy', renewed.body.access_token)).toBe(200);
    expect((await tokenOf(renewing)).body.error).toBe('invalid_grant');
  });

  test('can only read with scopes to read', async () => {
    const code = (await decided({}, ['user/*.rs'])).searchParams.get('code');
    const { body } = await exchanged(code);
    const response = await fetch(`${server.base}/Organization`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${body.access_token}`, 'Content-Type': 'application/fhir+json' },
      body: '{"resourceType":"Organization","name":"Ward 7"}',
    });
    expect(response.status).toBe(403);
    expect(body.refresh_token).toBeUndefined();
  });

  test.each([
    ['denies', { decision: 'deny' }, 'access_denied'],
    ['is nobody', { user: '<b>' }, 'access_denied'],
    ['comes without a proof of possession', { code_challenge: '' }, 'invalid_request'],
    ['comes with a plain proof', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['asks for another server', { aud: 'https://else.example/fhir' }, 'invalid_request'],
    ['asks for a token at once', { response_type: 'token' }, 'unsupported_response_type'],
  ])('who %s gets no code', async (_, different, error) => {
    const { searchParams } = await decided(different as Record<string, string>, ['user/*.rs']);
    expect(searchParams.get('error')).toBe(error);
    expect(searchParams.get('code')).toBeNull();
  });

  test.each(['https://else.example/', 'javascript:alert(1)', 'http://localhost.else.example/', ''])(
    'is not led to %s',
    async (redirect_uri) => {
      const fields = { ...asked({ redirect_uri }), decision: 'allow', user: 'ada' };
      const response = await form(smart.authorization_endpoint, Object.entries(fields));
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
    },
  );

  test.each([
    ['another verifier', { code_verifier: 'another' }],
    ['another client', { client_id: 'another' }],
    ['another address', { redirect_uri: 'http://localhost:9999/' }],
  ])('has a code that is good for nothing with %s', async (_, different) => {
    const code = (await decided({}, ['user/*.rs'])).searchParams.get('code');
    expect((await exchanged(code, different as Record<string, string>)).body.error).toBe('invalid_grant');
  });
});

describe('a client that acts for itself', () => {
  const registered = async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
    const response = await fetch(smart.registration_endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ client_name: 'Loader', jwks: { keys: [await exportJWK(publicKey)] } }),
    });
    expect(response.status).toBe(201);
    const { client_id } = (await response.json()) as { client_id: string };
    const assertion = (different: { aud?: string; exp?: number; jti?: string } = {}) =>
      new SignJWT({ aud: smart.token_endpoint, jti: randomUUID(), exp: Date.now() / 1000 + 60, ...different })
        .setProtectedHeader({ alg: 'ES384' })
        .setIssuer(client_id)
        .setSubject(client_id)
        .sign(privateKey);
    return assertion;
  };

  const asking = (client_assertion: string, scope = 'system/Organization.rs') =>
    tokenOf({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    });

  test('gets a token by its key, and what its scopes let it have', async () => {
    const assertion = await registered();
    const { status, body } = await asking(await assertion());
    expect(status).toBe(200);
    expect(await got('Organization', body.access_token)).toBe(200);
    expect(await got('ResearchStudy', body.access_token)).toBe(403);
  });

  test.each([
    ['for another server', { aud: 'https://else.example/token' }],
    ['that has expired', { exp: Date.now() / 1000 - 60 }],
    ['that would last for a day', { exp: Date.now() / 1000 + 86_400 }],
  ])('gets none by an assertion %s', async (_, different) => {
    const assertion = await registered();
    expect((await asking(await assertion(different))).body.error).toBe('invalid_client');
  });

  test('gets none by an assertion that was used, by none, or by one of somebody else', async () => {
    const assertion = await registered();
    const once = await assertion({ jti: 'once' });
    expect((await asking(once)).status).toBe(200);
    expect((await asking(once)).body.error).toBe('invalid_client');
    expect((await asking('')).body.error).toBe('invalid_client');
    expect((await asking('a.b.c')).status).toBe(401);
  });

  test('gets no scopes of a user', async () => {
    const assertion = await registered();
    expect((await asking(await assertion(), 'user/*.rs')).body.error).toBe('invalid_scope');
  });
});

test('what cannot be read is refused', async () => {
  const response = await fetch(smart.registration_endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{',
  });
  expect(response.status).toBe(400);
  expect(await response.text()).not.toMatch(/at |node_modules/);
  expect((await tokenOf({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
});
