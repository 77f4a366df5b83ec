import type { Bundle, BundleEntry } from 'fhir/r5.js';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { API_STUDY, OLDER_STUDY } from '../sources/clinicaltrials-gov/studies.ts';
import { createServer } from './server.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const XML_TYPE = { 'Content-Type': 'application/xml' };

const withRecord = async () => {
  const server = await createServer({ conformance: true });
  const answer = await request(server.app)
    .post('/fhir/$ingest')
    .set(JSON_TYPE)
    .send(JSON.stringify(API_STUDY))
    .expect(201);
  const find = async (query: string): Promise<readonly string[]> => {
    const { body } = await request(server.app).get(`/fhir/${query}`).expect(200);
    return ((body as Bundle).entry ?? []).map(
      ({ resource }: BundleEntry) => `${resource?.resourceType}/${resource?.id}`,
    );
  };
  return { ...server, find, answer: answer.body as Bundle };
};

describe('a record of a registry', () => {
  test('is stored with all it says, and is the same when it comes again', async () => {
    const { app, answer } = await withRecord();
    const types = new Set(answer.entry?.map(({ resource }) => resource?.resourceType));
    for (const type of [
      'ResearchStudy',
      'PlanDefinition',
      'ActivityDefinition',
      'EvidenceVariable',
      'Evidence',
      'EvidenceReport',
      'Group',
      'Organization',
      'Practitioner',
      'PractitionerRole',
      'Location',
      'Citation',
      'DocumentReference',
      'Provenance',
    ] as const)
      expect(types).toContain(type);
    await request(app).post('/fhir/$ingest').set(JSON_TYPE).send(JSON.stringify(API_STUDY)).expect(200);
  });

  test('is found by its numbers, terms, sponsor and place, not by numbers it only mentions', async () => {
    const { find } = await withRecord();
    const study = ['ResearchStudy/NCT99999901'];
    const searches: readonly (readonly [string, readonly string[]])[] = [
      ['identifier=https://clinicaltrials.gov|NCT99999901', study],
      ['identifier=https://www.clinicaltrialsregister.eu|2031-004711-18', study],
      ['identifier=https://clinicaltrials.gov|VEL-7', []],
      ['condition:text=hillside', study],
      ['keyword:text=velmorin', study],
      ['phase=phase-2', study],
      ['study-design=SEVCO:01003', study],
      ['region=urn:iso:std:iso:3166|NO', study],
      ['title=velmorin', study],
      ['date=sa2031-07-31', study],
      ['state=terminated', study],
      ['state=completed', []],
    ];
    for (const [query, expected] of searches)
      expect(await find(`ResearchStudy?${query}`), query).toEqual(expected);
    const [site = ''] = await find('Location?address-country=Norway&address-city=Lowtown');
    expect(await find(`ResearchStudy?site=${site}`)).toEqual(study);
    expect(await find('ResearchStudy?site.name=valley')).toEqual(study);
  });

  test('leads from the study to what is given, and to who may take part', async () => {
    const { app, find } = await withRecord();
    const [plan = ''] = await find('PlanDefinition');
    expect(await find(`ResearchStudy?protocol=${plan}`)).toEqual(['ResearchStudy/NCT99999901']);
    const { body } = await request(app).get(`/fhir/${plan}`).expect(200);
    const url = body.action[0].action[0].definitionCanonical;
    const [definition = ''] = await find(`ActivityDefinition?url=${encodeURIComponent(url)}`);
    expect(definition).toMatch(/^ActivityDefinition\/NCT99999901-velmorin-/);
    expect(await find('ResearchStudy?eligibility:missing=false')).toEqual(['ResearchStudy/NCT99999901']);
  });

  test('in the older XML is joined to the same study', async () => {
    const { app, find } = await withRecord();
    await request(app).post('/fhir/$ingest').set(XML_TYPE).send(OLDER_STUDY).expect(201);
    expect(await find('ResearchStudy')).toEqual(['ResearchStudy/NCT99999901']);
  });

  test.each([
    ['cut off', JSON.stringify(API_STUDY).slice(0, 900), /line|ends/i],
    [
      'without its number',
      JSON.stringify({ protocolSection: { identificationModule: { briefTitle: 'Fever' } } }),
      /protocolSection\.identificationModule\.nctId/,
    ],
  ])('that is %s is refused with what is wrong, and nothing is stored', async (_, text, said) => {
    const { app, rows } = await createServer();
    const { body } = await request(app).post('/fhir/$ingest').set(JSON_TYPE).send(text).expect(422);
    expect(JSON.stringify(body)).toMatch(said);
    expect(await rows()).toBe(0);
  });
});
