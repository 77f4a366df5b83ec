import type { Bundle } from 'fhir/r5.js';
import { expect, test } from 'vitest';
import { type Case, deletion, FHIR, ingested, put, resourceOf, send, TEXT, testCases } from '../case.ts';
import { abstractPage } from '../documents.ts';
import { BASE, createServer, type Server } from '../server.ts';

const STUDY = '/fhir/ResearchStudy/NCT99999901';

/** Another study, by the same reader. */
const other = {
  method: 'post',
  path: '/fhir/$ingest',
  headers: TEXT,
  body: abstractPage({ number: 'NCT99999902' }),
} as const;

/** A resource outside the study that refers to something of it. */
const note = (reference: string) =>
  put({ resourceType: 'Basic', id: 'note', code: { text: 'note' }, subject: { reference } });

const places = async (server: Server, path: string): Promise<readonly string[]> => {
  const bundle = resourceOf(await send(server, { path })).value as Bundle;
  return (bundle.entry ?? []).map(({ resource }) => `${resource?.resourceType}/${resource?.id}`);
};

const TYPES =
  'ResearchStudy,PlanDefinition,ActivityDefinition,Evidence,EvidenceVariable,EvidenceReport,Group,Citation,Organization,Practitioner,DocumentReference,Device,ArtifactAssessment,Provenance';

test('Everything of a study is everything that was read of it, and nothing of another', async () => {
  const server = await createServer();
  await send(server, ingested[0]!);
  const all = await places(server, `/fhir?_type=${TYPES}&_count=1000`);
  await send(server, other);
  const found = await places(server, `${STUDY}/$everything`);
  expect([...found].sort()).toEqual([...all].sort());
  expect(found[0]).toBe('ResearchStudy/NCT99999901');
  expect(found.join()).not.toContain('NCT99999902');
  await server.close();
});

test('A study is deleted with all that belongs to it alone, and can be read again', async () => {
  const server = await createServer();
  await send(server, other);
  const others = await places(server, `/fhir?_type=${TYPES}&_count=1000`);
  await send(server, ingested[0]!);
  const deleted = await send(server, { method: 'post', path: `${STUDY}/$delete-study` });
  expect(deleted.status).toBe(200);
  const left = await places(server, `/fhir?_type=${TYPES}&_count=1000`);
  expect([...left].sort()).toEqual([...others].sort());
  expect(deleted.text).toContain('Deleted: ResearchStudy/NCT99999901');
  expect(deleted.text).toMatch(/Device\/[^ ]+ is kept: Provenance\/[^ ]+ refers to it/);
  const again = await send(server, ingested[0]!);
  expect(again.status).toBe(201);
  expect((await send(server, { path: STUDY })).headers.etag).toBe('W/"3"');
  await server.close();
});

const EVERYTHING: Case[] = [
  {
    name: 'of a study',
    before: ingested,
    path: `${STUDY}/$everything`,
    status: 200,
    matches: {
      resourceType: 'Bundle',
      type: 'searchset',
      total: 25,
      link: [{ relation: 'self', url: `${BASE}/ResearchStudy/NCT99999901/$everything` }],
    },
    has: ['"value":0.40', `"fullUrl":"${BASE}/DocumentReference/`],
  },
  {
    name: 'of some types',
    before: ingested,
    path: `${STUDY}/$everything?_type=Group,Device`,
    status: 200,
    has: ['"resourceType":"Group"', '"resourceType":"Device"'],
    hasNot: ['"resourceType":"Evidence"'],
  },
  {
    name: 'since the last change',
    before: ingested,
    path: `${STUDY}/$everything?_since=2031-05-06T07:08:09.124Z`,
    status: 200,
    matches: { total: 0 },
    after: [
      { path: `${STUDY}/$everything?_since=2031-05-06T07:08:09.123Z`, status: 200, matches: { total: 25 } },
    ],
  },
  {
    name: 'since some day',
    before: ingested,
    path: `${STUDY}/$everything?_since=yesterday`,
    status: 400,
    has: ['_since'],
  },
  {
    name: 'of a type that is no part of it',
    before: ingested,
    path: `${STUDY}/$everything?_type=Patient`,
    status: 400,
    has: ['Patient', 'Evidence'],
  },
  { name: 'of what is not stored', path: `${STUDY}/$everything`, status: 404 },
  {
    name: 'of what was deleted',
    before: [put({ resourceType: 'ResearchStudy', id: 'a', status: 'active' }), deletion('ResearchStudy/a')],
    path: '/fhir/ResearchStudy/a/$everything',
    status: 410,
  },
  { name: 'of another type', before: ingested, path: '/fhir/Group/a/$everything', status: 404 },
];

const DELETE: Case[] = [
  {
    name: 'with all that belongs to it',
    before: ingested,
    method: 'post',
    path: `${STUDY}/$delete-study`,
    status: 200,
    rows: 25,
    after: [
      { path: STUDY, status: 410 },
      { method: 'post', path: `${STUDY}/$delete-study`, status: 410 },
    ],
  },
  {
    name: 'that another resource refers to',
    before: [...ingested, note('ResearchStudy/NCT99999901')],
    method: 'post',
    path: `${STUDY}/$delete-study`,
    status: 409,
    has: ['Basic/note refers to ResearchStudy/NCT99999901'],
    rows: 0,
  },
  {
    name: 'that another resource refers to, where that would be allowed to lead nowhere',
    before: [...ingested, note('ResearchStudy/NCT99999901')],
    setup: { referentialIntegrity: false },
    method: 'post',
    path: `${STUDY}/$delete-study`,
    status: 409,
    rows: 0,
  },
  {
    name: 'with parts that have to stay, and what these refer to',
    before: [
      put({ resourceType: 'Group', id: 'few', type: 'person', membership: 'enumerated' }),
      put({ resourceType: 'Organization', id: 'lab', name: 'Lab' }),
      put({
        resourceType: 'Group',
        id: 'all',
        type: 'person',
        membership: 'enumerated',
        managingEntity: { reference: 'Organization/lab' },
      }),
      put({
        resourceType: 'ResearchStudy',
        id: 'a',
        status: 'active',
        comparisonGroup: [
          { name: 'few', observedGroup: { reference: 'Group/few' } },
          { name: 'all', observedGroup: { reference: 'Group/all' } },
        ],
      }),
      note('Group/all'),
    ],
    method: 'post',
    path: '/fhir/ResearchStudy/a/$delete-study',
    status: 200,
    has: [
      'Deleted: ResearchStudy/a, Group/few"',
      'Group/all is kept: Basic/note refers to it',
      'Organization/lab is kept: Group/all refers to it',
    ],
    rows: 2,
    after: [
      { path: '/fhir/Group/few', status: 410 },
      { path: '/fhir/Group/all', status: 200 },
      { path: '/fhir/Organization/lab', status: 200 },
    ],
  },
  { name: 'that is not stored', method: 'post', path: `${STUDY}/$delete-study`, status: 404 },
  {
    name: 'by GET',
    before: ingested,
    path: `${STUDY}/$delete-study`,
    status: 405,
    answered: { allow: 'POST' },
  },
  {
    name: 'in a transaction',
    before: ingested,
    method: 'post',
    path: '/fhir',
    headers: FHIR,
    body: JSON.stringify({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [{ request: { method: 'POST', url: 'ResearchStudy/NCT99999901/$delete-study' } }],
    }),
    status: 400,
    rows: 0,
  },
];

testCases('everything', EVERYTHING);
testCases('delete-study', DELETE);
