import type { CapabilityStatement, FhirResource, TerminologyCapabilities } from 'fhir/r5.js';
import request from 'supertest';
import { expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import { RESOURCE_TYPES, TRIAL_TYPES } from '../../src/fhir/resource-type.ts';
import { FHIR, testCases } from './case.ts';
import { BASE, createServer, NOW, validate } from './server.ts';

const { app } = await createServer({ conformance: true });

const told = async (query: string): Promise<FhirResource> =>
  (await request(app).get(`/fhir/metadata${query}`).expect(200)).body;

const statement = (await told('')) as CapabilityStatement;
const rest = statement.rest![0]!;
const resources = rest.resource ?? [];

test.each([
  '',
  '?mode=full',
  '?mode=normative',
  '?mode=terminology',
  '?_summary=true',
  '?_elements=software,implementation,rest',
])('what is told of the server is valid: %s', async (query) => {
  const resource = await told(query);
  expect(validate(content(resource)).filter(isError)).toEqual([]);
  expect(resource).toMatchObject({ kind: 'instance', software: { name: 'Trialbridge', version: '0.0.0' } });
});

test('the CapabilityStatement speaks of this server', () => {
  expect(statement).toMatchObject({
    fhirVersion: '5.0.0',
    date: NOW,
    implementation: { url: BASE },
    format: ['json', 'xml', 'application/fhir+json', 'application/fhir+xml'],
  });
  expect(rest.interaction?.map(({ code }) => code)).toEqual([
    'batch',
    'transaction',
    'search-system',
    'history-system',
  ]);
});

test('it names each type that is served, and those of our profiles', () => {
  expect(resources.map(({ type }) => type)).toEqual([...RESOURCE_TYPES]);
  const profiled = resources.filter(({ supportedProfile }) => supportedProfile !== undefined);
  expect(profiled.length).toBeGreaterThan(10);
  for (const { type } of profiled) expect(TRIAL_TYPES).toContain(type);
});

test('operations stand at their levels', () => {
  const of = (type: string) =>
    resources.find((one) => one.type === type)?.operation?.map(({ name }) => name) ?? [];
  expect(rest.operation?.map(({ name }) => name)).toContain('ingest');
  expect(of('ResearchStudy')).toEqual(expect.arrayContaining(['validate', 'everything', 'delete-study']));
  expect(of('ValueSet')).toEqual(expect.arrayContaining(['validate', 'expand', 'validate-code']));
  expect(of('Patient')).toContain('validate');
  for (const name of ['everything', 'expand', 'lookup', 'ingest']) expect(of('Patient')).not.toContain(name);
});

test('what is named of ours is served', async () => {
  const canonicals = [...resources, rest]
    .flatMap((one) => [
      ...('supportedProfile' in one ? (one.supportedProfile ?? []) : []),
      ...(one.searchParam ?? []).map(({ definition }) => definition ?? ''),
      ...(one.operation ?? []).map(({ definition }) => definition),
    ])
    .filter((url) => url.startsWith('https://w3id.org/trialbridge/'));
  expect(canonicals.length).toBeGreaterThan(40);
  for (const url of new Set(canonicals)) {
    const { body } = await request(app)
      .get(`/fhir/${url.split('/').at(-2)}`)
      .query({ url });
    expect(body.total, url).toBe(1);
  }
});

test('search parameters are told with their modifiers and prefixes', () => {
  const evidence = resources.find(({ type }) => type === 'Evidence')?.searchParam ?? [];
  const documentation = (name: string) => evidence.find((one) => one.name === name)?.documentation;
  expect(documentation('title')).toMatch(/Modifiers: missing, exact, contains, text\.$/);
  expect(documentation('date')).toMatch(
    /Modifiers: missing\.\n\nPrefixes: eq, ne, gt, lt, ge, le, sa, eb, ap\.$/,
  );
});

test('references that stand in no element are not told to be followed', () => {
  for (const { searchInclude = [], searchRevInclude = [] } of resources)
    expect(
      [...searchInclude, ...searchRevInclude].filter((one) => /:_in$|^Evidence:study$/.test(one)),
    ).toEqual([]);
});

test('the normative mode leaves out what R5 has on trial', async () => {
  const { rest: normative = [] } = (await told('?mode=normative')) as CapabilityStatement;
  for (const resource of normative[0]?.resource ?? [])
    expect(Object.keys(resource)).toEqual(
      ['type', 'interaction', 'searchParam', 'operation'].filter((name) => name in resource),
    );
});

test('the terminology mode tells the parameters of $expand', async () => {
  const { resourceType, expansion } = (await told('?mode=terminology')) as TerminologyCapabilities;
  expect(resourceType).toBe('TerminologyCapabilities');
  expect(expansion?.parameter?.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['url', 'filter', 'offset', 'count']),
  );
});

const ofOurs = {
  resourceType: 'SearchParameter',
  url: 'https://trials.example/SearchParameter/nickname',
  name: 'Nickname',
  status: 'active',
  description: 'How friends call the patient',
  code: 'nickname',
  base: ['Patient'],
  type: 'string',
  expression: 'Patient.name.text',
  processingMode: 'normal',
};

testCases('capabilities', [
  {
    name: 'a mode that there is not is refused',
    path: '/fhir/metadata?mode=all',
    status: 400,
    has: ['full, normative, terminology'],
  },
  {
    name: 'what there is in XML',
    path: '/fhir/metadata?_format=xml',
    status: 200,
    has: ['<CapabilityStatement'],
  },
  {
    name: 'a HEAD',
    method: 'head',
    path: '/fhir/metadata',
    status: 200,
    answered: { etag: /^W\/"\w{16}"$/ },
  },
  {
    name: 'one that the client has',
    path: '/fhir/metadata',
    headers: { 'If-None-Match': '*' },
    status: 304,
  },
  {
    name: 'one that the client has not',
    path: '/fhir/metadata',
    headers: { 'If-None-Match': 'W/"0"' },
    status: 200,
    hasNot: ['"nickname"'],
  },
  {
    name: 'a search parameter that was stored is told',
    before: [{ method: 'post', path: '/fhir/SearchParameter', headers: FHIR, body: JSON.stringify(ofOurs) }],
    path: '/fhir/metadata',
    status: 200,
    has: ['"nickname"', ofOurs.url],
  },
]);
