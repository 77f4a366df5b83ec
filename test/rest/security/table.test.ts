import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FHIR, send } from '../case.ts';
import { createServer, SERVED, type Server } from '../server.ts';
import { type Issuer, startIssuer } from './issuer.ts';

/** The scopes of the clients, in the order of the columns below; a client without has no token. */
const CLIENTS = {
  none: undefined,
  all: 'system/*.cruds',
  rs: 'user/*.rs',
  v1read: 'system/Organization.read',
  v1write: 'system/Organization.write',
  r: 'system/Organization.r',
  s: 'system/Organization.s',
  c: 'system/Organization.c',
  u: 'system/Organization.u',
  d: 'system/Organization.d',
  ward: 'system/Organization.cruds?name=ward',
  other: 'system/Location.cruds openid',
} as const;

type Client = keyof typeof CLIENTS;

const organization = (id: string, name: string): string =>
  JSON.stringify({ resourceType: 'Organization', id, name });

const transaction = (...entry: unknown[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry });

const PATCH = { 'Content-Type': 'application/json-patch+json' };
const RENAME = JSON.stringify([{ op: 'replace', path: '/name', value: 'Ward 0' }]);

/** Each request with the status it has for each client; `W` is a ward, `L` is a laboratory, `N` is not there. */
const TABLE: readonly {
  readonly request: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  //                  none all  rs v1r v1w  r   s   c   u   d ward other
  readonly statuses: string;
}[] = [
  { request: 'GET Organization/W', statuses: '401 200 200 200 403 200 403 403 403 403 200 403' },
  { request: 'GET Organization/L', statuses: '401 200 200 200 403 200 403 403 403 403 404 403' },
  { request: 'GET Organization/N', statuses: '401 404 404 404 403 404 403 403 403 403 404 403' },
  { request: 'GET Organization/W/_history/1', statuses: '401 200 200 200 403 200 403 403 403 403 200 403' },
  { request: 'GET Organization/L/_history/1', statuses: '401 200 200 200 403 200 403 403 403 403 404 403' },
  { request: 'GET Organization/W/_history', statuses: '401 200 200 200 403 200 403 403 403 403 200 403' },
  { request: 'GET Organization/L/_history', statuses: '401 200 200 200 403 200 403 403 403 403 404 403' },
  { request: 'GET Organization', statuses: '401 200 200 200 403 403 200 403 403 403 200 403' },
  { request: 'GET Organization?_summary=count', statuses: '401 200 200 200 403 403 200 403 403 403 200 403' },
  { request: 'POST Organization/_search', statuses: '401 200 200 200 403 403 200 403 403 403 200 403' },
  { request: 'GET Organization/_history', statuses: '401 200 200 200 403 403 200 403 403 403 200 403' },
  { request: 'GET _history', statuses: '401 200 200 200 403 403 200 403 403 403 200 200' },
  { request: 'GET ?_type=Organization', statuses: '401 200 200 200 403 403 200 403 403 403 200 200' },
  { request: 'GET Organization/W/$meta', statuses: '401 200 200 200 403 200 403 403 403 403 200 403' },
  { request: 'GET Organization/L/$meta', statuses: '401 200 200 200 403 200 403 403 403 403 404 403' },
  { request: 'GET Organization/$meta', statuses: '401 200 200 200 403 403 200 403 403 403 403 403' },
  { request: 'GET $meta', statuses: '401 200 200 403 403 403 403 403 403 403 403 403' },
  { request: 'GET Organization/L/$validate', statuses: '401 200 200 200 403 200 403 403 403 403 404 403' },
  { request: 'GET $reindex-status', statuses: '401 200 200 403 403 403 403 403 403 403 403 403' },
  {
    request: 'POST Organization/W/$reindex',
    body: '{"resourceType":"Parameters"}',
    statuses: '401 200 403 403 200 403 403 403 200 403 403 403',
  },
  {
    request: 'GET ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status',
    statuses: '401 200 200 403 403 403 403 403 403 403 403 403',
  },
  {
    request: 'POST Organization',
    body: '{"resourceType":"Organization","name":"Ward 0"}',
    statuses: '401 201 403 403 201 403 403 201 403 403 201 403',
  },
  {
    request: 'POST Organization',
    body: '{"resourceType":"Organization","name":"Laboratory 0"}',
    statuses: '401 201 403 403 201 403 403 201 403 403 403 403',
  },
  {
    request: 'POST Organization',
    headers: { 'If-None-Exist': 'name=nothing' },
    body: '{"resourceType":"Organization","name":"Ward 0"}',
    statuses: '401 201 403 403 403 403 403 403 403 403 201 403',
  },
  {
    request: 'PUT Organization/W',
    body: organization('W', 'Ward 0'),
    statuses: '401 200 403 403 200 403 403 403 200 403 200 403',
  },
  {
    request: 'PUT Organization/W',
    body: organization('W', 'Laboratory 0'),
    statuses: '401 200 403 403 200 403 403 403 200 403 403 403',
  },
  {
    request: 'PUT Organization/L',
    body: organization('L', 'Ward 0'),
    statuses: '401 200 403 403 200 403 403 403 200 403 403 403',
  },
  {
    request: 'PUT Organization/N',
    body: organization('N', 'Ward 0'),
    statuses: '401 201 403 403 201 403 403 403 201 403 403 403',
  },
  {
    request: 'PUT Organization?name=nothing',
    body: '{"resourceType":"Organization","name":"Ward 0"}',
    statuses: '401 201 403 403 403 403 403 403 403 403 403 403',
  },
  {
    request: 'PATCH Organization/W',
    headers: PATCH,
    body: RENAME,
    statuses: '401 200 403 403 200 403 403 403 200 403 200 403',
  },
  {
    request: 'PATCH Organization/L',
    headers: PATCH,
    body: RENAME,
    statuses: '401 200 403 403 200 403 403 403 200 403 404 403',
  },
  {
    request: 'PATCH Organization/N',
    headers: PATCH,
    body: RENAME,
    statuses: '401 404 403 403 404 403 403 403 404 403 404 403',
  },
  { request: 'DELETE Organization/W', statuses: '401 204 403 403 204 403 403 403 403 204 204 403' },
  { request: 'DELETE Organization/L', statuses: '401 204 403 403 204 403 403 403 403 204 204 403' },
  { request: 'DELETE Organization/N', statuses: '401 204 403 403 204 403 403 403 403 204 204 403' },
  {
    request: 'DELETE Organization?name=nothing',
    statuses: '401 204 403 403 403 403 403 403 403 403 204 403',
  },
  {
    request: 'POST ',
    body: transaction(
      {
        resource: { resourceType: 'Organization', name: 'Ward 0' },
        request: { method: 'POST', url: 'Organization' },
      },
      { request: { method: 'DELETE', url: 'Organization/L' } },
    ),
    statuses: '401 200 403 403 200 403 403 403 403 403 200 403',
  },
  {
    request: 'POST $ingest',
    headers: { 'Content-Type': 'text/plain' },
    body: 'no trial',
    statuses: '401 422 403 403 403 403 403 403 403 403 403 403',
  },
  {
    request: 'POST $preview',
    headers: { 'Content-Type': 'text/plain' },
    body: 'no trial',
    statuses: '401 422 422 403 403 403 403 403 403 403 403 403',
  },
  { request: 'GET metadata', statuses: '200 200 200 200 200 200 200 200 200 200 200 200' },
  {
    request: 'GET .well-known/smart-configuration',
    statuses: '200 200 200 200 200 200 200 200 200 200 200 200',
  },
];

const CASES = TABLE.flatMap(({ statuses, ...sent }) =>
  statuses.split(' ').map((status, at) => {
    const client = Object.keys(CLIENTS)[at] as Client;
    return { ...sent, client, status: Number(status), name: `${sent.request} by ${client}: ${status}` };
  }),
);

test('the table has a status for each client', () => {
  for (const { request, statuses } of TABLE)
    expect(statuses.split(' '), request).toHaveLength(Object.keys(CLIENTS).length);
  expect(CASES.length).toBeGreaterThanOrEqual(150);
});

describe.each(SERVED)('who gets in, on $name:', (database) => {
  let issuer: Issuer;
  let server: Server;
  let all: Record<string, string>;
  let count = 0;

  beforeAll(async () => {
    issuer = await startIssuer();
    server = await createServer({ database, security: issuer.security });
    all = { Authorization: `Bearer ${await issuer.token(CLIENTS.all)}` };
  });

  afterAll(async () => {
    await server.close();
    issuer.close();
  });

  const stored = async (id: string) =>
    (await send(server, { path: `/fhir/Organization/${id}`, headers: all })).text;

  test.each(CASES)('$name', async ({ request, client, status, headers = {}, body = '' }) => {
    count += 1;
    const ids = { W: `ward-${count}`, L: `lab-${count}`, N: `none-${count}` };
    const here = (text: string): string =>
      text.replace(/\b[WLN]\b/g, (letter) => ids[letter as keyof typeof ids]);
    for (const [id, name] of [
      [ids.W, 'Ward 7'],
      [ids.L, 'Laboratory 7'],
    ] as const) {
      const put = { method: 'put', path: `/fhir/Organization/${id}`, headers: { ...FHIR, ...all } } as const;
      expect((await send(server, { ...put, body: organization(id, name) })).status).toBe(201);
    }
    const before = [await stored(ids.W), await stored(ids.L)];
    const scope = CLIENTS[client];
    const [method = '', path = ''] = request.split(' ', 2);
    const answer = await send(server, {
      method: method.toLowerCase() as 'get',
      path: `/fhir/${here(path)}`.replace(/\/(?=$|\?)/, ''),
      headers: {
        ...(body !== '' && FHIR),
        ...headers,
        ...(scope && { Authorization: `Bearer ${await issuer.token(scope)}` }),
      },
      body: here(body),
    });
    expect(answer.status, answer.text).toBe(status);
    expect(server.logged).toEqual([]);
    if (status >= 400) {
      expect([await stored(ids.W), await stored(ids.L)]).toEqual(before);
      expect(answer.text).not.toMatch(/Ward 7|Laboratory 7/);
    }
    if (status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
    if (status === 403) expect(answer.headers['www-authenticate']).toContain('insufficient_scope');
    if (client === 'ward') {
      expect(answer.text).not.toContain('Laboratory 7');
      expect(await stored(ids.L)).toBe(before[1]);
    }
  });
});
