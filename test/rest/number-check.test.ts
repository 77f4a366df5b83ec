import type { ArtifactAssessment, Bundle, Evidence, OperationOutcome } from 'fhir/r5.js';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { codeSystem } from '../../src/fhir/canonical.ts';
import { FHIR, TEXT } from './case.ts';
import { abstractPage } from './documents.ts';
import { createServer } from './server.ts';

const get = async (app: Parameters<typeof request>[0], path: string) =>
  JSON.parse((await request(app).get(path).expect(200)).text);

const ingest = async (app: Parameters<typeof request>[0], page: string, status: number): Promise<Bundle> =>
  JSON.parse((await request(app).post('/fhir/$ingest').set(TEXT).send(page).expect(status)).text);

const resources = <R>(bundle: Bundle): R[] => (bundle.entry ?? []).map(({ resource }) => resource as R);

/** The warnings that an answer comes with. */
const words = ({ issues }: Bundle): string => JSON.stringify(issues ?? {});

const components = ({ content = [] }: ArtifactAssessment) =>
  content.flatMap(({ component = [] }) => component);
const verdicts = (assessment: ArtifactAssessment) =>
  Object.fromEntries(
    components(assessment).map(({ type, classifier }) => [
      type?.coding?.[0]?.code,
      classifier?.[0]?.coding?.[0]?.code,
    ]),
  );

/** 2 of 9 against 5 of 14 is 0.62; the page says 0.40. */
const PAGE = abstractPage();

describe('the numbers of an ingested document', () => {
  test('are assessed, found by resource and by verdict, and stay as they are', async () => {
    const { app } = await createServer();
    const answer = await ingest(app, PAGE, 201);
    expect(words(answer)).toContain('2/9 against 5/14 gives a risk ratio of 0.622, not 0.40.');

    const inconsistent = await get(app, '/fhir/ArtifactAssessment?verdict=inconsistent');
    const [assessment, ...others] = resources<ArtifactAssessment>(inconsistent);
    expect(others).toEqual([]);
    expect(verdicts(assessment!)).toMatchObject({
      'risk-ratio': 'inconsistent',
      'interval-contains-estimate': 'consistent',
    });
    const ratio = components(assessment!).find(({ type }) => type?.coding?.[0]?.code === 'risk-ratio');
    expect(ratio).toMatchObject({
      summary: '2/9 against 5/14 gives a risk ratio of 0.622, not 0.40.',
      quantity: { value: 0.622 },
      path: ['Evidence.statistic[0].quantity'],
    });

    const reference = assessment!.artifactReference!.reference!;
    expect(reference).toMatch(/^Evidence\/[^/]+\/_history\/1$/);
    const evidence: Evidence = await get(app, `/fhir/${reference}`);
    expect(evidence.statistic?.[0]?.quantity?.value).toBe(0.4);
    const [unversioned] = reference.split('/_history');
    const byArtifact = await get(app, `/fhir/ArtifactAssessment?artifact=${unversioned}`);
    expect(resources<ArtifactAssessment>(byArtifact)).toEqual([assessment]);
    const token = encodeURIComponent(`${codeSystem('verdict')}|inconsistent`);
    expect((await get(app, `/fhir/ArtifactAssessment?verdict=${token}`)).total).toBe(1);
  });

  test('that agree make no warning', async () => {
    const { app } = await createServer();
    const answer = await ingest(app, abstractPage({ ratio: '0.62' }), 201);
    expect(words(answer)).not.toContain('gives a risk ratio');
  });

  test('are what the assessment of a Group of all participants compares with its arms', async () => {
    const { app } = await createServer();
    const page = PAGE.replace(' and five', '; one patient in the high dose group and five');
    await ingest(app, page, 201);
    const all: Bundle = await get(app, '/fhir/ArtifactAssessment');
    const totals = resources<ArtifactAssessment>(all).filter((one) => 'total' in verdicts(one));
    expect(totals.map(verdicts)).toEqual([{ total: 'consistent' }]);
    expect(totals[0]?.artifactReference?.reference).toMatch(/^Group\//);
  });

  test('are assessed once, however often the document comes', async () => {
    const { app, rows } = await createServer();
    await ingest(app, PAGE, 201);
    const before = await rows();
    await ingest(app, PAGE, 200);
    expect(await rows()).toBe(before);
    const assessments: Bundle = await get(app, '/fhir/ArtifactAssessment');
    expect(resources<ArtifactAssessment>(assessments).map(({ meta }) => meta?.versionId)).not.toContain('2');
  });

  test('and their assessments are named by what tells of the reading', async () => {
    const { app } = await createServer();
    const answer = await ingest(app, PAGE, 201);
    const [assessment] = resources<ArtifactAssessment>(answer).filter(
      ({ resourceType }) => resourceType === 'ArtifactAssessment',
    );
    const found: Bundle = await get(app, `/fhir/Provenance?target=ArtifactAssessment/${assessment?.id}`);
    expect(found.total).toBe(1);
  });
});

describe('$validate of an Evidence', () => {
  const evidence = (low: string) => `{
  "resourceType": "Evidence",
  "status": "active",
  "variableDefinition": [{ "variableRole": { "text": "population" }, "description": "people" }],
  "statistic": [{
    "quantity": { "value": 0.49 },
    "attributeEstimate": [{
      "type": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/attribute-estimate-type", "code": "C53324" }] },
      "range": { "low": { "value": ${low} }, "high": { "value": 1.11 } }
    }]
  }]
}`;
  const outcome = async (body: string): Promise<OperationOutcome> => {
    const { app } = await createServer();
    return JSON.parse((await request(app).post('/fhir/$validate').set(FHIR).send(body).expect(200)).text);
  };

  test('warns of numbers that do not go together, at their place', async () => {
    const { issue } = await outcome(evidence('0.60'));
    const found = issue.find(({ details }) =>
      details?.text?.includes('0.49 is not in the interval 0.60 to 1.11'),
    );
    expect(found).toMatchObject({
      severity: 'warning',
      code: 'business-rule',
      expression: ['Evidence.statistic[0].attributeEstimate[0].range'],
    });
    expect(found?.extension).toContainEqual({
      url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line',
      valueInteger: 9,
    });
  });

  test('says nothing of numbers that do', async () => {
    const { issue } = await outcome(evidence('0.14'));
    expect(issue.filter(({ code }) => code === 'business-rule')).toEqual([]);
  });
});
