import { expect, test } from 'vitest';
import { type Case, deletion, FHIR, parameters, send, testCases, textOf } from '../case.ts';
import { createServer } from '../server.ts';

const observation = (value: string, more = '') =>
  `{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"}${more},"valueQuantity":{"value":${value}}}`;

const stored = (body: string) =>
  ({ method: 'put', path: '/fhir/Observation/o', headers: FHIR, body }) as const;

const versions = [stored(observation('1.5')), stored(observation('1.50', ',"note":[{"text":"y"}]'))];

const patch = {
  parameter: [
    {
      name: 'operation',
      part: [
        { name: 'type', valueCode: 'replace' },
        { name: 'path', valueString: 'Patient.active' },
        { name: 'value', valueBoolean: false },
      ],
    },
  ],
};

const post = (path: string, ...parameter: object[]) =>
  ({ method: 'post', path, headers: FHIR, body: parameters(...parameter) }) as const;

const resource = (name: string, more: object) => ({ name, resource: { resourceType: 'Patient', ...more } });

const CASES: Case[] = [
  {
    name: 'between a version and the current one',
    before: versions,
    path: '/fhir/Observation/o/$diff?from=1',
    status: 200,
    has: ['Observation.value', '1.50', '"valueCode":"add"', 'note'],
    hasNot: ['versionId', 'lastUpdated'],
  },
  {
    name: 'between two versions, backwards',
    before: versions,
    path: '/fhir/Observation/o/$diff?from=2&to=1',
    status: 200,
    has: ['"valueCode":"delete"', '1.5}'],
  },
  {
    name: 'between a version and itself',
    before: versions,
    path: '/fhir/Observation/o/$diff?from=2&to=2',
    status: 200,
    matches: { resourceType: 'Parameters' },
    hasNot: ['operation'],
  },
  {
    name: 'between versions, in Parameters',
    before: versions,
    ...post(
      '/fhir/Observation/o/$diff',
      { name: 'from', valueString: '1' },
      { name: 'to', valueString: '2' },
    ),
    status: 200,
    has: ['1.50'],
  },
  {
    name: 'from no version',
    before: versions,
    path: '/fhir/Observation/o/$diff',
    status: 400,
    has: ['from'],
  },
  {
    name: 'from a version that is not there',
    before: versions,
    path: '/fhir/Observation/o/$diff?from=3',
    status: 404,
    has: ['3'],
  },
  {
    name: 'from what is no version',
    before: versions,
    path: '/fhir/Observation/o/$diff?from=x',
    status: 404,
  },
  {
    name: 'to what was deleted',
    before: [...versions, deletion('Observation/o')],
    path: '/fhir/Observation/o/$diff?from=1',
    status: 410,
    after: [{ path: '/fhir/Observation/o/$diff?from=1&to=2', status: 200, has: ['1.50'] }],
  },
  { name: 'of what is not stored', path: '/fhir/Observation/o/$diff?from=1', status: 404 },
  {
    name: 'between two resources',
    ...post('/fhir/$diff', resource('source', { active: true }), resource('target', { active: false })),
    status: 200,
    matches: patch,
  },
  {
    name: 'between two resources of the type',
    ...post(
      '/fhir/Patient/$diff',
      resource('source', { active: true }),
      resource('target', { active: false }),
    ),
    status: 200,
    matches: patch,
  },
  {
    name: 'between two resources of another type',
    ...post('/fhir/Device/$diff', resource('source', {}), resource('target', {})),
    status: 400,
    has: ['Patient is not a Device'],
  },
  {
    name: 'between resources of different types',
    ...post('/fhir/$diff', resource('source', {}), { name: 'target', resource: { resourceType: 'Device' } }),
    status: 422,
    has: ['Patient', 'Device'],
  },
  {
    name: 'to no resource',
    ...post('/fhir/$diff', resource('source', {})),
    status: 400,
    has: ['target', '"required"'],
  },
  {
    name: 'between resources, one of which is none',
    ...post('/fhir/$diff', resource('source', { active: 'yes' }), resource('target', {})),
    status: 400,
    has: ['Parameters.parameter[0].resource.active'],
  },
  { name: 'between two resources by GET', path: '/fhir/$diff?source=a', status: 405 },
];

testCases('diff', CASES);

test('A diff that is applied as a patch makes the one version of the other', async () => {
  const server = await createServer();
  const versions = [
    observation('1.50'),
    observation('1.5', ',"note":[{"text":"a"},{"text":"b"}],"issued":"2030-01-01T00:00:00Z"'),
    observation('2', ',"note":[{"text":"b"},{"text":"c"},{"text":"a"}],"category":[{"text":"d"}]'),
    observation('1.500', ',"_status":{"extension":[{"url":"urn:a","valueDecimal":0.10}]}'),
  ];
  const read = async () =>
    textOf(await send(server, { path: '/fhir/Observation/o' })).replace(/"meta":\{[^}]*\},/, '');
  const texts: string[] = [];
  for (const version of versions) {
    await send(server, stored(version));
    texts.push(await read());
  }
  let current = versions.length;
  for (const [at, text] of texts.entries()) {
    const path = `/fhir/Observation/o/$diff?from=${current}&to=${at + 1}`;
    const patch = await send(server, { path });
    const done = await send(server, {
      method: 'patch',
      path: '/fhir/Observation/o',
      headers: FHIR,
      body: textOf(patch),
    });
    expect(done.status, textOf(done)).toBe(200);
    expect(JSON.parse(await read())).toEqual(JSON.parse(text));
    expect((await read()).match(/"value\w*":[\d.]+/g)?.sort()).toEqual(
      text.match(/"value\w*":[\d.]+/g)?.sort(),
    );
    current = Number(JSON.parse(textOf(done)).meta.versionId);
  }
  await server.close();
});
