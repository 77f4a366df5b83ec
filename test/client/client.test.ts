import { readFile } from 'node:fs/promises';
import type { Bundle, Evidence, Observation, Organization, Parameters } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TrialbridgeClient } from '../../src/client/client.ts';
import { FhirError } from '../../src/client/fhir-error.ts';
import { abstractPage, recipe } from '../rest/documents.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { comparison } from '../statistics/evidence.ts';
import { record, twoGroups } from '../synthesis/records.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let server: RunningServer;
let client: TrialbridgeClient;

beforeAll(async () => {
  server = await startServer();
  client = new TrialbridgeClient(`${server.base}/`);
});

afterAll(() => server.stop());

const ward = (name: string): Organization => ({ resourceType: 'Organization', name });

/** What a request is refused with. */
const refusal = async (asked: Promise<unknown>): Promise<FhirError> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FhirError)) throw new Error(`not refused by the server: ${error}`);
  return error;
};

const collected = async <T>(some: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const one of some) all.push(one);
  return all;
};

describe('a resource', () => {
  test('is created, read, replaced, patched both ways and deleted, and every version stays', async () => {
    const created = await client.create(ward('Ward 1'));
    const { id } = created;
    expect(created.meta.versionId).toBe('1');
    expect(await client.read('Organization', id)).toEqual(created);

    const renamed = await client.update({ ...created, name: 'Ward 2' }, { ifMatch: '1' });
    expect(renamed).toMatchObject({ id, name: 'Ward 2', meta: { versionId: '2' } });

    const byJson = [{ op: 'replace' as const, path: '/name', value: 'Ward 3' }];
    expect(await client.patch('Organization', id, byJson)).toMatchObject({ name: 'Ward 3' });
    const byFhirPath = {
      resourceType: 'Parameters' as const,
      parameter: [
        {
          name: 'operation',
          part: [
            { name: 'type', valueCode: 'replace' },
            { name: 'path', valueString: 'Organization.name' },
            { name: 'value', valueString: 'Ward 4' },
          ],
        },
      ],
    };
    expect(await client.patch('Organization', id, byFhirPath)).toMatchObject({ name: 'Ward 4' });

    await client.delete('Organization', id, { ifMatch: '4' });
    expect((await refusal(client.read('Organization', id))).status).toBe(410);
    expect(await client.vread('Organization', id, '2')).toEqual(renamed);
    const versions = await collected(client.history('Organization', id, { _count: 2 }));
    expect(
      versions.map(({ request, resource }) => [request?.method, resource && 'name' in resource]),
    ).toEqual([
      ['DELETE', undefined],
      ['PUT', true],
      ['PUT', true],
      ['PUT', true],
      ['POST', true],
    ]);
  });

  test('is not changed by who has an older version', async () => {
    const { id } = await client.create(ward('Ward 1'));
    await client.update({ ...ward('Ward 2'), id });
    const patch = [{ op: 'remove' as const, path: '/name' }];
    for (const asked of [
      () => client.update({ ...ward('Ward 3'), id }, { ifMatch: '1' }),
      () => client.patch('Organization', id, patch, { ifMatch: '1' }),
      () => client.delete('Organization', id, { ifMatch: '1' }),
    ])
      expect((await refusal(asked())).status).toBe(412);
    expect(await client.read('Organization', id)).toMatchObject({ name: 'Ward 2', meta: { versionId: '2' } });
  });

  test('keeps its numbers as they were written', async () => {
    const written = (name: string): string =>
      `{"resourceType":"Observation","status":"final","code":{"text":"${name}"},"valueQuantity":{"value":1.50}}`;
    const response = await fetch(`${server.base}/Observation`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/fhir+json' },
      body: written('weight'),
    });
    const { id = '' } = (await response.json()) as Observation;
    const read = await client.read('Observation', id);
    expect(read.valueQuantity?.value).toBe(1.5);
    await client.update({ ...read, code: { text: 'mass' } });
    const stored = async () => (await fetch(`${server.base}/Observation/${id}`)).text();
    expect(await stored()).toContain('"mass"');
    expect(await stored()).toContain('"value":1.50}');
    read.valueQuantity!.value = 2.5;
    await client.update(read);
    expect(await stored()).toContain('"value":2.5}');
  });

  test('that is not there is a 404, whose outcome says so', async () => {
    const error = await refusal(client.read('Organization', 'no/such?id'));
    expect(error).toMatchObject({ status: 404, name: 'FhirError', retryAfter: undefined });
    expect(error.outcome?.issue[0]?.severity).toBe('error');
    expect(error.message).toMatch(/^404 \S/);
  });

  test('is judged without being stored', async () => {
    expect((await client.validate(ward('Ward 1'))).issue.every(({ severity }) => severity !== 'error')).toBe(
      true,
    );
    const wrong = { resourceType: 'Organization', name: 7 } as unknown as Organization;
    const { issue } = await client.validate(wrong, { mode: 'create' });
    expect(issue).toContainEqual(
      expect.objectContaining({ severity: 'error', expression: ['Organization.name'] }),
    );
    const profile = 'https://w3id.org/trialbridge/fhir/StructureDefinition/no-such-profile';
    expect((await client.validate(ward('Ward 1'), { profile })).issue).toContainEqual(
      expect.objectContaining({ severity: 'error' }),
    );
    expect((await refusal(client.create(wrong))).outcome?.issue[0]?.severity).toBe('error');
  });
});

describe('a search', () => {
  test('goes over all pages, in order, each resource once', async () => {
    const names = ['A', 'B', 'C', 'D', 'E'].map((letter) => `Paged ward ${letter}`);
    for (const name of names) await client.create(ward(name));
    const asked = { 'name:contains': 'Paged ward', _sort: 'name', _count: 2 };
    expect((await collected(client.search('Organization', asked))).map(({ name }) => name)).toEqual(names);
    const pages = await collected(client.pages('Organization', { ...asked, _total: 'accurate' }));
    expect(pages.map(({ entry, total }) => [entry?.length, total])).toEqual([
      [2, 5],
      [2, 5],
      [1, 5],
    ]);
    expect(await collected(client.search('Organization', { name: 'no such ward' }))).toEqual([]);
  });

  test('takes several values of a parameter and what is included apart', async () => {
    const { id } = await client.create(ward('Owner'));
    await client.create({ ...ward('Owned ward'), partOf: { reference: `Organization/${id}` } });
    const asked = { name: ['owned', 'owned ward'], _include: 'Organization:partof' };
    const found = await collected(client.search('Organization', asked));
    expect(found.map(({ name }) => name)).toEqual(['Owned ward']);
    const [page] = await collected(client.pages('Organization', asked));
    expect(page?.entry?.map(({ search }) => search?.mode)).toEqual(['match', 'include']);
    expect(await collected(client.search('Organization', { name: ['owned', 'other'] }))).toEqual([]);
  });

  test('by what nobody knows is refused', async () => {
    // @ts-expect-error It is no parameter of the type.
    const unknown = client.search('Organization', { colour: 'red' });
    // @ts-expect-error Nor with a modifier.
    const modified = client.search('Organization', { 'colour:exact': 'red' });
    for (const asked of [unknown, modified]) {
      const error = await refusal(collected(asked));
      expect(error.status).toBe(400);
      expect(error.message).toContain('colour');
    }
  });
});

describe('a transaction', () => {
  const entry = (name: unknown) => ({
    fullUrl: `urn:uuid:${crypto.randomUUID()}`,
    resource: { resourceType: 'Organization', name } as Organization,
    request: { method: 'POST' as const, url: 'Organization' },
  });
  const transaction = (...names: unknown[]): Bundle => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: names.map(entry),
  });

  test('is carried out as a whole', async () => {
    const { entry: done } = await client.transaction(transaction('Together 1', 'Together 2'));
    expect(done?.map(({ response }) => response?.status?.slice(0, 3))).toEqual(['201', '201']);
  });

  test('leaves nothing of itself when a part is refused', async () => {
    const error = await refusal(client.transaction(transaction('Alone', 7)));
    expect(error.outcome?.issue[0]?.severity).toBe('error');
    expect(await collected(client.search('Organization', { name: 'Alone' }))).toEqual([]);
  });
});

describe('a document', () => {
  test('becomes a study, which comes with all of it and in other forms', async () => {
    const sample = await readFile(new URL('../../samples/catalogue-entry.txt', import.meta.url));
    const written = await client.ingest(sample, 'text/plain');
    expect(written.entry?.length).toBeGreaterThan(5);
    const [study] = await collected(client.search('ResearchStudy', { identifier: 'NCT99999901' }));
    const id = study?.id ?? '';
    const whole = await client.everything(id);
    expect(whole.entry?.map(({ resource }) => resource?.resourceType)).toContain('Evidence');
    const part = await client.everything(id, { _type: 'Evidence,Group' });
    expect(new Set(part.entry?.map(({ resource }) => resource?.resourceType))).toEqual(
      new Set(['Evidence', 'Group']),
    );
    expect(await client.exportAs(id, 'ris')).toMatch(/^TY {2}- /);
    expect(JSON.parse(await client.exportAs(id, 'clinicaltrials-gov'))).toHaveProperty('protocolSection');
    expect((await refusal(client.exportAs('no-such-study', 'ris'))).status).toBe(404);
  });

  test('that reports no trial is refused with what was not found in it, and nothing is stored', async () => {
    const page = new Blob([abstractPage()], { type: 'text/html' });
    await client.ingest(page, 'text/plain');
    const before = await collected(client.history());
    const error = await refusal(client.ingest(recipe, 'text/plain'));
    expect(error.status).toBe(422);
    expect(error.outcome?.issue.length).toBeGreaterThan(0);
    expect(await collected(client.history())).toEqual(before);
  });
});

test('a document is tried, and nothing of it stored', async () => {
  const before = await collected(client.history());
  const sample = record({ number: 70, groups: twoGroups(3, 30, 8, 30) });
  const tried = await client.preview(sample, 'application/json');
  expect(tried.entry?.map(({ resource }) => resource?.resourceType)).toContain('ResearchStudy');
  expect((await refusal(client.preview(recipe, 'text/plain'))).status).toBe(422);
  expect(await collected(client.history())).toEqual(before);
});

describe('evidence', () => {
  beforeAll(async () => {
    for (const [number, groups] of [twoGroups(3, 30, 8, 30), twoGroups(5, 60, 9, 58)].entries())
      await client.ingest(record({ number: 71 + number, groups, title: 'Pooled fever' }), 'application/json');
  });

  const search = 'title:contains=pooled fever';

  test('of several studies is pooled, and refused where there is nothing to pool', async () => {
    const { synthesisType, statistic } = await client.pool({ search, effect: 'RR', model: 'random-reml' });
    expect(synthesisType?.coding?.[0]?.code).toBe('std-MA');
    expect(statistic?.[0]?.sampleSize).toMatchObject({ numberOfStudies: 2, numberOfParticipants: 178 });
    const nothing = client.pool({ search: 'title:contains=no such outcome', effect: 'RR' });
    expect((await refusal(nothing)).status).toBe(422);
    // @ts-expect-error It is no measure of effect.
    expect((await refusal(client.pool({ search, effect: 'XY' }))).status).toBe(400);
  });

  test('is checked, sent or stored', async () => {
    const sent = comparison({ type: 'risk ratio', value: '2.51', interval: ['2.61', '3.71'] });
    const verdicts = ({ parameter = [] }: Parameters) =>
      parameter.map(({ name, resource }) => [name, resource?.resourceType]);
    const wrong = await client.check(JSON.parse(sent.text) as Evidence);
    expect(verdicts(wrong)).toEqual([
      ['assessment', 'ArtifactAssessment'],
      ['outcome', 'OperationOutcome'],
    ]);
    expect(JSON.stringify(wrong)).toContain('2.51 is not in the 95 % interval 2.61 to 3.71.');
    const [stored] = await collected(client.search('Evidence', { 'title:contains': 'pooled fever' }));
    expect(verdicts(await client.check(stored?.id ?? '')).at(-1)).toEqual(['outcome', 'OperationOutcome']);
    expect((await refusal(client.check('no-such-evidence'))).status).toBe(404);
  });
});
