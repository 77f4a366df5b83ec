import assert from 'node:assert/strict';
import fhir from 'fhirclient';
import { check } from './check.js';
import { brokenTransaction, errorsOf, SYSTEM, study, studyWithProtocol } from './resources.js';

const client = fhir({}, {}).client(process.argv[2]);

const post = (url, body, headers) =>
  client.request({
    url,
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/fhir+json', ...headers },
    includeResponse: true,
  });
const search = (query) => client.request(`ResearchStudy?${query}`, { pageLimit: 0, flat: true });
const titles = (resources) => resources.map(({ title }) => title);

/** Asserts that the client reports a status and, in its message, the server's OperationOutcome. */
const refused = async (promise, status, text) => {
  await assert.rejects(promise, (error) => {
    assert.equal(error.name, 'HttpError');
    assert.equal(error.status, status);
    assert.match(errorsOf(JSON.parse(error.message.slice(error.message.indexOf('{')))), text);
    return true;
  });
};

await check('capabilities', async () => {
  assert.equal(await client.getFhirVersion(), '5.0.0');
});

await check('create', async () => {
  const created = await client.create(study('create'));
  assert.equal(created.meta.versionId, '1');
  assert.deepEqual(created.identifier, [{ system: SYSTEM, value: 'create' }]);
});

await check('create with a minimal answer', async () => {
  const created = await client.create(study('minimal'), { headers: { prefer: 'return=minimal' } });
  // Without a body the client follows Location.
  assert.equal(created.identifier[0].value, 'minimal');
});

await check('read', async () => {
  const { id } = await client.create(study('read'));
  const read = await client.request(`ResearchStudy/${id}`);
  assert.deepEqual([read.id, read.title], [id, 'A trial of rest']);
});

await check('vread', async () => {
  const created = await client.create(study('vread', 'First'));
  await client.update({ ...created, title: 'Second' });
  const versions = ['1', '2'].map((version) =>
    client.request(`ResearchStudy/${created.id}/_history/${version}`),
  );
  assert.deepEqual(titles(await Promise.all(versions)), ['First', 'Second']);
});

await check('update', async () => {
  const created = await client.create(study('update'));
  const updated = await client.update({ ...created, title: 'Changed' });
  assert.deepEqual([updated.title, updated.meta.versionId], ['Changed', '2']);
});

await check('version conflict', async () => {
  const created = await client.create(study('conflict'));
  const update = (title) => client.update({ ...created, title }, { headers: { 'if-match': 'W/"1"' } });
  assert.equal((await update('Mine')).meta.versionId, '2');
  await refused(update('Yours'), 412, /version 2/);
  assert.equal((await client.request(`ResearchStudy/${created.id}`)).title, 'Mine');
});

await check('JSON Patch', async () => {
  const { id } = await client.create(study('json-patch'));
  const patch = (operations) => client.patch(`ResearchStudy/${id}`, operations);
  const patched = await patch([{ op: 'replace', path: '/title', value: 'Patched' }]);
  assert.deepEqual([patched.title, patched.meta.versionId], ['Patched', '2']);
  await refused(patch([{ op: 'replace', path: '/status', value: 'no such status' }]), 422, /status/);
});

await check('history of a resource', async () => {
  const created = await client.create(study('history', 'First'));
  await client.update({ ...created, title: 'Second' });
  await client.delete(`ResearchStudy/${created.id}`);
  const history = await client.request(`ResearchStudy/${created.id}/_history`);
  assert.deepEqual(
    history.entry.map(({ request, resource }) => [request.method, resource?.title]),
    [
      ['DELETE', undefined],
      ['PUT', 'Second'],
      ['POST', 'First'],
    ],
  );
});

await check('history by pages', async () => {
  const ids = [];
  for (let at = 0; at < 5; at += 1) ids.push((await client.create(study(`histories-${at}`))).id);
  const newest = [];
  for await (const { id } of client.resources('ResearchStudy/_history?_count=2', { limit: 5 }))
    newest.push(id);
  assert.deepEqual(newest, ids.toReversed());
});

await check('search', async () => {
  await client.create(study('search-1', 'Sea air for sleep'));
  await client.create(study('search-2', 'Mountain air for sleep'));
  assert.deepEqual(titles(await search('title=sea air')), ['Sea air for sleep']);
  assert.deepEqual(titles(await search(`identifier=${SYSTEM}|search-2`)), ['Mountain air for sleep']);
  assert.deepEqual(titles(await search('title=desert')), []);
});

await check('paging', async () => {
  for (let at = 0; at < 7; at += 1) await client.create(study(`page-${at}`, `Page ${at}`));
  const sizes = [];
  for await (const page of client.pages('ResearchStudy?title=page&_count=3')) sizes.push(page.entry.length);
  assert.deepEqual(sizes, [3, 3, 1]);
  assert.deepEqual(
    titles(await search('title=page&_count=3&_sort=title')),
    [0, 1, 2, 3, 4, 5, 6].map((at) => `Page ${at}`),
  );
});

await check('reference resolved', async () => {
  await post('', studyWithProtocol('resolve'));
  const [found] = await client.request(`ResearchStudy?identifier=${SYSTEM}|resolve`, {
    flat: true,
    resolveReferences: ['protocol.0'],
  });
  assert.equal(found.protocol[0].title, 'Protocol of resolve');
});

await check('conditional create', async () => {
  const header = { 'if-none-exist': `identifier=${SYSTEM}|conditional-create` };
  const first = await post('ResearchStudy', study('conditional-create'), header);
  const second = await post('ResearchStudy', study('conditional-create', 'Another'), header);
  assert.deepEqual([first.response.status, second.response.status], [201, 200]);
  assert.deepEqual([second.body.id, second.body.title], [first.body.id, 'A trial of rest']);
});

await check('transaction', async () => {
  const { body } = await post('', studyWithProtocol('transaction'));
  const [studyAt, protocolAt] = body.entry.map(({ response }) => response.location.split('/_history/')[0]);
  const stored = await client.request(studyAt);
  assert.ok(protocolAt.endsWith(stored.protocol[0].reference));
});

await check('failed transaction', async () => {
  await refused(post('', brokenTransaction('broken')), 422, /code/);
  assert.deepEqual(await search(`identifier=${SYSTEM}|broken`), []);
});

await check('operation $validate', async () => {
  const validate = async (body) => errorsOf((await post('ResearchStudy/$validate', body)).body);
  assert.equal(await validate(study('validate')), '');
  const { status: _, ...broken } = study('validate');
  assert.match(await validate(broken), /status/);
});

await check('XML with exact decimals', async () => {
  const xml = (options) => client.request({ ...options, headers: { accept: 'application/fhir+xml' } });
  const sent = `<Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="Hazard ratio"/></code>
    <valueQuantity><value value="0.40"/></valueQuantity></Observation>`;
  const created = await client.request({
    url: 'Observation',
    method: 'POST',
    body: sent,
    headers: { 'content-type': 'application/fhir+xml' },
  });
  assert.equal(created.valueQuantity.value, 0.4);
  const answer = await xml({ url: `Observation/${created.id}` });
  assert.match(answer.headers.get('content-type'), /^application\/fhir\+xml/);
  assert.match(await answer.text(), /<valueQuantity><value value="0.40"\/><\/valueQuantity>/);
  const page = await (await xml({ url: 'Observation?_count=1' })).text();
  assert.match(page, /<Bundle xmlns="http:\/\/hl7.org\/fhir">.*<entry>.*<resource><Observation>/s);
});

await check('delete', async () => {
  const { id } = await client.create(study('delete'));
  await client.delete(`ResearchStudy/${id}`);
  await refused(client.request(`ResearchStudy/${id}`), 410, /deleted/);
  assert.deepEqual(await search(`identifier=${SYSTEM}|delete`), []);
});

await check('errors', async () => {
  await refused(client.request('ResearchStudy/nowhere'), 404, /nowhere/);
  await refused(client.create({ ...study('errors'), status: 'no such status' }), 422, /status/);
  await refused(search('colour=blue'), 400, /colour/);
});
