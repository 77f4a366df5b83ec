import type { AuditEvent, Bundle } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { content } from '../../../src/fhir/content.ts';
import { isError } from '../../../src/fhir/issue.ts';
import { FHIR, put, send } from '../case.ts';
import { createServer, SERVED, type Server, validate } from '../server.ts';
import { type Issuer, startIssuer } from './issuer.ts';

const WARD = { resourceType: 'Organization', id: 'ward', name: 'Ward 7' } as const;

describe.each(SERVED)('the record of accesses, on $name,', (database) => {
  let issuer: Issuer;
  let server: Server;
  let headers: Record<string, string>;

  beforeAll(async () => {
    issuer = await startIssuer();
    server = await createServer({ database, security: issuer.security, audit: true });
    headers = { Authorization: `Bearer ${await issuer.token('system/*.cruds')}` };
  });

  afterAll(async () => {
    await server.close();
    issuer.close();
  });

  const found = async (query: string): Promise<readonly AuditEvent[]> => {
    await server.service.audit?.flush();
    const { status, text } = await send(server, {
      path: `/fhir/AuditEvent?${query}&_sort=-_lastUpdated`,
      headers,
    });
    expect(status, text).toBe(200);
    const { entry = [] }: Bundle<AuditEvent> = JSON.parse(text);
    return entry.flatMap(({ resource }) => resource ?? []);
  };

  /** The only record of the request with an id. */
  const recordOf = async (id: string): Promise<AuditEvent> => {
    const all = (await found('_count=1000')).filter(({ entity = [] }) =>
      entity.some(({ what }) => what?.identifier?.value === id),
    );
    expect(all.length, id).toBe(1);
    const [record] = all as [AuditEvent];
    expect(validate(content(record)).filter(isError)).toEqual([]);
    return record;
  };

  const codeOf = ({ code, action, outcome }: AuditEvent) => [
    code.coding?.[0]?.code,
    action,
    outcome?.code.code,
  ];

  const references = ({ entity = [] }: AuditEvent) => entity.flatMap(({ what }) => what?.reference ?? []);

  const asked = (id: string, more: Record<string, string> = {}) => ({
    ...headers,
    'X-Request-Id': id,
    ...more,
  });

  test('tells what was done, to what, by whom', async () => {
    await send(server, put(WARD, asked('create')));
    await send(server, put({ ...WARD, name: 'Ward 8' }, asked('update')));
    await send(server, { path: '/fhir/Organization/ward', headers: asked('read') });
    await send(server, { path: '/fhir/Organization/ward/_history/1', headers: asked('vread') });
    await send(server, { path: '/fhir/Organization?name=ward', headers: asked('search') });
    await send(server, { path: '/fhir/Organization/$meta', headers: asked('meta') });
    expect(codeOf(await recordOf('create'))).toEqual(['update', 'U', 'information']);
    expect(references(await recordOf('create'))).toEqual(['Organization/ward/_history/1']);
    expect(references(await recordOf('update'))).toEqual(['Organization/ward/_history/2']);
    expect(codeOf(await recordOf('read'))).toEqual(['read', 'R', 'information']);
    expect(references(await recordOf('read'))).toEqual(['Organization/ward/_history/2']);
    expect(references(await recordOf('vread'))).toEqual(['Organization/ward/_history/1']);
    const search = await recordOf('search');
    expect(codeOf(search)).toEqual(['search-type', 'E', 'information']);
    const query = search.entity?.find((one) => one.query !== undefined)?.query ?? '';
    expect(Buffer.from(query, 'base64').toString()).toBe('Organization?name=ward');
    expect((await recordOf('meta')).code.text).toBe('$meta');
    const { agent } = await recordOf('read');
    expect(agent[0]?.networkString).toMatch(/127\.0\.0\.1|::1/);
    expect(agent.map(({ who, requestor }) => [who.identifier?.value, requestor])).toEqual([
      ['app', false],
      ['someone', true],
    ]);
  });

  test('tells what was deleted, and does not keep it from being so', async () => {
    await send(server, put({ ...WARD, id: 'gone' }, asked('before')));
    const deleted = await send(server, {
      method: 'delete',
      path: '/fhir/Organization/gone',
      headers: asked('delete'),
    });
    expect(deleted.status).toBe(204);
    expect(codeOf(await recordOf('delete'))).toEqual(['delete', 'D', 'information']);
    expect(references(await recordOf('delete'))).toEqual(['Organization/gone/_history/1']);
  });

  test('tells what was refused, and what was not there', async () => {
    const poor = { Authorization: `Bearer ${await issuer.token('system/Location.rs')}` };
    await send(server, { path: '/fhir/Organization/ward', headers: { ...asked('refused'), ...poor } });
    await send(server, { path: '/fhir/Organization/none', headers: asked('missing') });
    const refused = await recordOf('refused');
    expect(codeOf(refused)).toEqual(['read', 'R', 'error']);
    expect(refused.outcome?.detail?.[0]?.text).toMatch(/^403/);
    expect((await recordOf('missing')).outcome?.detail?.[0]?.text).toMatch(/^404/);
  });

  test('tells what was asked for without a token, or with one that is not valid', async () => {
    const expired = await issuer.token('system/*.cruds', { claims: { exp: 1 } });
    const tokens = {
      none: undefined,
      expired: `Bearer ${expired}`,
      forged: 'Bearer not.a.token',
      other: 'Basic YTpi',
    };
    for (const [id, Authorization] of Object.entries(tokens)) {
      const { status } = await send(server, {
        path: '/fhir/Organization/ward',
        headers: { 'X-Request-Id': id, ...(Authorization !== undefined && { Authorization }) },
      });
      expect(status, id).toBe(401);
      const record = await recordOf(id);
      expect(codeOf(record), id).toEqual(['read', 'R', 'error']);
      expect(record.outcome?.detail?.[0]?.text, id).toMatch(/^401/);
      expect(record.agent.map(({ who }) => who.display)).toEqual(['Somebody who had no valid token']);
      expect(record.entity?.[0]?.what?.identifier?.value).toBe('Organization/ward');
      for (const part of [expired, 'not.a.token', 'YTpi', 'Bearer'])
        expect(JSON.stringify(record)).not.toContain(part);
    }
  });

  test('tells without a token what was to be changed and what was looked for, but not the token in an address', async () => {
    await send(server, put({ ...WARD, name: 'Forged' }, { 'X-Request-Id': 'forged-write' }));
    expect(codeOf(await recordOf('forged-write'))).toEqual(['update', 'U', 'error']);
    await send(server, {
      path: '/fhir/Patient?name=ada&access_token=my-secret',
      headers: { 'X-Request-Id': 'forged-search' },
    });
    const { entity = [] } = await recordOf('forged-search');
    const query = entity.find((one) => one.query !== undefined)?.query ?? '';
    expect(Buffer.from(query, 'base64').toString()).toBe('Patient?name=ada');
    await send(server, { path: '/fhir/Organization/$meta', headers: { 'X-Request-Id': 'forged-meta' } });
    expect((await recordOf('forged-meta')).code.text).toBe('$meta');
  });

  test('tells nothing of what leads nowhere, or is for everybody', async () => {
    const before = (await found('_count=1000')).length;
    await send(server, { path: '/fhir/Nonsense/1' });
    await send(server, { path: '/fhir/metadata' });
    // The search that counted them.
    expect(await found('_count=1000')).toHaveLength(before + 1);
  });

  test('tells what a transaction wrote', async () => {
    const body = JSON.stringify({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: ['a', 'b'].map((id) => ({
        resource: { ...WARD, id },
        request: { method: 'PUT', url: `Organization/${id}` },
      })),
    });
    await send(server, {
      method: 'post',
      path: '/fhir',
      headers: { ...FHIR, ...asked('transaction') },
      body,
    });
    expect(references(await recordOf('transaction'))).toEqual([
      'Organization/a/_history/1',
      'Organization/b/_history/1',
    ]);
  });

  test('is searched by those who may, and tells of that too, once', async () => {
    await send(server, put({ ...WARD, id: 'looked-for' }, asked('looked-for')));
    expect(await found('entity=Organization/looked-for')).toHaveLength(1);
    expect((await found('action=U&outcome=information')).length).toBeGreaterThan(0);
    await send(server, { path: '/fhir/AuditEvent', headers: asked('looking') });
    expect((await recordOf('looking')).code.coding?.[0]?.code).toBe('search-type');
    const poor = { Authorization: `Bearer ${await issuer.token('system/Organization.cruds')}` };
    expect((await send(server, { path: '/fhir/AuditEvent', headers: poor })).status).toBe(403);
  });

  test('has no token in it', async () => {
    const all = JSON.stringify(await found('_count=1000'));
    expect(all).not.toContain((headers.Authorization ?? '').slice(7));
    expect(all).not.toContain('Bearer');
  });
});

test('nothing is recorded where nobody asked for it', async () => {
  const server = await createServer();
  await send(server, put(WARD));
  await send(server, { path: '/fhir/Organization/ward' });
  expect(await server.rows()).toBe(1);
  await server.close();
});
