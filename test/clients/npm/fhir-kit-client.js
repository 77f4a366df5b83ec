import assert from 'node:assert/strict';
import { CapabilityTool, Client } from 'fhir-kit-client';
import { check } from './check.js';
import { brokenTransaction, errorsOf, SYSTEM, study, studyWithProtocol } from './resources.js';

const resourceType = 'ResearchStudy';
const client = new Client({ baseUrl: process.argv[2] });

const create = (body, options) => client.create({ resourceType, body, options });
const search = (searchParams, options) => client.search({ resourceType, searchParams, options });
const statusOf = (answer) => Client.httpFor(answer).response.status;
const titles = (bundle) => bundle.entry?.map(({ resource }) => resource.title) ?? [];

/** Asserts that the client reports a status and the server's OperationOutcome. */
const refused = async (promise, status, text) => {
  await assert.rejects(promise, ({ response }) => {
    assert.equal(response.status, status);
    assert.match(errorsOf(response.data), text);
    return true;
  });
};

await check('capabilities', async () => {
  const statement = await client.capabilityStatement();
  const tool = new CapabilityTool(statement);
  assert.equal(statement.fhirVersion, '5.0.0');
  assert.ok(tool.serverCan('transaction'));
  assert.ok(tool.resourceCan(resourceType, 'patch'));
  assert.ok(tool.resourceSearch(resourceType, 'title'));
});

await check('create', async () => {
  const created = await create(study('create'));
  assert.equal(statusOf(created), 201);
  assert.equal(created.meta.versionId, '1');
  assert.deepEqual(created.identifier, [{ system: SYSTEM, value: 'create' }]);
});

await check('read', async () => {
  const { id } = await create(study('read'));
  const read = await client.read({ resourceType, id });
  assert.equal(read.id, id);
  assert.equal(read.title, 'A trial of rest');
});

await check('conditional read', async () => {
  const { id } = await create(study('conditional-read'));
  const options = { headers: { 'If-None-Match': 'W/"1"' } };
  await assert.rejects(client.read({ resourceType, id, options }), ({ response }) => response.status === 304);
});

await check('vread', async () => {
  const created = await create(study('vread', 'First'));
  await client.update({ resourceType, id: created.id, body: { ...created, title: 'Second' } });
  const first = await client.vread({ resourceType, id: created.id, version: '1' });
  const second = await client.vread({ resourceType, id: created.id, version: '2' });
  assert.deepEqual([first.title, second.title], ['First', 'Second']);
});

await check('update', async () => {
  const created = await create(study('update'));
  const updated = await client.update({
    resourceType,
    id: created.id,
    body: { ...created, title: 'Changed' },
  });
  assert.deepEqual([updated.title, updated.meta.versionId], ['Changed', '2']);
});

await check('version conflict', async () => {
  const created = await create(study('conflict'));
  const update = (title) =>
    client.update({
      resourceType,
      id: created.id,
      body: { ...created, title },
      options: { headers: { 'If-Match': 'W/"1"' } },
    });
  assert.equal((await update('Mine')).meta.versionId, '2');
  await refused(update('Yours'), 412, /version 2/);
  assert.equal((await client.read({ resourceType, id: created.id })).title, 'Mine');
});

await check('JSON Patch', async () => {
  const { id } = await create(study('json-patch'));
  const patch = (jsonPatch) => client.patch({ resourceType, id, jsonPatch });
  const patched = await patch([
    { op: 'test', path: '/title', value: 'A trial of rest' },
    { op: 'replace', path: '/title', value: 'Patched' },
  ]);
  assert.deepEqual([patched.title, patched.meta.versionId], ['Patched', '2']);
  await refused(patch([{ op: 'replace', path: '/status', value: 'no such status' }]), 422, /status/);
  assert.equal((await client.read({ resourceType, id })).meta.versionId, '2');
});

await check('history of a resource', async () => {
  const created = await create(study('history', 'First'));
  await client.update({ resourceType, id: created.id, body: { ...created, title: 'Second' } });
  await client.delete({ resourceType, id: created.id });
  const history = await client.history({ resourceType, id: created.id });
  assert.equal(history.type, 'history');
  assert.equal(history.total, 3);
  assert.deepEqual(
    history.entry.map(({ request, resource }) => [request.method, resource?.title]),
    [
      ['DELETE', undefined],
      ['PUT', 'Second'],
      ['POST', 'First'],
    ],
  );
});

await check('history of a type and of the server', async () => {
  const { id } = await create(study('histories'));
  for (const history of [await client.history({ resourceType }), await client.history()]) {
    assert.equal(history.entry[0].resource.id, id);
  }
});

await check('search', async () => {
  await create(study('search-1', 'Sea air for sleep'));
  await create(study('search-2', 'Mountain air for sleep'));
  assert.deepEqual(titles(await search({ title: 'sea air' })), ['Sea air for sleep']);
  assert.deepEqual(titles(await search({ identifier: `${SYSTEM}|search-2` })), ['Mountain air for sleep']);
  assert.deepEqual(titles(await search({ 'title:contains': 'AIR for', _sort: 'title' })), [
    'Mountain air for sleep',
    'Sea air for sleep',
  ]);
  assert.deepEqual(titles(await search({ title: 'desert' })), []);
});

await check('search by POST', async () => {
  await create(study('post-search', 'Posted'));
  assert.deepEqual(titles(await search({ title: 'Posted' }, { postSearch: true })), ['Posted']);
});

await check('search of several types', async () => {
  await client.transaction({ body: studyWithProtocol('types') });
  const found = await client.systemSearch({
    searchParams: { _type: 'PlanDefinition,ResearchStudy', _sort: '-_lastUpdated', _count: 2 },
  });
  assert.deepEqual(found.entry.map(({ resource }) => resource.resourceType).toSorted(), [
    'PlanDefinition',
    'ResearchStudy',
  ]);
});

await check('paging', async () => {
  for (let at = 0; at < 7; at += 1) await create(study(`page-${at}`, `Page ${at}`));
  const pages = [];
  let page = await search({ title: 'page', _count: 3, _sort: 'title' });
  const total = page.total;
  while (page !== undefined) {
    pages.push(titles(page));
    page = await client.nextPage({ bundle: page });
  }
  assert.equal(total, 7);
  assert.deepEqual(pages, [['Page 0', 'Page 1', 'Page 2'], ['Page 3', 'Page 4', 'Page 5'], ['Page 6']]);
});

await check('include', async () => {
  await client.transaction({ body: studyWithProtocol('include') });
  const found = await search({ identifier: `${SYSTEM}|include`, _include: 'ResearchStudy:protocol' });
  assert.deepEqual(
    found.entry.map(({ resource, search }) => [resource.resourceType, search.mode]),
    [
      ['ResearchStudy', 'match'],
      ['PlanDefinition', 'include'],
    ],
  );
});

await check('reference resolved', async () => {
  await client.transaction({ body: studyWithProtocol('resolve') });
  const found = await search({ identifier: `${SYSTEM}|resolve` });
  const { reference } = found.entry[0].resource.protocol[0];
  assert.equal((await client.resolve({ reference })).title, 'Protocol of resolve');
});

await check('conditional create', async () => {
  const options = { headers: { 'If-None-Exist': `identifier=${SYSTEM}|conditional-create` } };
  const first = await create(study('conditional-create'), options);
  const second = await create(study('conditional-create', 'Another'), options);
  assert.deepEqual([statusOf(first), statusOf(second)], [201, 200]);
  assert.deepEqual([second.id, second.title], [first.id, 'A trial of rest']);
});

await check('conditional update', async () => {
  const searchParams = { identifier: `${SYSTEM}|conditional-update` };
  const update = (title) =>
    client.update({ resourceType, searchParams, body: study('conditional-update', title) });
  const first = await update('First');
  const second = await update('Second');
  assert.deepEqual([statusOf(first), statusOf(second)], [201, 200]);
  assert.deepEqual([second.id, second.title, second.meta.versionId], [first.id, 'Second', '2']);
  await create(study('conditional-update'));
  await refused(update('Third'), 412, /More than one/);
});

await check('transaction', async () => {
  const answer = await client.transaction({ body: studyWithProtocol('transaction') });
  assert.equal(answer.type, 'transaction-response');
  assert.deepEqual(
    answer.entry.map(({ response }) => response.status.slice(0, 3)),
    ['201', '201'],
  );
  const [studyAt, protocolAt] = answer.entry.map(({ response }) => response.location.split('/_history/')[0]);
  const stored = await client.request(studyAt);
  assert.ok(protocolAt.endsWith(stored.protocol[0].reference));
});

await check('failed transaction', async () => {
  await refused(client.transaction({ body: brokenTransaction('broken') }), 422, /code/);
  assert.equal((await search({ identifier: `${SYSTEM}|broken` })).total, 0);
});

await check('batch', async () => {
  const answer = await client.batch({ body: { ...brokenTransaction('batch'), type: 'batch' } });
  assert.deepEqual(
    answer.entry.map(({ response }) => response.status.slice(0, 3)),
    ['201', '422'],
  );
  assert.equal((await search({ identifier: `${SYSTEM}|batch` })).total, 1);
});

await check('operation $validate', async () => {
  const validate = (input) => client.operation({ name: 'validate', resourceType, input });
  assert.equal(errorsOf(await validate(study('validate'))), '');
  const { status: _, ...broken } = study('validate');
  assert.match(errorsOf(await validate(broken)), /status/);
});

await check('operations $meta and $meta-add', async () => {
  const { id } = await create(study('meta'));
  const tag = { system: 'https://trials.example/tags', code: 'checked' };
  const input = { resourceType: 'Parameters', parameter: [{ name: 'meta', valueMeta: { tag: [tag] } }] };
  await client.operation({ name: 'meta-add', resourceType, id, input });
  const { parameter } = await client.operation({ name: 'meta', resourceType, id, method: 'GET' });
  assert.deepEqual(parameter[0].valueMeta.tag, [tag]);
  assert.equal((await search({ _tag: `${tag.system}|checked`, _id: id })).total, 1);
});

await check('delete', async () => {
  const { id } = await create(study('delete'));
  assert.equal(statusOf(await client.delete({ resourceType, id })), 204);
  await refused(client.read({ resourceType, id }), 410, /deleted/);
  assert.equal((await search({ identifier: `${SYSTEM}|delete` })).total, 0);
});

await check('errors', async () => {
  await refused(client.read({ resourceType, id: 'nowhere' }), 404, /nowhere/);
  await refused(create({ ...study('errors'), status: 'no such status' }), 422, /status/);
  await refused(create({ ...study('errors'), colour: 'blue' }), 422, /colour/);
  await refused(search({ colour: 'blue' }), 400, /colour/);
});
