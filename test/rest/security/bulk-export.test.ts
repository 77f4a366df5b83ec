import type { AuditEvent, Bundle, FhirResource } from 'fhir/r5.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ASYNC, completed, exported, kickedOff, pathOf, resourcesIn } from '../bulk/exporting.ts';
import { deletion, put, resourceOf, send } from '../case.ts';
import { createServer, SERVED, type Server, type Setup } from '../server.ts';
import { type Different, type Issuer, startIssuer } from './issuer.ts';

const STORED: readonly FhirResource[] = [
  { resourceType: 'Organization', id: 'ward', name: 'Ward 7' },
  { resourceType: 'Organization', id: 'lab', name: 'Laboratory 7' },
  { resourceType: 'Location', id: 'room', name: 'Room 1' },
  { resourceType: 'Patient', id: 'ada', active: true },
];

let issuer: Issuer;

beforeAll(async () => {
  issuer = await startIssuer();
});

afterAll(() => issuer.close());

describe.each(SERVED)('An export, where tokens are asked for, on $name,', (database) => {
  let server: Server;

  afterEach(async () => {
    expect(server.logged).toEqual([]);
    await server.close();
  });

  const token = async (scope: string, different?: Different): Promise<Record<string, string>> => ({
    Authorization: `Bearer ${await issuer.token(scope, different)}`,
  });

  const serve = async (setup: Setup = {}): Promise<void> => {
    server = await createServer({ database, security: issuer.security, ...setup });
    const headers = await token('system/*.cruds');
    for (const one of STORED) expect((await send(server, put(one, headers))).status).toBe(201);
  };

  const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
    (await send(server, { path, headers })).status;

  test.each([
    ['system/*.rs', ['Location/room', 'Organization/ward', 'Organization/lab', 'Patient/ada']],
    ['system/*.read', ['Location/room', 'Organization/ward', 'Organization/lab', 'Patient/ada']],
    ['system/Organization.rs', ['Organization/ward', 'Organization/lab']],
    ['system/Organization.rs?name=ward system/Location.rs', ['Location/room', 'Organization/ward']],
    ['system/Organization.rs?name=ward system/Organization.cud', ['Organization/ward']],
    ['system/Organization.rs system/Location.r system/Patient.s', ['Organization/ward', 'Organization/lab']],
    ['system/Organization.s system/Organization.r?name=lab', ['Organization/lab']],
  ])('has for %s what that may see', async (scope, places) => {
    await serve();
    expect(await exported(server, { path: '/fhir/$export' }, await token(scope))).toEqual(places);
  });

  test('is not begun without a token, or without the permission to read and to search', async () => {
    await serve();
    const statuses = await Promise.all(
      [undefined, 'system/*.cud', 'system/Organization.r', 'system/Organization.s', 'openid'].map(
        async (scope) =>
          statusOf('/fhir/$export', { ...ASYNC, ...(scope === undefined ? {} : await token(scope)) }),
      ),
    );
    expect(statuses).toEqual([401, 403, 403, 403, 403]);
  });

  describe('of patients', () => {
    const observation = (id: string, of: string): FhirResource => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { text: 'Weight' },
      subject: { reference: `Patient/${of}` },
    });
    const RECORDS: readonly FhirResource[] = [
      { resourceType: 'Patient', id: 'ben' },
      observation('of-ada', 'ada'),
      observation('of-ben', 'ben'),
      {
        resourceType: 'Group',
        id: 'cohort',
        type: 'person',
        membership: 'enumerated',
        member: [{ entity: { reference: 'Patient/ada' } }, { entity: { reference: 'Patient/ben' } }],
      },
    ];

    test.each([
      [
        'Patient/$export',
        'system/*.rs',
        ['Group/cohort', 'Observation/of-ada', 'Observation/of-ben', 'Patient/ada', 'Patient/ben'],
      ],
      ['Patient/$export', 'system/Patient.rs', ['Patient/ada', 'Patient/ben']],
      [
        'Patient/$export',
        'system/Patient.rs?_id=ada system/Observation.rs',
        ['Observation/of-ada', 'Patient/ada'],
      ],
      [
        'Group/cohort/$export',
        'system/Patient.rs?_id=ada system/*.rs?_id=cohort,of-ada,of-ben',
        ['Group/cohort', 'Observation/of-ada', 'Patient/ada'],
      ],
      ['Group/cohort/$export', 'system/Group.rs system/Observation.rs', []],
    ])('has of %s for %s what that may see of whom it may see', async (path, scope, places) => {
      await serve();
      const headers = await token('system/*.cruds');
      for (const one of RECORDS) expect((await send(server, put(one, headers))).status).toBe(201);
      const found = await exported(server, { path: `/fhir/${path}` }, await token(scope));
      expect([...found].sort()).toEqual(places);
    });

    test('is not begun by who may not see patients, or not the Group', async () => {
      await serve();
      const headers = await token('system/*.cruds');
      for (const one of RECORDS) await send(server, put(one, headers));
      const ask = async (path: string, scope: string) =>
        statusOf(`/fhir/${path}`, { ...ASYNC, ...(await token(scope)) });
      expect(await ask('Patient/$export', 'system/Observation.rs')).toBe(403);
      expect(await ask('Patient/$export', 'system/Patient.r')).toBe(403);
      expect(await ask('Group/cohort/$export', 'system/Patient.rs')).toBe(403);
      expect(await ask('Group/cohort/$export', 'system/Group.rs?_id=other system/Patient.rs')).toBe(404);
      expect(await statusOf('/fhir/Group/cohort/$export', ASYNC)).toBe(401);
    });
  });

  test('is given to nobody but who began it', async () => {
    await serve();
    const own = await token('system/*.rs');
    const path = await kickedOff(server, { path: '/fhir/$export', headers: own });
    const manifest = await completed(server, path, own);
    expect(manifest.requiresAccessToken).toBe(true);
    const file = pathOf(manifest.output[0]!.url);
    const others = [
      await token('system/*.cruds', { claims: { sub: 'another' } }),
      await token('system/*.cruds', { claims: { client_id: 'another' } }),
    ];
    for (const one of [path, file]) {
      expect(await statusOf(one)).toBe(401);
      for (const headers of others) expect(await statusOf(one, headers)).toBe(404);
      expect(await statusOf(one, own)).toBe(200);
    }
    expect((await send(server, { method: 'delete', path, headers: others[0]! })).status).toBe(404);
    expect((await send(server, { method: 'delete', path, headers: own })).status).toBe(202);
    expect(await statusOf(file, own)).toBe(404);
  });

  test('is given only as far as the token of the moment goes', async () => {
    await serve();
    const all = await token('system/*.rs');
    const path = await kickedOff(server, { path: '/fhir/$export', headers: all });
    const { output } = await completed(server, path, all);
    const fileOf = (type: string) => pathOf(output.find((one) => one.type === type)!.url);
    const less = await token('system/Organization.rs system/Location.rs?name=cellar');
    expect(await statusOf(fileOf('Organization'), less)).toBe(200);
    expect(await statusOf(fileOf('Location'), less)).toBe(403);
    expect(await statusOf(fileOf('Patient'), less)).toBe(403);
    expect(await statusOf(fileOf('Patient'), await token('system/Patient.c'))).toBe(403);
  });

  test('tells what was deleted of types that may be seen wholly', async () => {
    await serve();
    const headers = await token('system/*.cruds');
    for (const path of ['Organization/lab', 'Location/room'])
      await send(server, { ...deletion(path), headers });
    const some = await token('system/Organization.rs?name=lab system/Location.rs');
    const path = await kickedOff(server, {
      path: '/fhir/$export?_since=2020-01-01T00:00:00Z',
      headers: some,
    });
    const { deleted } = await completed(server, path, some);
    expect(deleted).toHaveLength(1);
    expect(await resourcesIn(server, deleted![0]!.url, some)).toMatchObject([
      { entry: [{ request: { method: 'DELETE', url: 'Location/room' } }] },
    ]);
  });

  test('is given without a token at signed addresses, where that is wanted', async () => {
    await serve({ signsExports: true });
    const own = await token('system/Organization.rs');
    const path = await kickedOff(server, { path: '/fhir/$export', headers: own });
    const manifest = await completed(server, path, own);
    expect(manifest.requiresAccessToken).toBe(false);
    const { url } = manifest.output[0]!;
    expect(await resourcesIn(server, url)).toMatchObject([{ id: 'ward' }, { id: 'lab' }]);
    expect(await statusOf(pathOf(url.replace('_signed/', '_signed/x')))).toBe(404);
    expect(await statusOf(path)).toBe(401);
  });

  test('is recorded, and so is each file that was given', async () => {
    await serve({ audit: true });
    const own = await token('system/Organization.rs');
    const path = await kickedOff(server, { path: '/fhir/$export?_type=Organization', headers: own });
    const { output } = await completed(server, path, own);
    await resourcesIn(server, output[0]!.url, own);
    await server.service.audit?.flush();
    const found = await send(server, {
      path: '/fhir/AuditEvent?_sort=_lastUpdated',
      headers: await token('system/AuditEvent.rs'),
    });
    const events = ((resourceOf(found).value as Bundle).entry ?? [])
      .map(({ resource }) => resource as AuditEvent)
      .filter(({ code }) => code.text === '$export');
    expect(events).toHaveLength(2);
    expect(events.map(({ outcome }) => outcome?.code.code)).toEqual(['information', 'information']);
  });
});
