import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BulkExport } from '../../src/client/bulk-export.ts';
import { TrialbridgeClient } from '../../src/client/client.ts';
import { Connection } from '../../src/client/connection.ts';
import { FhirError } from '../../src/client/fhir-error.ts';
import { startServer } from '../running-server.ts';

vi.setConfig({ testTimeout: 60_000 });

let close: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const one of close) await one();
  close = [];
});

/** Something that speaks HTTP between or beside client and server; its address. */
const listening = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** A token for reading, of the development server's. */
const signIn = async (base: string): Promise<string> => {
  const verifier = 'a-verifier-of-more-than-forty-three-characters-in-length';
  const smart = (await (await fetch(`${base}/.well-known/smart-configuration`)).json()) as Record<
    string,
    string
  >;
  const asked = {
    client_id: 'workbench',
    redirect_uri: 'http://localhost:9999/callback',
  };
  const decided = await fetch(smart.authorization_endpoint ?? '', {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...asked,
      response_type: 'code',
      scope: 'user/*.rs',
      granted: 'user/*.rs',
      state: 'xyz',
      aud: base,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      user: 'ada',
      decision: 'allow',
    }),
  });
  const code = new URL(decided.headers.get('Location') ?? '').searchParams.get('code') ?? '';
  const given = await fetch(smart.token_endpoint ?? '', {
    method: 'POST',
    body: new URLSearchParams({ ...asked, grant_type: 'authorization_code', code, code_verifier: verifier }),
  });
  return ((await given.json()) as { access_token: string }).access_token;
};

describe('a token', () => {
  test('is asked for with each request, and opens what it is for', async () => {
    const server = await startServer('--development-auth');
    close.push(server.stop);
    let token: string | undefined;
    const client = new TrialbridgeClient(server.base, { token: async () => token });
    const first = () => client.search('Organization', {}).next();
    await expect(first()).rejects.toMatchObject({ status: 401, outcome: { issue: [{ code: 'login' }] } });
    token = await signIn(server.base);
    expect(await first()).toEqual({ done: true, value: undefined });
    await expect(client.create({ resourceType: 'Organization', name: 'Ward 1' })).rejects.toMatchObject({
      status: 403,
    });
  });

  test('goes to no other server', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const answer: RequestListener = ({ headers }, response) => {
      seen.push(headers);
      response.end('{"resourceType":"Basic","id":"1"}\n');
    };
    const [ours, other] = [await listening(answer), await listening(answer)];
    const begun = new BulkExport(new Connection(`${ours}/fhir`, { token: () => 'secret' }), `${ours}/status`);
    for (const origin of [ours, other])
      await begun.resources({ type: 'Basic', url: `${origin}/1.ndjson`, count: 1 }).next();
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer secret', undefined]);
  });
});

describe('an answer that is not of the server', () => {
  test.each([
    ['text', '<h1>Busy</h1>'],
    ['other JSON', '{"error":"busy"}'],
    ['nothing', ''],
  ])('is an error without an outcome: %s', async (_, body) => {
    const base = await listening((_, response) => response.writeHead(503, { 'Retry-After': '7' }).end(body));
    const error = await new TrialbridgeClient(base).read('Organization', '1').catch((thrown) => thrown);
    expect(error).toBeInstanceOf(FhirError);
    expect(error).toMatchObject({
      status: 503,
      outcome: undefined,
      retryAfter: 7,
      message: '503 Service Unavailable',
    });
  });

  test('may tell the time at which to ask again', async () => {
    const at = new Date(Date.now() + 60_000).toUTCString();
    const base = await listening((_, response) => response.writeHead(429, { 'Retry-After': at }).end());
    const error = await new TrialbridgeClient(base).read('Organization', '1').catch((thrown) => thrown);
    expect(error.retryAfter).toBeGreaterThan(50);
    expect(error.retryAfter).toBeLessThanOrEqual(60);
  });

  test('is not waited for longer than is wanted', async () => {
    const base = await listening(() => {});
    const client = new TrialbridgeClient(base, { signal: AbortSignal.timeout(50) });
    await expect(client.read('Organization', '1')).rejects.toThrow(/timeout/);
  });
});
