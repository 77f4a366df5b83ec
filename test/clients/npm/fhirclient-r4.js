import assert from 'node:assert/strict';
import fhir from 'fhirclient';
import { check } from './check.js';
import { errorsOf, SYSTEM } from './resources.js';

// The server as clients of R4 see it.
const client = fhir({}, {}).client(process.argv[2].replace(/\/fhir$/, '/r4'));

/** A study in R4, whose status is that of the trial. */
const study = (value, more = {}) => ({
  resourceType: 'ResearchStudy',
  identifier: [{ system: SYSTEM, value }],
  status: 'completed',
  title: 'A trial of rest',
  arm: [{ name: 'Rest', description: 'Rest for a week' }],
  ...more,
});

const search = (query, options) =>
  client.request(`ResearchStudy?${query}`, { pageLimit: 0, flat: true, ...options });
const values = (resources) => resources.map(({ identifier }) => identifier[0].value);

/** Asserts that the client reports a status and, in its message, the server's OperationOutcome. */
const refused = async (promise, status, text) => {
  await assert.rejects(promise, (error) => {
    assert.equal(error.status, status);
    assert.match(errorsOf(JSON.parse(error.message.slice(error.message.indexOf('{')))), text);
    return true;
  });
};

await check('capabilities', async () => {
  assert.equal(await client.getFhirVersion(), '4.0.1');
  assert.equal(await client.getFhirRelease(), 4);
});

await check('create and read', async () => {
  const created = await client.create(study('create'));
  const read = await client.request(`ResearchStudy/${created.id}`);
  assert.deepEqual([read.status, read.arm[0].name], ['completed', 'Rest']);
  assert.equal(read.comparisonGroup, undefined);
});

await check('update, vread and history', async () => {
  const created = await client.create(study('update'));
  const updated = await client.update({ ...created, status: 'withdrawn' });
  assert.deepEqual([updated.status, updated.meta.versionId], ['withdrawn', '2']);
  const first = await client.request(`ResearchStudy/${created.id}/_history/1`);
  assert.equal(first.status, 'completed');
  const history = await client.request(`ResearchStudy/${created.id}/_history`);
  assert.deepEqual(
    history.entry.map(({ resource }) => resource.status),
    ['withdrawn', 'completed'],
  );
});

await check('JSON Patch', async () => {
  const { id } = await client.create(study('patch'));
  const patched = await client.patch(`ResearchStudy/${id}`, [
    { op: 'replace', path: '/arm/0/name', value: 'Sleep' },
  ]);
  assert.equal(patched.arm[0].name, 'Sleep');
});

await check('search by the status of the trial', async () => {
  await client.create(study('search-1', { status: 'in-review', title: 'Sea air' }));
  await client.create(study('search-2', { status: 'disapproved', title: 'Sea air' }));
  assert.deepEqual(values(await search('title=sea&status=in-review')), ['search-1']);
  assert.deepEqual(values(await search('title=sea&status:not=in-review')), ['search-2']);
});

await check('search by sponsor, with references resolved', async () => {
  const sponsor = await client.create({ resourceType: 'Organization', name: 'Harbour Hospital' });
  const investigator = await client.create({ resourceType: 'Practitioner', name: [{ family: 'Silva' }] });
  await client.create(
    study('party', {
      sponsor: { reference: `Organization/${sponsor.id}` },
      principalInvestigator: { reference: `Practitioner/${investigator.id}` },
    }),
  );
  const [found] = await search('sponsor.name=harbour&principalinvestigator.family=silva', {
    resolveReferences: ['sponsor', 'principalInvestigator'],
  });
  assert.deepEqual(
    [found.sponsor.name, found.principalInvestigator.name[0].family],
    ['Harbour Hospital', 'Silva'],
  );
});

await check('paging', async () => {
  for (let at = 0; at < 5; at += 1) await client.create(study(`page-${at}`, { title: `Page ${at}` }));
  const found = await search('title=page&_count=2&_sort=title');
  assert.deepEqual(
    found.map(({ title }) => title),
    [0, 1, 2, 3, 4].map((at) => `Page ${at}`),
  );
});

await check('transaction', async () => {
  const protocol = 'urn:uuid:0b8e5a2e-2f3c-4d57-9a52-5f1f7f2d6c22';
  const answer = await client.request({
    url: '',
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          resource: study('transaction', { protocol: [{ reference: protocol }] }),
          request: { method: 'POST', url: 'ResearchStudy' },
        },
        {
          fullUrl: protocol,
          resource: { resourceType: 'PlanDefinition', status: 'active', title: 'Protocol' },
          request: { method: 'POST', url: 'PlanDefinition' },
        },
      ],
    }),
  });
  const [studyAt] = answer.entry.map(({ response }) => response.location.split('/_history/')[0]);
  const stored = await client.request(studyAt, { resolveReferences: ['protocol.0'] });
  assert.equal(stored.protocol[0].title, 'Protocol');
});

await check('delete', async () => {
  const { id } = await client.create(study('delete'));
  await client.delete(`ResearchStudy/${id}`);
  await refused(client.request(`ResearchStudy/${id}`), 410, /deleted/);
});

await check('errors', async () => {
  await refused(client.request('Citation/any'), 404, /FHIR 4.0/);
  await refused(client.create(study('errors', { status: 'no such status' })), 422, /status/);
  await refused(client.create(study('errors', { colour: 'blue' })), 422, /colour/);
  await refused(search('condition=sleep'), 400, /condition/);
});
