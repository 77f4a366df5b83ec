import type { CapabilityStatement, FhirResource, Group, Observation, Patient } from 'fhir/r5.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deletion, FHIR, parameters, put, resourceOf, send } from '../case.ts';
import { createServer, NOW, SERVED, type Server } from '../server.ts';
import { ASYNC, completed, exported, kickedOff, resourcesIn } from './exporting.ts';

const patient = (id: string, more: Partial<Patient> = {}): Patient => ({
  resourceType: 'Patient',
  id,
  ...more,
});

const observation = (id: string, of: string): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { text: 'Weight' },
  subject: { reference: of },
});

const group = (id: string, member: Group['member'] = [], membership: Group['membership'] = 'enumerated') =>
  ({ resourceType: 'Group', id, type: 'person', membership, ...(member.length > 0 && { member }) }) as Group;

const memberOf = (reference: string, inactive?: boolean): NonNullable<Group['member']>[number] => ({
  entity: { reference },
  ...(inactive !== undefined && { inactive }),
});

/** Ada and Ben are members of the group, Cleo was one, Dora is none. */
const STORED: readonly FhirResource[] = [
  { resourceType: 'Organization', id: 'ward', name: 'Ward 7' },
  { resourceType: 'Practitioner', id: 'doctor' },
  patient('ada', { active: true, managingOrganization: { reference: 'Organization/ward' } }),
  patient('ben', { active: true }),
  patient('cleo', { link: [{ other: { reference: 'Patient/ada' }, type: 'seealso' }] }),
  patient('dora'),
  group('cohort', [
    memberOf('Patient/ada'),
    memberOf('Patient/ben', false),
    memberOf('Patient/cleo', true),
    memberOf('Practitioner/doctor'),
  ]),
  ...['ada', 'ben', 'cleo', 'dora'].map((id) => observation(`of-${id}`, `Patient/${id}`)),
  observation('of-ward', 'Organization/ward'),
  {
    resourceType: 'AllergyIntolerance',
    id: 'nuts',
    patient: { reference: 'Patient/dora' },
    participant: [{ actor: { reference: 'Patient/ben' } }],
  },
];

const of = (...ids: readonly string[]) => [
  ...ids.map((id) => `Observation/of-${id}`),
  ...ids.map((id) => `Patient/${id}`),
];

const OF_MEMBERS = ['AllergyIntolerance/nuts', 'Group/cohort', ...of('ada', 'ben')];

const OF_ALL = ['AllergyIntolerance/nuts', 'Group/cohort', ...of('ada', 'ben', 'cleo', 'dora')];

describe.each(SERVED)('An export of patients, on $name,', (database) => {
  let server: Server;
  let time = NOW;

  beforeEach(async () => {
    time = NOW;
    server = await createServer({ database, now: () => time });
    for (const one of STORED) expect((await send(server, put(one))).status, one.id).toBe(201);
  });

  afterEach(async () => {
    expect(server.logged).toEqual([]);
    await server.close();
  });

  const naming = (path: string, ...references: readonly string[]) => ({
    method: 'post' as const,
    path: `/fhir/${path}`,
    headers: { ...ASYNC, ...FHIR },
    body: parameters(...references.map((reference) => ({ name: 'patient', valueReference: { reference } })), {
      name: '_type',
      valueString: 'Patient,Observation',
    }),
  });

  const statusOf = async (path: string): Promise<number> =>
    (await send(server, { path: `/fhir/${path}`, headers: ASYNC })).status;

  test.each([
    ['Patient/$export', OF_ALL],
    ['Group/cohort/$export', OF_MEMBERS],
    ['Patient/$export?_type=Patient', ['Patient/ada', 'Patient/ben', 'Patient/cleo', 'Patient/dora']],
    ['Group/cohort/$export?_type=Patient', ['Patient/ada', 'Patient/ben']],
    [
      'Group/cohort/$export?_type=Observation,AllergyIntolerance',
      OF_MEMBERS.filter((one) => /^[OA]/.test(one)),
    ],
    [
      'Group/cohort/$export?_type=Patient&_typeFilter=Patient%3F_id%3Dben,Patient%3F_id%3Ddora',
      ['Patient/ben'],
    ],
    ['Patient/$export?_type=Patient&_typeFilter=Patient%3Factive%3Dtrue', ['Patient/ada', 'Patient/ben']],
    ['Group/cohort/$export?_since=2020-01-01T00:00:00Z', OF_MEMBERS],
  ])('has what is in their compartments, and nothing else: %s', async (path, places) => {
    expect([...(await exported(server, { path: `/fhir/${path}` }))].sort()).toEqual([...places].sort());
  });

  test('has what has changed since, and no deletions', async () => {
    time = new Date(Date.parse(NOW) + 1000).toISOString();
    await send(server, put(observation('later', 'Patient/ben')));
    await send(server, put(observation('elsewhere', 'Patient/dora')));
    await send(server, deletion('Observation/of-ada'));
    const path = `/fhir/Group/cohort/$export?_since=${encodeURIComponent(NOW)}`;
    const manifest = await completed(server, await kickedOff(server, { path }));
    expect(manifest.output).toMatchObject([{ type: 'Observation', count: 1 }]);
    expect(manifest).not.toHaveProperty('deleted');
  });

  test('has the elements that are asked for', async () => {
    const path = '/fhir/Group/cohort/$export?_type=Patient&_elements=Patient.active';
    const { output } = await completed(server, await kickedOff(server, { path }));
    const [ada] = await resourcesIn(server, output[0]!.url);
    expect(ada).toMatchObject({ id: 'ada', active: true, meta: { tag: [{ code: 'SUBSETTED' }] } });
    expect(ada).not.toHaveProperty('managingOrganization');
  });

  test('leaves out who is stored no more, and who has become inactive', async () => {
    for (const path of ['Observation/of-ben', 'AllergyIntolerance/nuts'])
      expect((await send(server, deletion(path))).status).toBe(204);
    await send(server, put(group('cohort', [memberOf('Patient/ada'), memberOf('Patient/cleo', true)])));
    expect((await send(server, deletion('Patient/ben'))).status).toBe(204);
    const types = '?_type=Patient,Observation';
    expect(await exported(server, { path: `/fhir/Group/cohort/$export${types}` })).toEqual([
      'Patient/ada',
      'Observation/of-ada',
    ]);
    const all = await exported(server, { path: `/fhir/Patient/$export${types}` });
    expect([...all].sort()).toEqual(of('ada', 'cleo', 'dora'));
  });

  test('has those again who were members, were none, and are members again', async () => {
    await send(server, put(group('again', [memberOf('Patient/cleo', true), memberOf('Patient/cleo')])));
    const path = '/fhir/Group/again/$export?_type=Patient';
    expect(await exported(server, { path })).toEqual(['Patient/cleo']);
  });

  test.each([
    ['Patient/$export', ['Patient/dora'], of('dora')],
    ['Patient/$export', ['Patient/dora', 'https://trials.example/fhir/Patient/ada'], of('ada', 'dora')],
    ['Group/cohort/$export', ['Patient/ben'], of('ben')],
  ])('is of those who are named: %s of %s', async (path, references, places) => {
    expect([...(await exported(server, naming(path, ...references)))].sort()).toEqual(places);
  });

  test.each([
    ['Patient/$export', 'Patient/none'],
    ['Patient/$export', 'Organization/ward'],
    ['Patient/$export', 'https://elsewhere.example/fhir/Patient/ada'],
    ['Group/cohort/$export', 'Patient/dora'],
    ['Group/cohort/$export', 'Patient/cleo'],
  ])('is refused where who is named is none of them, or left out: %s of %s', async (path, reference) => {
    const sent = naming(path, 'Patient/ada', reference);
    const response = await send(server, sent);
    expect(response.status).toBe(400);
    expect(resourceOf(response).value).toMatchObject({
      issue: [{ code: 'not-found', expression: ['http.patient'], details: { text: /^“.*” is no Patient/ } }],
    });
    const headers = { ...sent.headers, Prefer: 'respond-async, handling=lenient' };
    const manifest = await completed(server, await kickedOff(server, { ...sent, headers }));
    expect(manifest.output.map(({ type, count }) => [type, count])).toEqual([
      ['Patient', 1],
      ['Observation', 1],
    ]);
    expect(manifest.error).toMatchObject([{ type: 'OperationOutcome', count: 1 }]);
  });

  test('names patients by POST only, and only where an export is of patients', async () => {
    expect(await statusOf('Patient/$export?patient=Patient/ada')).toBe(400);
    expect((await send(server, naming('$export', 'Patient/ada'))).status).toBe(400);
  });

  test('is empty where a Group lists no patients, and refused where it is defined otherwise', async () => {
    await send(server, put(group('nobody')));
    await send(server, put(group('staff', [memberOf('Practitioner/doctor')])));
    await send(server, put(group('adults', [], 'definitional')));
    for (const id of ['nobody', 'staff'])
      expect(await exported(server, { path: `/fhir/Group/${id}/$export` })).toEqual([]);
    const refused = await send(server, { path: '/fhir/Group/adults/$export', headers: ASYNC });
    expect(refused.status).toBe(422);
    expect(resourceOf(refused).value).toMatchObject({
      issue: [{ expression: ['Group.membership'], details: { text: /defined by characteristics/ } }],
    });
  });

  test('is refused without a Group, at other levels, at once, or with types outside the compartment', async () => {
    await send(server, put(group('gone')));
    await send(server, deletion('Group/gone'));
    const statuses = await Promise.all(
      [
        'Group/none/$export',
        'Group/gone/$export',
        'Group/$export',
        'Patient/ada/$export',
        'Patient/$export?_type=Organization',
        'Group/cohort/$export?_type=Organization',
        'Patient/$export?_id=ada',
      ].map(statusOf),
    );
    expect(statuses).toEqual([404, 410, 404, 404, 400, 400, 400]);
    for (const path of ['Patient/$export', 'Group/cohort/$export'])
      expect((await send(server, { path: `/fhir/${path}` })).status).toBe(400);
    const lenient = { ...ASYNC, Prefer: 'respond-async, handling=lenient' };
    const path = '/fhir/Group/cohort/$export?_type=Patient,Organization';
    const { output, error } = await completed(server, await kickedOff(server, { path, headers: lenient }));
    expect([output, error]).toMatchObject([[{ type: 'Patient', count: 2 }], [{ count: 1 }]]);
  });

  test('is declared for both types', async () => {
    const statement = resourceOf(await send(server, { path: '/fhir/metadata' })).value as CapabilityStatement;
    for (const [type, id] of [
      ['Patient', 'patient-export'],
      ['Group', 'group-export'],
    ])
      expect(statement.rest?.[0]?.resource?.find((one) => one.type === type)?.operation).toContainEqual({
        name: 'export',
        definition: expect.stringMatching(`/OperationDefinition/${id}$`),
      });
  });
});
