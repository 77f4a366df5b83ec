import type { Bundle, CapabilityStatement, FhirResource, Location } from 'fhir/r5.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deletion, FHIR, ingested, parameters, put, resourceOf, send, TEXT } from '../case.ts';
import { abstractPage } from '../documents.ts';
import { BASE, createServer, NOW, SERVED, type Server } from '../server.ts';
import { ASYNC, completed, exported, kickedOff, pathOf, resourcesIn } from './exporting.ts';

const organization = (id: string, name = 'Ward', active = true): FhirResource => ({
  resourceType: 'Organization',
  id,
  name,
  active,
});

const location = (id: string): Location => ({ resourceType: 'Location', id, name: 'Room' });

const later = (milliseconds: number): string => new Date(Date.parse(NOW) + milliseconds).toISOString();

describe.each(SERVED)('An export, on $name,', (database) => {
  let server: Server;
  let time = NOW;

  beforeEach(async () => {
    time = NOW;
    server = await createServer({ database, now: () => time });
  });

  afterEach(async () => {
    expect(server.logged).toEqual([]);
    await server.close();
  });

  const store = async (...resources: readonly FhirResource[]): Promise<void> => {
    for (const one of resources) expect([200, 201]).toContain((await send(server, put(one))).status);
  };

  const begin = (query = ''): Promise<string> => kickedOff(server, { path: `/fhir/$export${query}` });

  test('has everything, in files of one type, as the store has it', async () => {
    await store(organization('a'), location('room'), organization('b'));
    const precise =
      '{"resourceType":"Basic","id":"it",\n "code":{"text":"1\\n2"},\n "extension":[\n{"url":"urn:a","valueDecimal":1.50}]}';
    await send(server, { method: 'put', path: '/fhir/Basic/it', headers: FHIR, body: precise });
    const path = await begin();
    const manifest = await completed(server, path);
    const { headers } = await send(server, { path });
    expect(headers.expires).toBe(new Date(Date.parse(NOW) + 86_400_000).toUTCString());
    expect(manifest).toMatchObject({
      transactionTime: NOW,
      request: `${BASE}/$export`,
      requiresAccessToken: false,
      output: [
        { type: 'Basic', count: 1 },
        { type: 'Location', count: 1 },
        { type: 'Organization', count: 2 },
      ],
      error: [],
    });
    expect(manifest).not.toHaveProperty('deleted');
    const [basic, , organizations] = manifest.output;
    const file = await send(server, { path: pathOf(basic!.url) });
    const text = file.text ?? file.body.toString();
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(text).toContain('"valueDecimal":1.50');
    expect(text).toContain(`"meta":{"versionId":"1","lastUpdated":"${NOW}"}`);
    const found = await resourcesIn(server, organizations!.url);
    expect(found).toEqual(
      await Promise.all(
        ['a', 'b'].map(
          async (id) => resourceOf(await send(server, { path: `/fhir/Organization/${id}` })).value,
        ),
      ),
    );
  });

  test('has what was there when it began, whatever happens after that', async () => {
    await store(organization('a'), organization('b'), organization('c'));
    const path = await begin();
    const manifest = await completed(server, path);
    await store(organization('a', 'Other'), organization('d'));
    await send(server, deletion('Organization/b'));
    const found = await resourcesIn(server, manifest.output[0]!.url);
    expect(found).toMatchObject([{ id: 'a', name: 'Ward' }, { id: 'b' }, { id: 'c' }]);
    expect(found).toHaveLength(3);
    expect(await exported(server, { path: '/fhir/$export' })).toEqual([
      'Organization/c',
      'Organization/a',
      'Organization/d',
    ]);
  });

  test('has nothing where nothing is stored', async () => {
    const manifest = await completed(server, await begin('?_since=2020-01-01T00:00:00Z'));
    expect(manifest).toMatchObject({ output: [], deleted: [], error: [] });
  });

  test.each([
    ['?_type=Location', ['Location/room']],
    ['?_type=Organization,Location', ['Organization/a', 'Organization/b', 'Location/room']],
    ['?_type=Location&_type=Organization', ['Location/room', 'Organization/a', 'Organization/b']],
    ['?_type=Patient', []],
    ['?_type=Organization&_typeFilter=Organization%3Fname%3Dlab', ['Organization/b']],
    [
      '?_typeFilter=Organization%3Fname%3Dlab,Organization%3Fname%3Dward%26active%3Dtrue',
      ['Location/room', 'Organization/a', 'Organization/b'],
    ],
    ['?_typeFilter=Organization%3Fname%3Dlab&_typeFilter=Location%3Fname%3Dx', ['Organization/b']],
    ['?_typeFilter=Organization%3Fname%3Dlab%2Cx', ['Location/room', 'Organization/b']],
    ['?_typeFilter=Location%3Forganization.name%3Dlab&_type=Location', ['Location/room']],
    ['?_typeFilter=Location%3Forganization.name%3Dward&_type=Location', []],
    ['?_outputFormat=application%2Ffhir%2Bndjson&_type=Location', ['Location/room']],
    ['?_outputFormat=application/fhir+ndjson&_type=Location', ['Location/room']],
    ['?_outputFormat=application/ndjson&_type=Location', ['Location/room']],
    ['?_outputFormat=ndjson&_type=Location', ['Location/room']],
  ])('has what is asked for: %s', async (query, places) => {
    const room = { ...location('room'), managingOrganization: { reference: 'Organization/b' } };
    await store(organization('a'), organization('b', 'Lab', false), room);
    expect(await exported(server, { path: `/fhir/$export${query}` })).toEqual(places);
  });

  test('is asked for by POST, too', async () => {
    await store(organization('a'), location('room'));
    const body = parameters(
      { name: '_type', valueString: 'Location,Organization' },
      { name: '_typeFilter', valueString: 'Organization?name=lab' },
      { name: '_since', valueInstant: '2020-01-01T00:00:00Z' },
      { name: '_outputFormat', valueString: 'ndjson' },
    );
    const sent = { method: 'post', path: '/fhir/$export', headers: FHIR, body } as const;
    expect(await exported(server, sent)).toEqual(['Location/room']);
    expect(await exported(server, { method: 'post', path: '/fhir/$export' })).toEqual([
      'Location/room',
      'Organization/a',
    ]);
  });

  test('has what has changed in a time, and what was deleted in it', async () => {
    await store(organization('old'), organization('changed'), organization('gone'), location('gone'));
    time = later(1000);
    await store(organization('changed', 'Lab'), organization('new'), organization('back'));
    await send(server, deletion('Organization/gone'));
    await send(server, deletion('Location/gone'));
    await send(server, deletion('Organization/back'));
    await store(organization('back', 'Back'));
    time = later(2000);
    await store(organization('last'));

    const since = encodeURIComponent(NOW);
    const all = await completed(server, await begin(`?_since=${since}`));
    const organizations = await resourcesIn(server, all.output[0]!.url);
    expect(organizations.map(({ id }) => id)).toEqual(['changed', 'new', 'back', 'last']);
    expect(all.deleted).toMatchObject([{ type: 'Bundle', count: 2 }]);
    const bundles = (await resourcesIn(server, all.deleted![0]!.url)) as Bundle[];
    expect(bundles.map(({ type, entry }) => [type, entry])).toEqual([
      ['transaction', [{ request: { method: 'DELETE', url: 'Organization/gone' } }]],
      ['transaction', [{ request: { method: 'DELETE', url: 'Location/gone' } }]],
    ]);

    const until = encodeURIComponent(later(2000));
    const places = await exported(server, { path: `/fhir/$export?_since=${since}&_until=${until}` });
    expect(places).toEqual(['Organization/changed', 'Organization/new', 'Organization/back']);
    expect(await exported(server, { path: `/fhir/$export?_until=${encodeURIComponent(later(1))}` })).toEqual([
      'Organization/old',
    ]);
    const locations = await completed(server, await begin(`?_since=${since}&_type=Location`));
    expect(locations).toMatchObject({ output: [], deleted: [{ count: 1 }] });
    const after = await completed(server, await begin(`?_since=${encodeURIComponent(later(1000))}`));
    expect(after.deleted).toEqual([]);
  });

  test('has the elements that are asked for, and says so', async () => {
    await store({ ...organization('a'), description: 'Old' } as FhirResource, location('room'));
    const path = '?_elements=Organization.name,status&_type=Organization,Location';
    const { output } = await completed(server, await begin(path));
    const files = await Promise.all(output.map(({ url }) => resourcesIn(server, url)));
    const [one, room] = files.flat();
    expect(one).toMatchObject({ id: 'a', name: 'Ward', meta: { tag: [{ code: 'SUBSETTED' }] } });
    expect(one).not.toHaveProperty('description');
    expect(room).not.toHaveProperty('name');
  });

  test('is compressed where the client takes that', async () => {
    await store(...Array.from({ length: 30 }, (_, n) => organization(`ward-${n}`)));
    const { output } = await completed(server, await begin());
    const response = await send(server, {
      path: pathOf(output[0]!.url),
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(response.text.trimEnd().split('\n')).toHaveLength(30);
    const head = await send(server, { method: 'head', path: pathOf(output[0]!.url) });
    expect([head.status, head.headers['content-type']]).toEqual([200, 'application/fhir+ndjson']);
  });

  test.each([
    ['an unknown type', '?_type=Nonsense'],
    ['a wrong time', '?_since=yesterday'],
    ['a day, which is no instant', '?_since=2020-01-01'],
    ['a time to come', `?_since=${later(3_600_000)}`],
    ['times the wrong way round', '?_since=2020-01-02T00:00:00Z&_until=2020-01-01T00:00:00Z'],
    ['another format', '?_outputFormat=text%2Fcsv'],
    ['an unknown element', '?_elements=nonsense'],
    ['a filter without a type', '?_typeFilter=name%3Dward'],
    ['a filter of an unknown type', '?_typeFilter=Nonsense%3Fname%3Dward'],
    ['a filter by an unknown parameter', '?_typeFilter=Organization%3Fnonsense%3Dward'],
    ['a filter that would include', '?_typeFilter=Location%3F_include%3DLocation:organization'],
    ['a filter that would sort', '?_typeFilter=Organization%3F_sort%3Dname'],
    ['a filter of a type that is not exported', '?_type=Location&_typeFilter=Organization%3Fname%3Dward'],
    ['associated data', '?includeAssociatedData=LatestProvenanceResources'],
  ])('is refused with %s, unless the client prefers that to be left out', async (_, query) => {
    const response = await send(server, { path: `/fhir/$export${query}`, headers: ASYNC });
    expect(response.status, response.text).toBe(400);
    expect(resourceOf(response).value).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', expression: [expect.stringMatching(/^http\./)] }],
    });
  });

  test('leaves out what is not understood, and says so, where the client prefers that', async () => {
    await store(organization('a'), location('room'));
    const path = '/fhir/$export?_type=Organization,Nonsense&_elements=nonsense&includeAssociatedData=x';
    const Prefer = 'respond-async, handling=lenient';
    const manifest = await completed(server, await kickedOff(server, { path, headers: { Prefer } }));
    expect(manifest.output).toMatchObject([{ type: 'Organization', count: 1 }]);
    expect(manifest.error).toMatchObject([{ type: 'OperationOutcome', count: 3 }]);
    const issues = await resourcesIn(server, manifest.error[0]!.url);
    expect(issues).toMatchObject(
      ['http._type', 'http._elements', 'http.includeAssociatedData'].map((one) => ({
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'warning', expression: [one] }],
      })),
    );
    const none = { path: '/fhir/$export?_type=Nonsense', headers: { ...ASYNC, Prefer } };
    expect((await send(server, none)).status).toBe(400);
  });

  test('is begun only by who can wait for it, and in FHIR', async () => {
    const atOnce = await send(server, { path: '/fhir/$export' });
    expect(atOnce.status).toBe(400);
    expect(resourceOf(atOnce).value).toMatchObject({ issue: [{ details: { text: /respond-async/ } }] });
    const csv = await send(server, { path: '/fhir/$export', headers: { ...ASYNC, Accept: 'text/csv' } });
    expect(csv.status).toBe(406);
    const unknown = await send(server, { path: '/fhir/$export?nonsense=1', headers: ASYNC });
    expect(unknown.status).toBe(400);
    const deleted = await send(server, { method: 'delete', path: '/fhir/$export', headers: ASYNC });
    expect(deleted.status).toBe(405);
  });

  test('can be given up, and is forgotten with its files', async () => {
    await store(organization('a'));
    const path = await begin();
    const { output } = await completed(server, path);
    expect((await send(server, { method: 'delete', path })).status).toBe(202);
    for (const one of [path, pathOf(output[0]!.url)]) {
      const response = await send(server, { path: one });
      expect(response.status).toBe(404);
      expect(resourceOf(response).value.resourceType).toBe('OperationOutcome');
    }
    expect((await send(server, { method: 'delete', path })).status).toBe(404);
  });

  test('is kept for a day', async () => {
    await store(organization('a'));
    const path = await begin();
    const { output } = await completed(server, path);
    time = later(86_399_000);
    expect(await resourcesIn(server, output[0]!.url)).toHaveLength(1);
    time = later(86_401_000);
    expect((await send(server, { path })).status).toBe(404);
    expect((await send(server, { path: pathOf(output[0]!.url) })).status).toBe(404);
  });

  test('gives its files only at the addresses that it has given', async () => {
    await store(organization('a'));
    const [one, two] = [await completed(server, await begin()), await completed(server, await begin())];
    const url = one.output[0]!.url;
    const [signed = '', other = ''] = [url, two.output[0]!.url].map((each) => each.split('/').at(-2));
    for (const path of [
      url.replace(signed, other),
      url.replace(`${signed}/`, ''),
      url.replace(signed, `${signed}!`),
      url.replace('Organization-1', 'Organization-2'),
      url.replace('Organization-1', 'OperationOutcome'),
    ]) {
      expect(path).not.toBe(url);
      expect((await send(server, { path: pathOf(path) })).status, path).toBe(404);
    }
  });

  test('is not asked for again and again while it is prepared', async () => {
    const path = await begin();
    const { find } = server.service.store.bulkExports;
    const half = async (id: string) => {
      const found = await find(id);
      return found && { ...found, progress: 0.502 };
    };
    server.service.store.bulkExports.find = half;
    for (let times = 1; times <= 5; times += 1) {
      const response = await send(server, { path });
      expect(response.status).toBe(202);
      expect(response.headers).toMatchObject({ 'x-progress': '50% complete', 'retry-after': '1' });
    }
    const often = await send(server, { path });
    expect(often.status).toBe(429);
    expect(often.headers['retry-after']).toBe('1');
    expect((await send(server, { path: `${path}/Organization-1.ndjson` })).status).toBe(404);
    time = later(1000);
    expect((await send(server, { path })).status).toBe(202);
    server.service.store.bulkExports.find = find;
    expect((await completed(server, path)).output).toEqual([]);
  });

  test('is begun only while few others are prepared', async () => {
    server.service.store.bulkExports.planning = async () => 5;
    const response = await send(server, { path: '/fhir/$export', headers: ASYNC });
    expect(response.status).toBe(429);
    expect(response.headers['retry-after']).toBe('10');
  });

  test('of studies has what belongs to them', async () => {
    const other = { method: 'post', path: '/fhir/$ingest', headers: TEXT } as const;
    await send(server, { ...other, body: abstractPage({ number: 'NCT99999902' }) });
    await send(server, ingested[0]!);
    await send(server, { ...other, body: abstractPage({ number: 'NCT99999903' }) });
    await store({ resourceType: 'Patient', id: 'nobody' });
    const belongingTo = async (id: string) => {
      const bundle = resourceOf(await send(server, { path: `/fhir/ResearchStudy/${id}/$everything` })).value;
      return (bundle as Bundle).entry!.map(({ resource }) => `${resource?.resourceType}/${resource?.id}`);
    };
    const [one, two] = [await belongingTo('NCT99999901'), await belongingTo('NCT99999902')];
    const found = await exported(server, { path: '/fhir/ResearchStudy/NCT99999901/$export' });
    expect([...found].sort()).toEqual([...one].sort());
    expect(found[0]).toBe('ResearchStudy/NCT99999901');
    const both = await exported(server, { path: '/fhir/ResearchStudy/$export?_id=NCT99999901,NCT99999902' });
    expect([...both].sort()).toEqual([...new Set([...one, ...two])].sort());
    const studies = await exported(server, {
      path: '/fhir/ResearchStudy/$export?_id=NCT99999901&_type=ResearchStudy',
    });
    expect(studies).toEqual(['ResearchStudy/NCT99999901']);
  });

  test('of studies is refused where they are not there, not named, or have no such parts', async () => {
    await send(server, ingested[0]!);
    const statuses = await Promise.all(
      [
        'ResearchStudy/none/$export',
        'ResearchStudy/$export',
        'ResearchStudy/$export?_id=NCT99999901,none',
        'ResearchStudy/NCT99999901/$export?_type=Patient',
        'Organization/$export',
        'Location/x/$export',
      ].map(async (path) => (await send(server, { path: `/fhir/${path}`, headers: ASYNC })).status),
    );
    expect(statuses).toEqual([404, 400, 404, 400, 404, 404]);
  });

  test('is declared', async () => {
    const statement = resourceOf(await send(server, { path: '/fhir/metadata' })).value as CapabilityStatement;
    const [{ operation = [], resource = [] } = {}] = statement.rest ?? [];
    const declared = { name: 'export', definition: expect.stringContaining('/OperationDefinition/export') };
    expect(operation).toContainEqual(declared);
    expect(resource.find(({ type }) => type === 'ResearchStudy')?.operation).toContainEqual(declared);
  });
});
