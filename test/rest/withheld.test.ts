import type { Bundle, Citation, DocumentReference, FhirResource } from 'fhir/r5.js';
import request from 'supertest';
import { expect, test } from 'vitest';
import { API_STUDY } from '../sources/clinicaltrials-gov/studies.ts';
import { createServer } from './server.ts';

const LONG = 'A sentence of the record that is somebody’s own and longer than a fact. '.repeat(5).trim();

const STUDY = structuredClone(API_STUDY);
STUDY.protocolSection.descriptionModule.briefSummary = LONG;

const everything = async (withhold: readonly string[]) => {
  const { app, close } = await createServer({ withhold: new Set(withhold) });
  const json = { 'Content-Type': 'application/json' };
  await request(app).post('/fhir/$ingest').set(json).send(JSON.stringify(STUDY)).expect(201);
  const { body, text } = await request(app).get('/fhir/ResearchStudy/NCT99999901/$everything').expect(200);
  const { body: exported } = await request(app)
    .get('/fhir/ResearchStudy/NCT99999901/$export-as?format=clinicaltrials-gov')
    .expect(200);
  await close();
  const resources = (body as Bundle).entry?.map(({ resource }) => resource as FhirResource) ?? [];
  const document = resources.find((one) => one.resourceType === 'DocumentReference') as DocumentReference;
  return { resources, document, text, exported };
};

test('The text of a source that may be passed on is kept and served', async () => {
  const { resources, document, text } = await everything(['https://doi.org']);
  expect(document.content[0]?.attachment.data).toBeDefined();
  expect(text).toContain(LONG);
  expect(resources.some(({ meta }) => meta?.security)).toBe(false);
});

test('Of the text of a source that may not be passed on, its hash and the places in it are kept and served', async () => {
  const { resources, document, text, exported } = await everything(['https://clinicaltrials.gov']);
  const attachment = document.content[0]?.attachment;
  expect(attachment).toMatchObject({
    contentType: 'application/json',
    size: expect.anything(),
    hash: expect.anything(),
  });
  expect(attachment).not.toHaveProperty('data');
  expect(document.identifier?.some(({ value }) => value?.startsWith('ni:///sha-256;'))).toBe(true);
  expect(text).not.toContain(LONG);
  expect(text).not.toContain(Buffer.from('"protocolSection"').toString('base64').slice(4, 16));
  const study = resources.find(({ resourceType }) => resourceType === 'ResearchStudy') as FhirResource & {
    _descriptionSummary: { extension: { url: string; valueCode?: string }[] };
  };
  const urls = study._descriptionSummary.extension.map(
    ({ url, valueCode }) => valueCode ?? url.split('/').at(-1),
  );
  expect(urls).toEqual(expect.arrayContaining(['derivation-reference', 'record-path', 'masked']));
  expect(exported.protocolSection.descriptionModule.briefSummary).toBeUndefined();
  expect(exported.protocolSection.identificationModule).toEqual(STUDY.protocolSection.identificationModule);
});

test('Everything that was read of such a source is labelled', async () => {
  const { resources } = await everything(['https://clinicaltrials.gov']);
  const read = resources.filter(
    ({ resourceType }) => !['Provenance', 'Device', 'ArtifactAssessment'].includes(resourceType),
  );
  for (const { meta } of read as Citation[])
    expect(meta?.security).toEqual([expect.objectContaining({ code: 'NOREUSE' })]);
});
