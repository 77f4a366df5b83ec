import fc from 'fast-check';
import type { Bundle, BundleEntry } from 'fhir/r5.js';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { isError } from '../../src/fhir/issue.ts';
import { FHIR, TEXT } from './case.ts';
import { abstractPage } from './documents.ts';
import { BASE, createServer, ORIGIN, validate } from './server.ts';

const local = (url: string): string => {
  expect(url.startsWith(ORIGIN), url).toBe(true);
  return url.slice(ORIGIN.length);
};

const withTrials = async (...numbers: string[]) => {
  const server = await createServer({ conformance: true });
  for (const number of numbers)
    await request(server.app).post('/fhir/$ingest').set(TEXT).send(abstractPage({ number })).expect(201);
  return server;
};

describe('from a study to its evidence', () => {
  test('by its registry number, its report and what the report lists', async () => {
    const { app } = await withTrials('NCT99999901', 'NCT99999902');
    const find = async (query: string): Promise<BundleEntry[]> =>
      ((await request(app).get(`/fhir/${query}`).expect(200)).body as Bundle).entry ?? [];
    const ids = (entries: BundleEntry[]) => entries.map(({ resource }) => resource?.id ?? '');

    const [study, ...others] = ids(
      await find('ResearchStudy?identifier=https://clinicaltrials.gov|NCT99999902'),
    );
    expect(others).toEqual([]);
    const [report = ''] = ids(await find(`EvidenceReport?study=${study}`));
    expect(ids(await find(`ResearchStudy?result=EvidenceReport/${report}`))).toEqual([study]);

    const evidence = await find(`Evidence?study=ResearchStudy/${study}`);
    expect(evidence.length).toBeGreaterThan(2);
    expect(ids(evidence).every((id) => id.startsWith('NCT99999902'))).toBe(true);
    for (const id of ids(evidence)) expect(ids(await find(`EvidenceReport?entry=${id}`))).toEqual([report]);

    const [mortality = ''] = ids(await find('EvidenceVariable')).filter((id) =>
      /^NCT99999902-mortality/.test(id),
    );
    expect(ids(await find(`ResearchStudy?outcome=${mortality}`))).toEqual([study]);
    expect(ids(await find(`Evidence?variable=EvidenceVariable/${mortality}`)).length).toBeGreaterThan(1);
    expect(await find(`Evidence?study=${study}&variable=EvidenceVariable/none`)).toEqual([]);
    expect(ids(await find(`Provenance?target=ResearchStudy/${study}`)).length).toBe(1);
  });

  test('all that an ingest answers can be read as it was answered, to the digit', async () => {
    const server = await createServer();
    const { text } = await request(server.app).post('/fhir/$ingest').set(TEXT).send(abstractPage());
    const bundle = JSON.parse(text) as Bundle;
    for (const { fullUrl = '', resource } of bundle.entry ?? []) {
      expect(fullUrl).toBe(`${BASE}/${resource?.resourceType}/${resource?.id}`);
      const read = await request(server.app).get(local(fullUrl)).expect(200);
      expect(text).toContain(read.text);
    }
    expect(text).toContain('"value":0.40');
    expect(validate({ text, value: bundle }).filter(isError)).toEqual([]);
    expect(bundle.issues).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'warning' }],
    });
  });
});

test('a document that is sent several times at once is written once', async () => {
  const server = await createServer();
  const send = () => request(server.app).post('/fhir/$ingest').set(TEXT).send(abstractPage());
  const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 200, 201]);
  const rows = await server.rows();
  await send().expect(200);
  expect(await server.rows()).toBe(rows);
  expect((await server.service.store.read('ResearchStudy', 'NCT99999901'))?.versionId).toBe(1);
});

test('following next gives each resource once, whatever comes in between', async () => {
  const { app } = await withTrials('NCT99999901', 'NCT99999902');
  const all: string[] = [];
  let link: string | undefined = `${BASE}/Evidence?_count=3`;
  while (link !== undefined) {
    const bundle: Bundle = (await request(app).get(local(link)).expect(200)).body;
    expect(bundle.total).toBe(8);
    expect(bundle.link?.find(({ relation }) => relation === 'self')?.url).toContain('_count=3');
    all.push(...(bundle.entry ?? []).map(({ fullUrl = '' }) => fullUrl));
    await request(app)
      .post('/fhir/$ingest')
      .set(TEXT)
      .send(abstractPage({ number: `NCT9999991${all.length}` }))
      .expect(201);
    link = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  expect(new Set(all).size).toBe(8);
  expect(all.length).toBe(8);
});

test('a next link is of use only as it was given', async () => {
  const { app } = await withTrials('NCT99999901');
  const bundle: Bundle = (await request(app).get('/fhir/Evidence?_count=1')).body;
  const next = local(bundle.link?.find(({ relation }) => relation === 'next')?.url ?? '');
  await request(app).get(next).expect(200);
  await request(app).get(next.replace('/Evidence?', '/Evidence?url=urn:x&')).expect(400);
  await request(app).get(next.replace('/Evidence?', '/Group?')).expect(400);
  await request(app).get(`${next}x`).expect(400);
});

test('what $validate finds no error in, create accepts, and what it finds one in, create refuses', async () => {
  const { app } = await createServer();
  const part = fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.constant([]), fc.integer());
  const body = fc.record(
    {
      resourceType: fc.constant('Organization'),
      id: fc.constantFrom('a', 'not an id', ''),
      name: fc.oneof({ weight: 4, arbitrary: fc.string() }, part),
      active: fc.oneof({ weight: 4, arbitrary: fc.boolean() }, part),
      alias: fc.oneof(fc.array(fc.string(), { minLength: 1, maxLength: 2 }), part),
      meta: fc.constantFrom({}, { profile: ['urn:none'] }, { versionId: '7' }),
      colour: fc.constantFrom('red'),
    },
    { requiredKeys: ['resourceType'] },
  );
  await fc.assert(
    fc.asyncProperty(body, async (resource) => {
      const sent = JSON.stringify(resource);
      const outcome = await request(app)
        .post('/fhir/Organization/$validate')
        .set(FHIR)
        .send(sent)
        .expect(200);
      const errors =
        outcome.text.includes('"severity":"error"') || outcome.text.includes('"severity":"fatal"');
      await request(app)
        .post('/fhir/Organization')
        .set(FHIR)
        .send(sent)
        .expect(errors ? 422 : 201);
    }),
    { numRuns: 60 },
  );
});

test('a failure of the server is 500 without details, and is logged', async () => {
  const server = await createServer({
    validate: () => {
      throw new TypeError('secret detail');
    },
  });
  const answer = await request(server.app)
    .post('/fhir/Organization')
    .set({ ...FHIR, 'X-Request-Id': 'ours-7' })
    .send('{"resourceType":"Organization"}');
  expect(answer.status).toBe(500);
  expect(answer.body).toMatchObject({
    resourceType: 'OperationOutcome',
    issue: [{ code: 'exception', diagnostics: 'X-Request-Id: ours-7' }],
  });
  expect(answer.text).not.toContain('secret');
  expect(server.logged).toEqual([new TypeError('secret detail')]);
  expect(await server.rows()).toBe(0);
});

test('pages of what is served pass the validator', async () => {
  const { app } = await withTrials('NCT99999901');
  for (const type of [
    'ResearchStudy',
    'Evidence',
    'Provenance',
    'SearchParameter',
    'OperationDefinition',
    'ValueSet',
  ]) {
    const { text } = await request(app).get(`/fhir/${type}`).expect(200);
    const issues = validate({ text, value: JSON.parse(text) });
    expect(
      issues.filter(({ severity }) => severity === 'error' || severity === 'fatal'),
      type,
    ).toEqual([]);
  }
});
