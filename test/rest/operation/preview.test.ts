import type { Bundle, FhirResource } from 'fhir/r5.js';
import { expect, test } from 'vitest';
import { type Case, FHIR, ingested, resourceOf, send, TEXT, testCases } from '../case.ts';
import { abstractPage, recipe } from '../documents.ts';
import { createServer } from '../server.ts';

const sent = { method: 'post', path: '/fhir/$preview', headers: TEXT } as const;

const CASES: Case[] = [
  {
    name: 'a text is read, and nothing of it is kept',
    ...sent,
    body: abstractPage(),
    status: 200,
    has: ['"type":"collection"', '"id":"NCT99999901"', '"value":0.40', '"issues"'],
    hasNot: ['"versionId"', '"lastUpdated"'],
    rows: 0,
    after: [
      { path: '/fhir/ResearchStudy/NCT99999901', status: 404 },
      { method: 'post', path: '/fhir/$ingest', headers: TEXT, body: abstractPage(), status: 201 },
    ],
  },
  {
    name: 'of what is stored already, what is stored',
    before: ingested,
    ...sent,
    body: abstractPage(),
    status: 200,
    has: ['"versionId":"1"', 'EvidenceReport'],
    rows: 0,
  },
  {
    name: 'of a newer copy, what would change',
    before: ingested,
    ...sent,
    body: abstractPage({ died: 'three' }),
    status: 200,
    has: ['"replaces"'],
    hasNot: ['"versionId"'],
    rows: 0,
  },
  {
    name: 'what is no trial is refused with the words of ingest',
    ...sent,
    body: recipe,
    status: 422,
    has: ['not-a-trial'],
    rows: 0,
  },
  {
    name: 'every message by itself, where that is preferred',
    ...sent,
    headers: { ...TEXT, Prefer: 'return=OperationOutcome' },
    body: abstractPage(),
    status: 200,
    has: ['"resourceType":"OperationOutcome"', '"not-stated"', '"expression":["ResearchStudy.phase"]'],
    hasNot: ['"entry"'],
    rows: 0,
  },
  {
    name: 'nothing but that it is well, where that is preferred',
    ...sent,
    headers: { ...TEXT, Prefer: 'return=minimal' },
    body: abstractPage(),
    status: 200,
    hasNot: ['Bundle', 'OperationOutcome'],
    rows: 0,
  },
  { name: 'nothing', ...sent, body: '', status: 400, rows: 0 },
  { name: 'a Device', ...sent, headers: FHIR, body: '{"resourceType":"Device"}', status: 400, rows: 0 },
  { name: 'an image', ...sent, headers: { 'Content-Type': 'image/png' }, body: 'x', status: 415, rows: 0 },
  { name: 'GET', path: '/fhir/$preview', status: 405, answered: { allow: 'POST' } },
];

testCases('preview', CASES);

test('a preview is what ingest stores, but for the versions it gets', async () => {
  const server = await createServer();
  const post = async (path: string) =>
    resourceOf(await send(server, { ...sent, path, body: abstractPage() })).value as Bundle<FhirResource>;
  const unversioned = ({ entry = [], issues }: Bundle<FhirResource>) => ({
    issues,
    resources: entry.map(({ fullUrl, resource }) => {
      const { versionId: _, lastUpdated: __, ...meta } = resource?.meta ?? {};
      return { fullUrl, resource: { ...resource, meta } };
    }),
  });
  const preview = unversioned(await post('/fhir/$preview'));
  expect(preview.resources.length).toBe(25);
  expect(preview).toEqual(unversioned(await post('/fhir/$ingest')));
  await server.close();
});
