import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ArtifactAssessment, Bundle, FhirResource, OperationOutcome, Parameters } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { content } from '../../../src/fhir/content.ts';
import { isError } from '../../../src/fhir/issue.ts';
import { comparison, counted, group } from '../../statistics/evidence.ts';
import { type Case, FHIR, ingested, parameters, resourceOf, send, testCases, XML } from '../case.ts';
import { createServer, type Server, validate } from '../server.ts';

const CHECK = '/fhir/Evidence/$check';

const post = (body: string, headers = FHIR) => ({ method: 'post', path: CHECK, headers, body }) as const;

const ratio = comparison({ type: 'risk ratio', value: '2.50', interval: ['2.60', '3.70'] });

/** The groups have no id in the Bundle but the one their entries give them. */
const bundle = (): string => {
  const [tea, water] = counted('3/11', '8/24');
  const resources = [comparison({ type: 'risk ratio', value: '0.49' }), tea!, water!];
  return `{"resourceType":"Bundle","type":"collection","entry":[${resources
    .map(
      ({ text, value }) => `{"fullUrl":"https://example.org/fhir/Evidence/${value.id}","resource":${text}}`,
    )
    .join()}]}`;
};

/** An example of R5's own. */
const example = (name: string): string =>
  readFileSync(createRequire(import.meta.url).resolve(`hl7.fhir.r5.examples/${name}.json`), 'utf8');

const xml = `<Evidence xmlns="http://hl7.org/fhir"><status value="draft"/><variableDefinition><variableRole><text value="x"/></variableRole></variableDefinition><statistic><statisticType><coding><code value="C93152"/></coding></statisticType><quantity><value value="0.50"/></quantity><attributeEstimate><type><text value="Confidence interval"/></type><level value="0.95"/><range><low><value value="0.60"/></low><high><value value="0.90"/></high></range></attributeEstimate></statistic></Evidence>`;

const CASES: Case[] = [
  {
    name: 'an Evidence that is sent: the interval that does not contain its estimate',
    ...post(ratio.text),
    status: 200,
    rows: 0,
    has: ['2.50 is not in the 95 % interval 2.60 to 3.70.', 'interval-contains-estimate', 'inconsistent'],
    matches: {
      resourceType: 'Parameters',
      parameter: [
        {
          name: 'assessment',
          resource: {
            resourceType: 'ArtifactAssessment',
            artifactReference: { reference: `Evidence/${ratio.value.id}` },
          },
        },
        { name: 'outcome', resource: { resourceType: 'OperationOutcome' } },
      ],
    },
  },
  {
    name: 'an Evidence in XML, without an id, with names instead of codes',
    ...post(xml, XML),
    status: 200,
    has: ['0.50 is not in the 95 % interval 0.60 to 0.90.', '"type":"Evidence"'],
  },
  {
    name: 'a Bundle: the ratio against the counts of the groups',
    ...post(bundle()),
    status: 200,
    has: ['3/11 against 8/24 gives a risk ratio of 0.818, not 0.49.', 'number-risk-ratio'],
  },
  {
    name: 'several resources in Parameters',
    ...post(
      parameters(
        { name: 'resource', resource: comparison({ p: '0.016' }).value },
        ...counted('5/10', '0/10').map(({ value }) => ({ name: 'resource', resource: value })),
      ),
    ),
    status: 200,
    has: ['5/10 against 0/10 gives P = 0.0325'],
  },
  {
    name: 'an Evidence without a number',
    ...post('{"resourceType":"Evidence","status":"draft","variableDefinition":[]}'),
    status: 200,
    hasNot: ['assessment'],
    has: ['OperationOutcome'],
  },
  { name: 'nothing', ...post(''), status: 400, has: ['no Evidence'] },
  { name: 'no Evidence', ...post(group('all', 3).text), status: 400, has: ['no Evidence'] },
  {
    name: 'an empty Bundle',
    ...post('{"resourceType":"Bundle","entry":7}'),
    status: 400,
    has: ['no Evidence'],
  },
  { name: 'no JSON', ...post('{"resourceType":'), status: 400 },
  { name: 'an Evidence that is not there', path: '/fhir/Evidence/none/$check', status: 404 },
  {
    name: 'a stored Evidence with one that is sent',
    setup: { referentialIntegrity: false },
    before: [{ method: 'put', path: `/fhir/Evidence/${ratio.value.id}`, headers: FHIR, body: ratio.text }],
    ...post(ratio.text),
    path: `/fhir/Evidence/${ratio.value.id}/$check`,
    status: 400,
  },
  { name: 'another type', ...post(ratio.text), path: '/fhir/Patient/$check', status: 404 },
];

testCases('$check', CASES);

describe('$check of a stored Evidence', () => {
  const stored = async (server: Server) => {
    const found = resourceOf(await send(server, { path: '/fhir/ArtifactAssessment?_count=100' }))
      .value as Bundle;
    return (found.entry ?? []).map(({ resource }) => resource as ArtifactAssessment);
  };

  test.each(['get', 'post'] as const)(
    'finds among its study what was found when it was read (%s)',
    async (method) => {
      const server = await createServer();
      await send(server, ingested[0]!);
      const assessments = (await stored(server)).filter(({ artifactReference }) =>
        artifactReference?.reference?.startsWith('Evidence/'),
      );
      expect(assessments.length).toBeGreaterThan(0);
      for (const { meta: _, ...assessment } of assessments) {
        const place = assessment.artifactReference!.reference!.replace(/\/_history.*/, '');
        const answer = await send(server, { method, path: `/fhir/${place}/$check` });
        const [first] = (resourceOf(answer).value as Parameters).parameter ?? [];
        const { meta: __, ...found } = first!.resource as ArtifactAssessment;
        expect(found).toEqual(assessment);
      }
      await server.close();
    },
  );
});

test('What is found is a valid resource, and of what is inconsistent there is a warning each', async () => {
  const server = await createServer();
  for (const body of [ratio.text, bundle()]) {
    const { parameter = [] } = resourceOf(await send(server, post(body))).value as Parameters;
    const resources = parameter.map(({ resource }) => resource as FhirResource);
    for (const one of resources) expect(validate(content(one)).filter(isError)).toEqual([]);
    const verdicts = JSON.stringify(resources).match(/"code":"inconsistent"/g) ?? [];
    const { issue } = resources.at(-1) as OperationOutcome;
    expect(issue.filter(({ severity }) => severity === 'warning').length).toBe(verdicts.length);
    expect(verdicts.length).toBeGreaterThan(0);
  }
  await server.close();
});

describe('R5’s own examples', () => {
  test.each([
    // 13 of 3365 are 0.00386329866, not 0.00386298627.
    ['Evidence-example-stroke-no-alteplase-fatalICH', ['percentage']],
    ['Evidence-example-stroke-alteplase-fatalICH', []],
    ['Evidence-example-stroke-0-3-alteplase-vs-no-alteplase-mRS3-6', []],
    ['Evidence-example-stroke-3-4half-alteplase-vs-no-alteplase-mRS0-2', []],
  ])('%s: %j', async (name, inconsistent) => {
    const server = await createServer();
    const { parameter = [] } = resourceOf(await send(server, post(example(name)))).value as Parameters;
    const [first] = parameter;
    const components = (first!.resource as ArtifactAssessment).content?.[0]?.component ?? [];
    expect(components.length).toBeGreaterThan(0);
    const found = components.filter(
      ({ classifier }) => classifier?.[0]?.coding?.[0]?.code === 'inconsistent',
    );
    expect(found.map(({ type }) => type?.coding?.[0]?.code)).toEqual(inconsistent);
    await server.close();
  });
});
