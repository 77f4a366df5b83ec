import type { Bundle, FhirResource } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FHIR, put, send } from '../case.ts';
import { createServer, SERVED, type Server } from '../server.ts';
import { type Different, type Issuer, startIssuer } from './issuer.ts';

const STORED: readonly FhirResource[] = [
  { resourceType: 'Organization', id: 'ward', name: 'Ward 7', meta: { tag: [{ code: 'shown' }] } },
  {
    resourceType: 'Organization',
    id: 'lab',
    name: 'Laboratory 7',
    partOf: { reference: 'Organization/ward' },
  },
  {
    resourceType: 'Location',
    id: 'room',
    name: 'Room 1',
    managingOrganization: { reference: 'Organization/ward' },
  },
  {
    resourceType: 'Location',
    id: 'cellar',
    name: 'Cellar 1',
    managingOrganization: { reference: 'Organization/lab' },
    partOf: { reference: 'Location/room' },
  },
  { resourceType: 'Patient', id: 'ada', active: true },
  { resourceType: 'Patient', id: 'bob', active: true },
  { resourceType: 'Basic', id: 'of-ada', code: { text: 'note' }, subject: { reference: 'Patient/ada' } },
  { resourceType: 'Basic', id: 'of-bob', code: { text: 'note' }, subject: { reference: 'Patient/bob' } },
];

/** What a client finds: the places of all that is in the Bundle of an answer, or its status. */
interface Found {
  readonly path: string;
  readonly scope: string;
  readonly found: readonly string[] | number;
  readonly total?: number;
  readonly patient?: string;
}

const ROOMS = 'system/Location.rs';
const WARD = 'system/Organization.rs?name=ward';

const FOUND: readonly Found[] = [
  // Includes
  { scope: ROOMS, path: 'Location?_id=room&_include=Location:organization', found: ['Location/room'] },
  {
    scope: `${ROOMS} ${WARD}`,
    path: 'Location?_include=Location:organization&_sort=_id',
    found: ['Location/cellar', 'Location/room', 'Organization/ward'],
  },
  {
    scope: `${ROOMS} system/Organization.s`,
    path: 'Location?_id=cellar&_include=Location:organization',
    found: ['Location/cellar', 'Organization/lab'],
  },
  { scope: WARD, path: 'Organization?_revinclude=Location:organization', found: ['Organization/ward'] },
  {
    scope: `${WARD} ${ROOMS}`,
    path: 'Organization?_revinclude=*',
    found: ['Organization/ward', 'Location/room'],
  },
  // What may not be seen leads nowhere.
  {
    scope: `system/Location.rs?name=cellar ${WARD}`,
    path: 'Location?_include=Location:organization&_include:iterate=Organization:partof',
    found: ['Location/cellar'],
  },
  // Chains, forward and back
  { scope: ROOMS, path: 'Location?organization.name=Ward', found: [] },
  { scope: `${ROOMS} ${WARD}`, path: 'Location?organization.name=Ward', found: ['Location/room'] },
  { scope: `${ROOMS} ${WARD}`, path: 'Location?organization.name=Laboratory', found: [] },
  { scope: `${ROOMS} ${WARD}`, path: 'Location?organization.name:not=Laboratory', found: 400 },
  { scope: 'system/Organization.rs', path: 'Organization?_has:Location:organization:name=Room', found: [] },
  {
    scope: `system/Organization.rs system/Location.s?name=room`,
    path: 'Organization?_has:Location:organization:name=Room',
    found: ['Organization/ward'],
  },
  {
    scope: `system/Organization.rs system/Location.s?name=room`,
    path: 'Organization?_has:Location:organization:name=Cellar',
    found: [],
  },
  { scope: `${ROOMS} ${WARD}`, path: 'Location?_filter=organization.name co "labor"', found: [] },
  { scope: ROOMS, path: 'Location?partof:below=Location/room', found: ['Location/cellar'] },
  { scope: 'system/Location.rs?name=cellar', path: 'Location?partof:below=Location/room', found: [] },
  // Totals, counts and pages
  { scope: WARD, path: 'Organization', found: ['Organization/ward'], total: 1 },
  { scope: WARD, path: 'Organization?_summary=count', found: [], total: 1 },
  { scope: WARD, path: 'Organization?name=Laboratory', found: [], total: 0 },
  { scope: WARD, path: 'Organization?name:not=x', found: 400 },
  { scope: WARD, path: 'Organization?_contained=true', found: 403 },
  { scope: WARD, path: '?_type=Organization,Location', found: ['Organization/ward'], total: 1 },
  { scope: WARD, path: 'Patient/ada/Basic', found: 403 },
  // Histories
  { scope: WARD, path: 'Organization/_history', found: ['Organization/ward'], total: 1 },
  { scope: WARD, path: '_history', found: ['Organization/ward'], total: 1 },
  {
    scope: ROOMS,
    path: '_history',
    found: ['Location/cellar', 'Location/room'],
    total: 2,
  },
  // What scopes can say
  { scope: 'system/*.rs?_tag=shown', path: '', found: ['Organization/ward'], total: 1 },
  { scope: 'system/*.rs?_tag=shown', path: 'Location', found: [], total: 0 },
  { scope: 'system/Location.rs?organization.name=labor', path: 'Location', found: ['Location/cellar'] },
  {
    scope: 'system/Organization.rs?name=ward system/Organization.s?name=labor',
    path: 'Organization?_sort=_id',
    found: ['Organization/lab', 'Organization/ward'],
  },
  { scope: 'system/Organization.rs?name=a%20b', path: 'Organization', found: [] },
  // Scopes that cannot be read let nothing be done.
  { scope: 'system/Organization.rs?unknown=x', path: 'Organization', found: [] },
  { scope: 'system/Organization.rs?_include=*', path: 'Organization', found: [] },
  { scope: 'system/Organization.rs?_count=5', path: 'Organization', found: [] },
  { scope: 'system/Organization.sr', path: 'Organization', found: 403 },
  { scope: 'system/Organization.', path: 'Organization', found: 403 },
  { scope: 'system/Organization.read?name=ward', path: 'Organization', found: 403 },
  { scope: 'system/Organisation.rs', path: 'Organization', found: 403 },
  { scope: 'admin/*.cruds', path: 'Organization', found: 403 },
  { scope: 'openid fhirUser launch', path: 'Organization', found: 403 },
  { scope: '', path: 'Organization', found: 403 },
  // Patients
  { scope: 'patient/*.rs', patient: 'ada', path: 'Basic', found: ['Basic/of-ada'], total: 1 },
  { scope: 'patient/Basic.rs', patient: 'bob', path: 'Basic', found: ['Basic/of-bob'] },
  { scope: 'patient/*.rs', patient: 'ada', path: 'Patient', found: ['Patient/ada'] },
  { scope: 'patient/*.read', patient: 'ada', path: 'Patient/bob/_history', found: 404 },
  { scope: 'patient/*.rs', patient: 'ada', path: 'Organization', found: [] },
  { scope: 'patient/*.rs', path: 'Basic', found: [] },
];

describe.each(SERVED)('what may be seen, on $name:', (database) => {
  let issuer: Issuer;
  let server: Server;

  const authorized = async (scope: string, different?: Different): Promise<Record<string, string>> => ({
    Authorization: `Bearer ${await issuer.token(scope, different)}`,
  });

  beforeAll(async () => {
    issuer = await startIssuer();
    server = await createServer({ database, security: issuer.security });
    const headers = await authorized('system/*.cruds');
    for (const one of STORED) expect((await send(server, put(one, headers))).status).toBe(201);
  });

  afterAll(async () => {
    await server.close();
    issuer.close();
  });

  test.each(FOUND)('$scope: $path', async ({ scope, path, found, total, patient }) => {
    const different = patient === undefined ? {} : { claims: { patient } };
    const headers = await authorized(scope, different);
    const { status, text } = await send(server, {
      path: encodeURI(`/fhir/${path}`.replace(/\/(?=$|\?)/, '')),
      headers,
    });
    if (typeof found === 'number') {
      expect(status, text).toBe(found);
      return;
    }
    expect(status, text).toBe(200);
    const bundle: Bundle<FhirResource> = JSON.parse(text);
    const places = (bundle.entry ?? []).map(({ fullUrl = '' }) => fullUrl.split('/').slice(-2).join('/'));
    expect(places.toSorted()).toEqual(found.toSorted());
    if (total !== undefined) expect(bundle.total).toBe(total);
  });

  test('pages that were given to one are of no use to another', async () => {
    const wide = await authorized('system/Organization.rs');
    const first = JSON.parse(
      (await send(server, { path: '/fhir/Organization?_count=1', headers: wide })).text,
    );
    const next = new URL(first.link.find(({ relation }: { relation: string }) => relation === 'next').url);
    const path = `${next.pathname}${next.search}`;
    expect((await send(server, { path, headers: wide })).status).toBe(200);
    expect((await send(server, { path, headers: await authorized(WARD) })).status).toBe(400);
  });

  test('a batch is let do entry by entry what its client may', async () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [
        'Organization/ward',
        'Organization/lab',
        'Location/room',
        'Organization/none',
        'Organization',
      ].map((url) => ({ request: { method: 'GET', url } })),
    };
    const headers = { ...FHIR, ...(await authorized(WARD)) };
    const { text } = await send(server, {
      method: 'post',
      path: '/fhir',
      headers,
      body: JSON.stringify(bundle),
    });
    const answer: Bundle = JSON.parse(text);
    expect(answer.entry?.map(({ response }) => response?.status.slice(0, 3))).toEqual([
      '200',
      '404',
      '403',
      '404',
      '200',
    ]);
    expect(text).not.toMatch(/Laboratory|Room/);
  });

  test.each([
    ['a change', { method: 'DELETE', url: 'Location/room' }],
    ['a read', { method: 'GET', url: 'Location/room' }],
    ['a condition', { method: 'DELETE', url: 'Location?name=nothing' }],
  ])('a transaction is refused whole for %s', async (_, request) => {
    const rows = await server.rows();
    const resource = { resourceType: 'Organization', name: 'Ward 8' };
    const entry = [{ resource, request: { method: 'POST', url: 'Organization' } }, { request }];
    const headers = { ...FHIR, ...(await authorized('system/Organization.cruds')) };
    const body = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry });
    expect((await send(server, { method: 'post', path: '/fhir', headers, body })).status).toBe(403);
    expect(await server.rows()).toBe(rows);
  });

  test('an answer that comes later is for whom it was asked by', async () => {
    const headers = { ...(await authorized(ROOMS)), Prefer: 'respond-async' };
    const begun = await send(server, { path: '/fhir/Location', headers });
    expect(begun.status).toBe(202);
    const path = new URL(begun.headers['content-location'] ?? '').pathname;
    const another = await authorized('system/*.cruds', { claims: { sub: 'another' } });
    expect((await send(server, { path, headers: another })).status).toBe(404);
    expect((await send(server, { method: 'delete', path, headers: another })).status).toBe(404);
    expect((await send(server, { path })).status).toBe(401);
    const own = await authorized(ROOMS);
    await expect.poll(async () => (await send(server, { path, headers: own })).status).toBe(200);
  });

  test('what is hidden is refused as what is not there, word for word', async () => {
    const headers = await authorized('system/Organization.cruds?name=ward');
    const said = async (method: 'get' | 'patch', id: string, rest: string) =>
      (
        await send(server, {
          method,
          path: `/fhir/Organization/${id}${rest}`,
          headers: {
            ...headers,
            ...(method === 'patch' && { 'Content-Type': 'application/json-patch+json' }),
          },
          body: '[{"op":"replace","path":"/name","value":"Ward"}]',
        })
      ).text.replaceAll(id, 'ID');
    for (const rest of ['', '/_history', '/_history/1', '/$meta', '/$validate'])
      expect(await said('get', 'lab', rest)).toBe(await said('get', 'none', rest));
    expect(await said('patch', 'lab', '')).toBe(await said('patch', 'none', ''));
  });

  test('what refers to something that is to be deleted is not named to those who may not read it', async () => {
    const headers = await authorized('system/Organization.ruds');
    const { status, text } = await send(server, {
      method: 'delete',
      path: '/fhir/Organization/lab',
      headers,
    });
    expect(status).toBe(409);
    expect(text).toContain('Another resource refers to Organization/lab');
    expect(text).not.toContain('cellar');
  });
});
