import type { Bundle, ResearchStudy } from 'fhir/r5.js';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import { API_STUDY, OLDER_STUDY } from '../sources/clinicaltrials-gov/studies.ts';
import { abstractPage } from './documents.ts';
import { createServer, validate } from './server.ts';

const CONFLICTING = 'https://w3id.org/trialbridge/fhir/StructureDefinition/conflicting-value';
const STUDY = '/fhir/ResearchStudy/NCT99999901';

const SOURCES = {
  record: { type: 'application/json', text: JSON.stringify(API_STUDY) },
  page: { type: 'text/plain', text: abstractPage() },
  // It knows the trial by its European number alone.
  other: {
    type: 'application/json',
    text: JSON.stringify({
      protocolSection: {
        identificationModule: {
          nctId: 'NCT99999977',
          briefTitle: 'The same trial under another number',
          secondaryIdInfos: [{ id: '2031-004711-18', type: 'EUDRACT_NUMBER' }],
        },
        statusModule: { overallStatus: 'COMPLETED' },
      },
    }),
  },
  shared: {
    type: 'application/json',
    text: JSON.stringify({
      protocolSection: {
        identificationModule: {
          nctId: 'NCT99999955',
          briefTitle: 'Another trial of the same sponsor',
          orgStudyIdInfo: { id: 'VEL-7' },
        },
        statusModule: { overallStatus: 'COMPLETED' },
      },
    }),
  },
};

const server = async () => {
  const { app } = await createServer({ conformance: true });
  return {
    app,
    send: (source: keyof typeof SOURCES, status: number) =>
      request(app)
        .post('/fhir/$ingest')
        .set('Content-Type', SOURCES[source].type)
        .send(SOURCES[source].text)
        .expect(status),
    study: async (): Promise<ResearchStudy> => (await request(app).get(STUDY).expect(200)).body,
    count: async (): Promise<number> =>
      ((await request(app).get('/fhir/ResearchStudy').expect(200)).body as Bundle).total ?? 0,
  };
};

const told = ({ meta, ...study }: ResearchStudy) => study;

describe('a study that several sources tell', () => {
  test('is one, whatever comes first, and says where they disagree', async () => {
    const [one, two] = [await server(), await server()];
    await one.send('record', 201);
    const { body } = await one.send('page', 201);
    expect(JSON.stringify((body as Bundle).issues)).toContain('ResearchStudy.title');
    await two.send('page', 201);
    await two.send('record', 201);
    const study = await one.study();
    expect(told(await two.study())).toEqual(told(study));
    expect(await one.count()).toBe(1);
    expect(study.title).toBe(API_STUDY.protocolSection.identificationModule.briefTitle);
    const others = study._title?.extension?.filter(({ url }) => url === CONFLICTING);
    expect(others?.map(({ valueString }) => valueString)).toEqual([
      'Velmorin for hillside fever: a randomized controlled trial',
    ]);
    expect(study.result).toHaveLength(2);
    expect(validate(content(study)).filter(isError)).toEqual([]);
    for (const source of ['record', 'page'] as const) await one.send(source, 200);
    expect(told(await one.study())).toEqual(told(study));
  });

  test('is joined by a number that is its own in another registry', async () => {
    const { send, study, count } = await server();
    await send('record', 201);
    await send('other', 201);
    expect(await count()).toBe(1);
    const { identifier, progressStatus } = await study();
    expect(identifier?.map(({ value }) => value)).toContain('NCT99999977');
    expect(identifier?.filter(({ use }) => use === 'official')).toHaveLength(1);
    expect(JSON.stringify(progressStatus)).toContain('completed');
  });

  test('that was stored apart from another stays so, and whoever sends what connects them is told', async () => {
    const { app } = await createServer({ conformance: true });
    const send = async (nctId: string, ...numbers: readonly string[]) => {
      const identificationModule = {
        nctId,
        briefTitle: `The trial ${nctId}`,
        secondaryIdInfos: numbers.map((id) => ({ id, type: 'EUDRACT_NUMBER' })),
      };
      const { body } = await request(app)
        .post('/fhir/$ingest')
        .set('Content-Type', 'application/json')
        .send(JSON.stringify({ protocolSection: { identificationModule } }))
        .expect(201);
      return JSON.stringify((body as Bundle).issues ?? '');
    };
    expect(await send('NCT99999931', '2031-000111-22')).not.toContain('are one trial');
    expect(await send('NCT99999932', '2031-000333-44')).not.toContain('are one trial');
    const told = await send('NCT99999933', '2031-000111-22', '2031-000333-44');
    expect(told).toContain('are one trial');
    expect(told).toContain('ResearchStudy/NCT99999931 and of ResearchStudy/NCT99999932');
    const { body } = await request(app).get('/fhir/ResearchStudy').expect(200);
    expect((body as Bundle).total).toBe(2);
  });

  test('is not joined by a number that a sponsor may give to several', async () => {
    const { send, count } = await server();
    await send('record', 201);
    await send('shared', 201);
    expect(await count()).toBe(2);
  });

  test('keeps what a person corrected, whatever is read again', async () => {
    const { app, send, study } = await server();
    await send('record', 201);
    await send('page', 201);
    const { meta: _, ...read } = await study();
    const corrected = { ...read, meta: { profile: _?.profile }, title: 'The right title' };
    await request(app)
      .put(STUDY)
      .set('Content-Type', 'application/fhir+json')
      .send(JSON.stringify(corrected))
      .expect(200);
    await request(app)
      .post('/fhir/$ingest')
      .set('Content-Type', 'application/xml')
      .send(OLDER_STUDY)
      .expect(201);
    const { title, _title } = await study();
    expect(title).toBe('The right title');
    expect(
      _title?.extension?.filter(({ url }) => url === CONFLICTING).map(({ valueString }) => valueString),
    ).toEqual([
      API_STUDY.protocolSection.identificationModule.briefTitle,
      'Velmorin for hillside fever: a randomized controlled trial',
    ]);
    expect(validate(content(await study())).filter(isError)).toEqual([]);
  });
});
