import type { Bundle, FhirResource } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, deletion, FHIR, put, resourceOf, send, testCases } from '../case.ts';
import { BASE, createServer, SERVED, type Server } from '../server.ts';

// What clients of other servers ask for: https://hl7.org/fhir/R5/search.html

const code = (text: string) => ({ coding: [{ system: 'http://example.org/c', code: text }] });

const encounter = (id: string, start?: string, end?: string): FhirResource => ({
  resourceType: 'Encounter',
  id,
  status: 'completed',
  subject: { reference: 'Patient/ann' },
  actualPeriod: { ...(start && { start }), ...(end && { end }) },
});

const weight = (id: string, value: number, unit: object, subject: string): FhirResource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: code('weight'),
  subject: { reference: subject },
  valueQuantity: { value, ...unit },
});

const UCUM = 'http://unitsofmeasure.org';

const DATA: readonly FhirResource[] = [
  { resourceType: 'Organization', id: 'hall', name: 'Hall' },
  {
    resourceType: 'Patient',
    id: 'ann',
    birthDate: '1990-12-31',
    telecom: [{ system: 'phone', value: '555' }],
    managingOrganization: { reference: 'Organization/hall' },
  },
  { resourceType: 'Patient', id: 'bob', birthDate: '1990', telecom: [{ system: 'fax', value: '555' }] },
  {
    resourceType: 'Patient',
    id: 'cat',
    birthDate: '1991-01-01',
    telecom: [{ system: 'email', value: 'cat@example.org' }],
  },
  { resourceType: 'Group', id: 'all', type: 'person', membership: 'enumerated' },
  encounter('january', '2020-01-01', '2020-01-31'),
  encounter('march', '2020-03-01T08:00:00Z', '2020-03-31T10:00:00Z'),
  encounter('since', '2020-02-10'),
  encounter('until', undefined, '2020-02-10'),
  weight('kilos', 60, { unit: 'kg', system: UCUM, code: 'kg' }, 'Patient/ann'),
  weight('stones', 60, { unit: 'st', system: 'http://example.org/u', code: 'st' }, 'Patient/bob'),
  weight('bare', 60, {}, 'Group/all'),
];

/** A search, and the ids it finds in the order of the alphabet. */
type Found = readonly [search: string, ids: string];

// A range above or below starts at the time that is asked for.
const DATES: readonly Found[] = [
  ['Encounter?date=ge2020-01-31', 'january march since until'],
  ['Encounter?date=ge2020-02-01', 'march since until'],
  ['Encounter?date=gt2020-01-31', 'march since until'],
  ['Encounter?date=ge2020-02-10', 'march since until'],
  ['Encounter?date=ge2020-02-11', 'march since'],
  ['Encounter?date=ge2020-03-31T10:00:00Z', 'march since'],
  ['Encounter?date=ge2020-03-31T10:00:01Z', 'since'],
  ['Encounter?date=le2020-01-01', 'january until'],
  ['Encounter?date=le2019-12-31', 'until'],
  ['Encounter?date=le2020-02-09', 'january until'],
  ['Encounter?date=le2020-02-10', 'january since until'],
  ['Encounter?date=le2020-03-01T08:00:00Z', 'january march since until'],
  ['Encounter?date=le2020-03-01T07:59:59Z', 'january since until'],
  ['Encounter?date=ge2020-01-31&date=le2020-01-31', 'january until'],
  ['Patient?birthdate=ge1990-12-31', 'ann bob cat'],
  ['Patient?birthdate=ge1991-01-01', 'cat'],
  ['Patient?birthdate=le1990-01-01', 'bob'],
  ['Patient?birthdate=le1989-12-31', ''],
  ['Patient?birthdate=le1990', 'ann bob'],
  ['Patient?birthdate=ge1991', 'cat'],
];

const QUANTITIES: readonly Found[] = [
  [`Observation?value-quantity=60|${UCUM}`, 'kilos'],
  [`Observation?value-quantity=60|${UCUM}|`, 'kilos'],
  ['Observation?value-quantity=60|http://example.org/u|', 'stones'],
  ['Observation?value-quantity=60|http://example.org/none|', ''],
  [`Observation?value-quantity=gt60|${UCUM}|`, ''],
  ['Observation?value-quantity=60||', 'bare kilos stones'],
  ['Observation?value-quantity=60|', 'bare kilos stones'],
  ['Observation?value-quantity=60||st', 'stones'],
];

// A reference that the parameter, or its modifier, does not lead to is nobody's.
const REFERENCES: readonly Found[] = [
  ['Observation?subject=Patient/ann', 'kilos'],
  ['Observation?subject:Patient=Patient/ann', 'kilos'],
  ['Observation?subject:Device=Patient/ann', ''],
  ['Observation?subject=Group/all', 'bare'],
  ['Observation?patient=Group/all', ''],
  ['Observation?patient=Group/all,Patient/bob', 'stones'],
  ['Observation?subject=Encounter/january', ''],
];

const TELECOMS: readonly Found[] = [
  ['Patient?telecom=555', 'ann bob'],
  ['Patient?telecom=phone|555', 'ann'],
  ['Patient?telecom=email|555', ''],
  ['Patient?telecom=|555', 'ann bob'],
  ['Patient?telecom=|cat@example.org', 'cat'],
  ['Patient?phone=|555', 'ann'],
  ['Patient?telecom=|none', ''],
];

const CHAINS: readonly Found[] = [
  ['Observation?subject._type=Patient', 'kilos stones'],
  ['Observation?subject._type=Group', 'bare'],
  ['Observation?subject._type=Device', ''],
  ['Patient?_has:Observation:subject:_type=Observation', 'ann bob'],
  ['Patient?_has:Observation:subject:_type=Encounter', ''],
  ['Observation?subject:Patient.organization._type=Organization', 'kilos'],
];

const EMPTY: readonly Found[] = [
  ['Patient?birthdate=', 'ann bob cat'],
  ['Patient?_id=&_id=bob', 'bob'],
  ['Patient?birthdate=&telecom=cat@example.org', 'cat'],
  ['Patient?birthdate=&_id=nobody', ''],
  ['Patient?_count=2147483648', 'ann bob cat'],
];

const includes: readonly (readonly [search: string, match: string, include: string])[] = [
  ['Observation?_id=kilos&_include=*:*', 'kilos', 'ann'],
  ['Observation?_id=kilos&_include=*', 'kilos', 'ann'],
  ['Observation?_id=kilos&_include=*:*&_include:iterate=*:*', 'kilos', 'ann hall'],
  ['Organization?_id=hall&_revinclude=*:*', 'hall', 'ann'],
  ['Group?_revinclude=*:*', 'all', 'bare'],
  ['Patient?_id=cat&_revinclude=*:*&_include=*:*', 'cat', ''],
];

describe.each(SERVED)('searches that other servers take, on $name:', (database) => {
  let server: Server;
  beforeAll(async () => {
    server = await createServer({ database });
    for (const resource of DATA) {
      const { status, text } = await send(server, put(resource));
      expect(status, text).toBe(201);
    }
  });
  afterAll(() => server.close());

  const bundleOf = async (search: string): Promise<Bundle> => {
    const response = await send(server, { path: `/fhir/${search}` });
    expect(response.status, response.text).toBe(200);
    return resourceOf(response).value as unknown as Bundle;
  };
  const idsOf = (bundle: Bundle, mode: 'match' | 'include') =>
    (bundle.entry ?? [])
      .filter((one) => one.search?.mode === mode)
      .map((one) => one.resource?.id)
      .toSorted()
      .join(' ');

  test.each([...DATES, ...QUANTITIES, ...REFERENCES, ...TELECOMS, ...CHAINS, ...EMPTY])(
    '%s finds %j',
    async (search, ids) => {
      const bundle = await bundleOf(search);
      expect(idsOf(bundle, 'match')).toBe(ids);
      expect(bundle.total).toBe(ids.split(' ').filter(Boolean).length);
    },
  );

  test.each(includes)('%s finds %j with %j', async (search, match, include) => {
    const bundle = await bundleOf(search);
    expect([idsOf(bundle, 'match'), idsOf(bundle, 'include')]).toEqual([match, include]);
  });

  test('what was empty is not said to have been searched by', async () => {
    const { link } = await bundleOf('Patient?birthdate=&nothing=&_id=ann&_count=7');
    const { url } = link?.find(({ relation }) => relation === 'self') ?? { url: '' };
    expect(url.startsWith(`${BASE}/Patient?`)).toBe(true);
    expect([...new URL(url).searchParams]).toEqual([
      ['_id', 'ann'],
      ['_count', '7'],
    ]);
  });

  test.each([
    ['Patient/ann/Observation/_search', '', 'kilos'],
    ['Patient/ann/Observation/_search', 'value-quantity=gt60', ''],
    ['Patient/ann/Encounter/_search', 'date=lt2020-01-15', 'january until'],
    ['Patient/ann/_search', '_type=Observation', 'kilos'],
    ['Patient/ann/*/_search', '_type=Observation', 'kilos'],
    ['Patient/cat/_search', '_type=Observation,Encounter', ''],
  ])('POST %s with %j finds %j', async (path, body, ids) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await send(server, { method: 'post', path: `/fhir/${path}`, headers, body });
    expect(response.status, response.text).toBe(200);
    expect(idsOf(resourceOf(response).value as unknown as Bundle, 'match')).toBe(ids);
  });

  test.each(['Organization', 'Nothing'])('nothing but a compartment is: %s', async (type) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const path = `/fhir/${type}/hall/_search`;
    expect((await send(server, { method: 'post', path, headers, body: '' })).status).toBe(404);
  });

  test.each(['full', 'normative', 'terminology'])('the metadata are told in mode %s', async (mode) => {
    const response = await send(server, { path: `/fhir/metadata?mode=${mode}` });
    expect(response.status).toBe(200);
  });

  test('a time zone may be sent with a plus that is not escaped', async () => {
    for (const sign of ['+', '%2B']) {
      const early = `Patient/ann/_history?_since=2001-01-01T00:00:00.000${sign}02:00`;
      const late = `Patient/ann/_history?_since=2999-01-01T00:00:00.000${sign}02:00`;
      expect((await bundleOf(early)).total).toBe(1);
      expect((await bundleOf(late)).total).toBe(0);
    }
  });
});

const eve: FhirResource = { resourceType: 'Patient', id: 'eve', gender: 'female' };
const { id: _, ...someone } = eve;
const kept = [{ path: '/fhir/Patient/eve', status: 200, matches: { gender: 'female' } }];
const body = JSON.stringify({ ...someone, gender: 'male' });

/** A criterion without a value is none, so that nobody's resource is changed by it. */
const UNCONDITIONAL: readonly Case[] = ['', '_id=', 'gender=', 'gender=&birthdate='].flatMap((criteria) => [
  {
    name: `conditional update by "${criteria}"`,
    before: [put(eve)],
    method: 'put' as const,
    path: `/fhir/Patient?${criteria}`,
    headers: FHIR,
    body,
    status: 412,
    after: kept,
  },
  {
    name: `conditional delete by "${criteria}"`,
    before: [put(eve)],
    ...deletion(`Patient?${criteria}`),
    status: 412,
    after: kept,
  },
  {
    name: `conditional patch by "${criteria}"`,
    before: [put(eve)],
    method: 'patch' as const,
    path: `/fhir/Patient?${criteria}`,
    headers: { 'Content-Type': 'application/json-patch+json' },
    body: '[{"op":"replace","path":"/gender","value":"male"}]',
    status: 412,
    after: kept,
  },
]);

testCases('a condition that is empty', [
  ...UNCONDITIONAL,
  {
    name: 'conditional create',
    before: [put(eve)],
    method: 'post',
    path: '/fhir/Patient',
    headers: { ...FHIR, 'If-None-Exist': 'gender=' },
    body,
    status: 412,
    after: kept,
  },
  {
    name: 'beside one that is not',
    before: [put(eve)],
    ...deletion('Patient?birthdate=&gender=female'),
    status: 412,
    after: kept,
  },
]);
