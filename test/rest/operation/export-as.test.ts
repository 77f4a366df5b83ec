import type { Binary, OperationOutcome, Parameters, ParametersParameter, ResearchStudy } from 'fhir/r5.js';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { API_STUDY } from '../../sources/clinicaltrials-gov/studies.ts';
import { type Case, FHIR, parameters, put, TEXT, testCases } from '../case.ts';
import { abstractPage } from '../documents.ts';
import { createServer } from '../server.ts';

const STUDY = '/fhir/ResearchStudy/NCT99999901';
const RECORD = `${STUDY}/$export-as?format=clinicaltrials-gov`;

const JSON_TYPE = { 'Content-Type': 'application/json' };

const record = {
  method: 'post',
  path: '/fhir/$ingest',
  headers: JSON_TYPE,
  body: JSON.stringify(API_STUDY),
} as const;

const CASES: Case[] = [
  {
    name: 'gives a record as it is',
    before: [record],
    path: RECORD,
    status: 200,
    answered: { 'content-type': /^application\/json/, 'content-security-policy': /sandbox/ },
    has: ['"nctId":"NCT99999901"', '"value":"3.10"', '"count":42'],
  },
  {
    name: 'gives results as CSV',
    before: [record],
    path: `${STUDY}/$export-as?format=metafor`,
    status: 200,
    answered: { 'content-type': /^text\/csv/ },
    has: ['ci.lb', '-0.90'],
  },
  {
    name: 'gives citations as RIS',
    before: [record],
    path: `${STUDY}/$export-as?format=ris`,
    status: 200,
    answered: { 'content-type': 'application/x-research-info-systems' },
    has: ['TY  - JOUR'],
  },
  {
    name: 'takes the form from Parameters',
    before: [record],
    method: 'post',
    path: `${STUDY}/$export-as`,
    headers: FHIR,
    body: parameters({ name: 'format', valueCode: 'clinicaltrials-gov' }),
    status: 200,
    has: ['"nctId":"NCT99999901"'],
  },
  {
    name: 'gives the resource where it is asked for',
    before: [record],
    path: RECORD,
    headers: { Accept: 'application/fhir+json' },
    status: 200,
    matches: { resourceType: 'Binary', contentType: 'application/json' },
  },
  {
    name: 'gives the resource as XML, too',
    before: [record],
    path: `${RECORD}&_format=xml`,
    status: 200,
    matches: { resourceType: 'Binary', contentType: 'application/json' },
  },
  { name: 'finds no study', path: RECORD, status: 404 },
  {
    name: 'finds a study that was deleted',
    before: [
      put({ resourceType: 'ResearchStudy', id: 'gone', status: 'active' }),
      { method: 'delete', path: '/fhir/ResearchStudy/gone' },
    ],
    path: '/fhir/ResearchStudy/gone/$export-as?format=clinicaltrials-gov',
    status: 410,
  },
  {
    name: 'needs a form',
    before: [record],
    path: `${STUDY}/$export-as`,
    status: 400,
    has: ['“format” is missing'],
  },
  {
    name: 'names the forms there are',
    before: [record],
    path: `${STUDY}/$export-as?format=word`,
    status: 400,
    has: ['clinicaltrials-gov'],
  },
  {
    name: 'is for studies',
    before: [put({ resourceType: 'Organization', id: 'ward', name: 'Ward 7' })],
    path: '/fhir/Organization/ward/$export-as?format=clinicaltrials-gov',
    status: 404,
  },
];

testCases('Exporting a study', CASES);

/** The record and the report after a person has changed the study. */
const exported = async (change: (study: ResearchStudy & Record<string, unknown>) => object) => {
  const { app, close } = await createServer();
  try {
    await request(app).post('/fhir/$ingest').set(JSON_TYPE).send(JSON.stringify(API_STUDY)).expect(201);
    const { body } = await request(app).get(STUDY).expect(200);
    await request(app)
      .put(STUDY)
      .set(FHIR)
      .send(JSON.stringify(change(body)))
      .expect(200);
    const answer = await request(app).get(`${RECORD}&report=true`).expect(200);
    const [binary, report] = (answer.body as Parameters).parameter as [
      ParametersParameter,
      ParametersParameter,
    ];
    const { data = '' } = binary.resource as Binary;
    return {
      written: JSON.parse(Buffer.from(data, 'base64').toString('utf8')),
      told: (report.resource as OperationOutcome).issue.map(({ details }) => details?.text ?? ''),
    };
  } finally {
    await close();
  }
};

describe('What a person changed in a study', () => {
  test('is nothing: the record comes back whole, and nothing is told', async () => {
    const { written, told } = await exported((study) => study);
    expect(written).toEqual(API_STUDY);
    expect(told).toEqual(['No issues found']);
  });

  test('is written in place of what it corrects, and told', async () => {
    const { written, told } = await exported((study) => ({ ...study, title: 'Velmorin, corrected' }));
    expect(written.protocolSection.identificationModule.briefTitle).toBe('Velmorin, corrected');
    expect(told).toEqual([
      expect.stringMatching(
        /^protocolSection\.identificationModule\.briefTitle.*“Velmorin for Hillside Fever” was corrected to “Velmorin, corrected”/,
      ),
    ]);
  });

  test('is written, too, where it does not say where it came from', async () => {
    const { written, told } = await exported(({ _title: _, ...study }) => ({ ...study, title: 'Unmarked' }));
    expect(written.protocolSection.identificationModule.briefTitle).toBe('Unmarked');
    expect(told.length).toBe(1);
  });

  test('is written in the registry’s word where the study has a code', async () => {
    const { written, told } = await exported(({ progressStatus: [first, ...others] = [], ...study }) => {
      const coding = [{ system: 'http://hl7.org/fhir/research-study-status', code: 'completed' }];
      return { ...study, progressStatus: [{ ...first, state: { ...first?.state, coding } }, ...others] };
    });
    expect(written.protocolSection.statusModule.overallStatus).toBe('COMPLETED');
    expect(told).toEqual([
      expect.stringMatching(
        /^protocolSection\.statusModule\.overallStatus.*“TERMINATED” was corrected to “COMPLETED”/,
      ),
    ]);
  });

  test('is left out where it was taken away, and told', async () => {
    const { written, told } = await exported(({ whyStopped: _, ...study }) => study);
    expect(written.protocolSection.statusModule.whyStopped).toBeUndefined();
    expect(told).toEqual([
      expect.stringMatching(/^protocolSection\.statusModule\.whyStopped.*“Too few patients” was taken away/),
    ]);
  });
});

test('What another source says otherwise is told', async () => {
  const { app, close } = await createServer();
  await request(app).post('/fhir/$ingest').set(JSON_TYPE).send(JSON.stringify(API_STUDY)).expect(201);
  await request(app).post('/fhir/$ingest').set(TEXT).send(abstractPage()).expect(201);
  const { body } = await request(app).get(`${RECORD}&report=true`).expect(200);
  const [binary, report] = (body as Parameters).parameter as [ParametersParameter, ParametersParameter];
  const { data = '' } = binary.resource as Binary;
  const { protocolSection } = JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
  expect(protocolSection.identificationModule).toEqual(API_STUDY.protocolSection.identificationModule);
  expect(protocolSection.conditionsModule.conditions.slice(0, 2)).toEqual(['Hillside Fever', 'Fever']);
  const texts = JSON.stringify(report.resource);
  expect(texts).toMatch(/another source says “Velmorin for hillside fever: a randomized controlled trial”/);
  await close();
});
