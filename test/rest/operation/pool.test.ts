import type { Evidence, EvidenceStatistic, OperationOutcome } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BCG } from '../../synthesis/bcg.ts';
import { type Reported, record, titleOf, twoGroups } from '../../synthesis/records.ts';
import { FHIR, parameters, resourceOf, send } from '../case.ts';
import { createServer, type Server, validate } from '../server.ts';

let server: Server;
let number = 0;

/** Stores records of studies, numbered as they come; resolves to their titles. */
const stored = async (...all: readonly Omit<Reported, 'number'>[]): Promise<readonly string[]> => {
  const titles: string[] = [];
  for (const one of all) {
    number += 1;
    const { status, text } = await send(server, {
      method: 'post',
      path: '/fhir/$ingest',
      headers: { 'Content-Type': 'application/json' },
      body: record({ ...one, number }),
    });
    expect(status, text).toBe(201);
    titles.push(titleOf(number));
  }
  return titles;
};

const asked = (title: string, choices: Readonly<Record<string, string>>) =>
  send(server, {
    path: `/fhir/Evidence/$pool?${new URLSearchParams({ search: `title:contains=${title}`, ...choices })}`,
  });

/** The pooled Evidence, which is valid. */
const pooled = async (title: string, choices: Readonly<Record<string, string>>): Promise<Evidence> => {
  const response = await asked(title, choices);
  expect(response.status, response.text).toBe(200);
  const resource = resourceOf(response);
  expect(validate(resource).filter(({ severity }) => severity !== 'warning')).toEqual([]);
  return resource.value as Evidence;
};

/** Why pooling was refused: the texts of the outcome by their rules. */
const refused = async (
  title: string,
  choices: Readonly<Record<string, string>>,
  status = 422,
): Promise<Readonly<Record<string, string>>> => {
  const response = await asked(title, choices);
  expect(response.status, response.text).toBe(status);
  const { issue } = resourceOf(response).value as OperationOutcome;
  const ruleOf = ({ extension }: (typeof issue)[number]): string =>
    extension?.find(({ url }) => url.endsWith('message-id'))?.valueString ?? 'told';
  return Object.fromEntries(
    [...Map.groupBy(issue, ruleOf)].map(([rule, same]) => [
      rule,
      same.map(({ details }) => details?.text).join('\n'),
    ]),
  );
};

const notes = ({ note = [] }: Evidence): string => note.map(({ text }) => text).join('\n');

const attribute = ({ attributeEstimate = [] }: EvidenceStatistic, name: string) =>
  attributeEstimate.find(({ type }) => type?.text === name || type?.coding?.[0]?.code === name);

const csvOf = ({ relatedArtifact = [] }: Evidence): readonly Record<string, string>[] => {
  const { data = '' } = relatedArtifact.find(({ document }) => document)?.document ?? {};
  const [head = '', ...lines] = Buffer.from(data, 'base64').toString().trimEnd().split('\r\n');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(head.split(',').map((column, at) => [column, fields[at] ?? '']));
  });
};

const first = ({ statistic = [] }: Evidence): EvidenceStatistic => statistic[0]!;

beforeAll(async () => {
  server = await createServer({ conformance: true });
});

afterAll(() => server.close());

describe('The 13 BCG trials, stored as records of a registry', () => {
  beforeAll(async () => {
    await stored(
      ...BCG.map(({ exposure, reference }) => ({
        title: 'Tuberculosis',
        groups: twoGroups(exposure.events, exposure.size, reference.events, reference.size),
      })),
    );
  });

  test("give DerSimonian's and Laird's risk ratio, with all there is to know of it", async () => {
    const found = await pooled('tuberculosis', { effect: 'RR', model: 'random-dersimonian-laird' });
    const statistic = first(found);
    expect(found.synthesisType?.coding?.[0]?.code).toBe('std-MA');
    expect(statistic.statisticType?.coding?.[0]?.code).toBe('C93152');
    expect(statistic.quantity?.value).toBeCloseTo(Math.exp(-0.7141), 4);
    expect(statistic.description).toContain('-0.714117 with a standard error of 0.178742');
    expect(statistic.sampleSize).toEqual({ numberOfStudies: 13, numberOfParticipants: 357_347 });
    expect(attribute(statistic, 'C53324')).toMatchObject({
      level: 0.95,
      range: { low: { value: 0.344_919 }, high: { value: 0.695_038 } },
    });
    expect(attribute(statistic, '0000037')?.quantity?.value).toBeCloseTo(0.1787, 4);
    expect(attribute(statistic, 'z')?.quantity?.value).toBeCloseTo(-3.9952, 4);
    expect(attribute(statistic, '0000421')?.quantity?.value).toBeCloseTo(0.3088, 4);
    expect(attribute(statistic, '0000419')).toMatchObject({
      quantity: { value: 152.233 },
      attributeEstimate: [{ quantity: { value: 12 } }, { type: { coding: [{ code: 'C44185' }] } }],
    });
    expect(attribute(statistic, '0000420')).toMatchObject({
      quantity: { value: 92.1173, code: '%' },
      attributeEstimate: [{ range: { low: { value: 88.3164 }, high: { value: 94.6818 } } }],
    });
    expect(attribute(statistic, 'prediction interval')?.range?.low?.value).toBeCloseTo(0.1355, 4);
    expect(statistic.modelCharacteristic?.map(({ code }) => code.coding?.[0]?.code)).toEqual([
      'metaAnalysis',
      'effectsRandom',
      'poolInverseVariance',
      'tauDersimonianLaird',
    ]);
    expect(found.certainty).toBeUndefined();
  });

  test('give each study with its weight, and the others without it', async () => {
    const { statistic = [] } = await pooled('tuberculosis', { effect: 'RR' });
    expect(statistic.length).toBe(1 + 13 + 13);
    const weights = statistic.slice(1, 14).map((one) => attribute(one, 'weight')?.quantity?.value ?? 0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 2);
    expect(statistic[14]?.category?.text).toMatch(/^without Study 1:/);
    expect(attribute(statistic[14]!, '0000421')?.quantity?.value).toBeGreaterThan(0);
  });

  test('are referred to in the versions that went in, with the data beside them', async () => {
    const found = await pooled('tuberculosis', { effect: 'OR', model: 'fixed-mantel-haenszel' });
    const sources = found.relatedArtifact?.filter(({ type }) => type === 'derived-from') ?? [];
    expect(sources.length).toBe(26);
    for (const { resourceReference } of sources) {
      expect(resourceReference?.reference).toMatch(/^Evidence\/.+\/_history\/1$/);
      const { status } = await send(server, { path: `/fhir/${resourceReference?.reference}` });
      expect(status).toBe(200);
    }
    expect(csvOf(found)[0]).toMatchObject({
      study: 'Study 1',
      group1: 'Velmorin',
      group2: 'Placebo',
      ai: '4',
      bi: '119',
      ci: '11',
      di: '128',
      n1i: '123',
      n2i: '139',
    });
    expect(notes(found)).toContain('rma.mh(ai=ai, bi=bi, ci=ci, di=di, measure="OR"');
    expect(first(found).quantity?.value).toBeCloseTo(0.6229, 4);
  });

  test('give their data alone, as CSV or as a Binary', async () => {
    const path = '/fhir/Evidence/$pool?effect=RR&format=csv&search=title:contains%3Dtuberculosis';
    const response = await send(server, { path });
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/csv/);
    expect(response.text.trimEnd().split('\r\n').length).toBe(14);
    const binary = resourceOf(await send(server, { path, headers: { Accept: FHIR['Content-Type'] } }));
    expect(binary.value).toMatchObject({ resourceType: 'Binary', contentType: 'text/csv; charset=utf-8' });
  });

  test.each([
    [{ effect: 'OR', model: 'fixed-peto' }, 0.6222],
    [{ effect: 'RR', model: 'fixed-mantel-haenszel' }, 0.6353],
    [{ effect: 'RR', model: 'fixed-inverse-variance' }, 0.6503],
    [{ effect: 'OR', model: 'random-dersimonian-laird' }, 0.4736],
    [{ effect: 'RR', model: 'random-reml', hartungKnapp: 'true' }, Math.exp(-0.714_53)],
  ])('are pooled as asked: %j', async (choices, expected) => {
    expect(first(await pooled('tuberculosis', choices)).quantity?.value).toBeCloseTo(expected, 4);
  });

  test('say t and its degrees of freedom where Hartung and Knapp are asked for', async () => {
    const statistic = first(await pooled('tuberculosis', { effect: 'RR', hartungKnapp: 'true' }));
    expect(attribute(statistic, 't')).toMatchObject({
      quantity: { value: -3.952_24 },
      attributeEstimate: [{ quantity: { value: 12 } }],
    });
    expect(attribute(statistic, 'C44185')?.quantity?.value).toBeCloseTo(0.001_92, 5);
  });

  test('can be asked for by POST', async () => {
    const response = await send(server, {
      method: 'post',
      path: '/fhir/Evidence/$pool',
      headers: FHIR,
      body: parameters(
        { name: 'search', valueString: 'Evidence?title:contains=tuberculosis' },
        { name: 'effect', valueCode: 'RR' },
        { name: 'model', valueCode: 'random-dersimonian-laird' },
      ),
    });
    expect(response.status).toBe(200);
    expect(first(resourceOf(response).value as Evidence).quantity?.value).toBeCloseTo(0.489_624, 6);
  });

  test('give a result that can be stored, and is not pooled again with them', async () => {
    const before = await pooled('tuberculosis', { effect: 'RR' });
    const created = await send(server, {
      method: 'post',
      path: '/fhir/Evidence',
      headers: FHIR,
      body: JSON.stringify(before),
    });
    expect(created.status, created.text).toBe(201);
    const after = await pooled('tuberculosis', { effect: 'RR' });
    expect(first(after)).toEqual(first(before));
    expect(notes(after)).toContain('is a synthesis itself');
  });
});

describe('A group that several comparisons share', () => {
  beforeAll(async () => {
    await stored(
      {
        title: 'Shivering',
        groups: [
          { title: 'Velmorin low', type: 'EXPERIMENTAL', n: 20, value: 4 },
          { title: 'Velmorin high', type: 'EXPERIMENTAL', n: 21, value: 3 },
          { title: 'Placebo', type: 'PLACEBO_COMPARATOR', n: 24, value: 9 },
        ],
      },
      { title: 'Shivering', groups: twoGroups(5, 40, 11, 41) },
    );
  });

  test('is refused', async () => {
    expect(await refused('shivering', { effect: 'RR' })).toEqual({
      'pool-shared-group': expect.stringMatching(
        /“Placebo”.*Velmorin low against Placebo; Velmorin high against Placebo/,
      ),
    });
  });

  test('or split, so that nobody counts twice, and said', async () => {
    const found = await pooled('shivering', { effect: 'RR', sharedControl: 'split' });
    expect(first(found).sampleSize).toEqual({ numberOfStudies: 2, numberOfParticipants: 65 + 81 });
    expect(notes(found)).toContain('the group “Placebo” is shared by 2 comparisons and split among them');
    expect(csvOf(found).map(({ ai, ci, n2i }) => [ai, ci, n2i])).toEqual([
      ['4', '4.5', '12'],
      ['3', '4.5', '12'],
      ['5', '11', '41'],
    ]);
  });

  test('or avoided, by the name of the group that is compared', async () => {
    await stored({
      title: 'Shivering',
      groups: [
        { title: 'Velmorin high dose', type: 'EXPERIMENTAL', n: 30, value: 4 },
        { title: 'Placebo', type: 'PLACEBO_COMPARATOR', n: 30, value: 9 },
      ],
    });
    const found = await pooled('shivering', { effect: 'RR', exposure: 'high' });
    expect(csvOf(found).map(({ ai, n2i }) => [ai, n2i])).toEqual([
      ['3', '24'],
      ['4', '30'],
    ]);
    expect(notes(found)).toContain('none of “Velmorin” is the exposure that was asked for');
  });
});

describe('What is not of one kind', () => {
  test('several time points are refused, and the same in other words is not', async () => {
    await stored(
      { title: 'Cough', timeFrame: '28 days', groups: twoGroups(3, 30, 8, 31) },
      { title: 'Cough', timeFrame: 'Up to week 4 after the first dose', groups: twoGroups(4, 33, 9, 32) },
    );
    const { statistic = [] } = await pooled('cough', { effect: 'OR' });
    expect(statistic[0]?.sampleSize?.numberOfStudies).toBe(2);
    const [other] = await stored({ title: 'Cough', timeFrame: '90 days', groups: twoGroups(2, 20, 5, 20) });
    const text = (await refused('cough', { effect: 'OR' }))['pool-mixed-times'];
    expect(text).toMatch(/28 days.*against 90 days/);
    expect(text).toContain(other);
  });

  test('several units are refused, but of standardised differences', async () => {
    const means = (unit: string, factor: number) => ({
      title: 'Length of illness',
      unit,
      groups: [
        { title: 'Velmorin', type: 'EXPERIMENTAL', n: 30, value: 4 * factor, spread: String(1.5 * factor) },
        {
          title: 'Placebo',
          type: 'PLACEBO_COMPARATOR',
          n: 28,
          value: 5 * factor,
          spread: String(1.5 * factor),
        },
      ] as const,
    });
    await stored(means('days', 1), means('hours', 24));
    expect(Object.keys(await refused('illness', { effect: 'MD' }))).toEqual(['pool-mixed-units']);
    const found = await pooled('illness', { effect: 'SMD' });
    // The same difference in standard deviations; Hedges's correction for 56 degrees of freedom is 0.98655.
    expect(first(found).quantity?.value).toBeCloseTo((-1 / 1.5) * 0.986_55, 4);
    expect(notes(found)).toContain('on every scale');
  });

  test('change beside final values is refused', async () => {
    const means = (title: string, value: number) => ({
      title,
      unit: 'points',
      groups: [
        { title: 'Velmorin', type: 'EXPERIMENTAL', n: 30, value, spread: '2' },
        { title: 'Placebo', type: 'PLACEBO_COMPARATOR', n: 28, value: value + 1, spread: '2' },
      ] as const,
    });
    await stored(means('Ache', 3), means('Change in ache', -2));
    for (const effect of ['MD', 'SMD'])
      expect((await refused('ache', { effect }))['pool-mixed-change']).toMatch(/final value.*change/);
  });

  test('several results of the same groups in a study are refused', async () => {
    await stored(
      { title: 'Rash', groups: twoGroups(3, 30, 8, 31) },
      { title: 'Rash', groups: twoGroups(4, 33, 9, 32), rows: { Any: [4, 9], Severe: [1, 2] } },
    );
    expect((await refused('rash', { effect: 'RR' }))['pool-too-few']).toContain('there is one');
    expect((await refused('rash', { effect: 'RR' })).told).toContain('it has the rows “Any”, “Severe”');
  });
});

describe('Rows of an outcome', () => {
  test('are pooled by their name', async () => {
    await stored(
      {
        title: 'Unwanted events',
        groups: twoGroups(0, 30, 0, 31),
        rows: { Headache: [3, 6], Nausea: [1, 1] },
      },
      {
        title: 'Unwanted events',
        groups: twoGroups(0, 40, 0, 41),
        rows: { headache: [5, 8], Nausea: [2, 1] },
      },
    );
    const found = await pooled('unwanted', { effect: 'RR', category: 'Headache' });
    expect(csvOf(found).map(({ ai, ci }) => [ai, ci])).toEqual([
      ['3', '6'],
      ['5', '8'],
    ]);
  });
});

describe('Percentages', () => {
  const percentages = (low: number, high: number, n: number) => ({
    title: 'Survival',
    unit: 'percentage of participants',
    groups: twoGroups(low, n, high, n),
  });

  test('are the only numbers of people that they can be, and that is said', async () => {
    await stored(percentages(79.2, 62.5, 24), percentages(90, 70, 10));
    const found = await pooled('survival', { effect: 'RR', model: 'fixed-mantel-haenszel' });
    expect(csvOf(found).map(({ ai, ci }) => [ai, ci])).toEqual([
      ['19', '15'],
      ['9', '7'],
    ]);
    expect(notes(found)).toContain(
      'the people of “Velmorin” with the event are those that 79.2 % of 24 can be',
    );
  });

  test('of so many that several numbers fit are left out', async () => {
    await stored(percentages(45, 40, 1000));
    const found = await pooled('survival', { effect: 'RR' });
    expect(notes(found)).toContain('45 % of 1000 is not one number of people');
  });
});

describe('Zeros', () => {
  beforeAll(async () => {
    await stored(
      { title: 'Death', groups: twoGroups(0, 30, 3, 31) },
      { title: 'Death', groups: twoGroups(4, 33, 9, 32) },
      { title: 'Death', groups: twoGroups(0, 20, 0, 21) },
    );
  });

  test('are corrected, and it is said; a study without events tells nothing of a ratio', async () => {
    const found = await pooled('death', { effect: 'RR', model: 'fixed-inverse-variance' });
    expect(notes(found)).toMatch(/Study \d+: a group has no event.*0\.5 was added to each cell/);
    expect(notes(found)).toMatch(/Left out, Study \d+: nobody, or everybody, had the event/);
    expect(first(found).modelCharacteristic?.at(-1)).toMatchObject({
      code: { coding: [{ code: 'zeroCellConstant' }] },
      value: { value: 0.5 },
    });
    expect(first(found).sampleSize?.numberOfStudies).toBe(2);
  });

  test('do not matter to Peto, nor to the difference of risks without events', async () => {
    const peto = await pooled('death', { effect: 'OR', model: 'fixed-peto' });
    expect(notes(peto)).not.toContain('0.5 was added');
    const difference = await pooled('death', { effect: 'RD', model: 'fixed-mantel-haenszel' });
    expect(first(difference).sampleSize?.numberOfStudies).toBe(3);
    expect(notes(difference)).toContain('for its own effect, not for the pooled one');
  });
});

describe('Reported effects', () => {
  const analysis = (value: string, low: string, high: string, more: object = {}) => ({
    groupIds: ['OG000', 'OG001'],
    paramType: 'Hazard Ratio (HR)',
    paramValue: value,
    ciPctValue: '95',
    ciNumSides: 'TWO_SIDED',
    ciLowerLimit: low,
    ciUpperLimit: high,
    ...more,
  });

  beforeAll(async () => {
    await stored(
      { title: 'Relapse', groups: twoGroups(9, 90, 15, 91), analyses: [analysis('0.60', '0.40', '0.90')] },
      { title: 'Relapse', groups: twoGroups(8, 80, 14, 81), analyses: [analysis('0.75', '0.50', '1.125')] },
      { title: 'Relapse', groups: twoGroups(8, 80, 14, 81), analyses: [analysis('0.50', '0.80', '1.30')] },
    );
  });

  test('are left out where nobody says which group is compared with which', async () => {
    const told = await refused('relapse', { effect: 'HR' });
    expect(told['pool-too-few']).toContain('there is none');
    expect(told.told).toContain('it is not known which is compared with which');
  });

  test('are pooled on the logarithmic scale if their order is taken for that, and inconsistent ones left out', async () => {
    const found = await pooled('relapse', {
      effect: 'HR',
      model: 'fixed-inverse-variance',
      unordered: 'first-against-second',
    });
    // Both have the same standard error, ln(2.25) / (2 × 1.96).
    expect(first(found).quantity?.value).toBeCloseTo(Math.sqrt(0.6 * 0.75), 5);
    expect(first(found).sampleSize).toMatchObject({ numberOfStudies: 2 });
    expect(first(found).sampleSize?.numberOfParticipants).toBeUndefined();
    expect(notes(found)).toContain('taken to be compared with the second');
    expect(notes(found)).toContain('a variance from its 95 % interval');
    expect(notes(found)).toMatch(/Left out, .*inconsistent: .*0\.50 is not in the 95 % interval/);
    expect(csvOf(found)[0]).toMatchObject({ measure: 'HR', transf: 'log', out: '0.60', 'ci.lb': '0.40' });
  });

  test('are kept if that is chosen', async () => {
    const found = await pooled('relapse', {
      effect: 'HR',
      unordered: 'first-against-second',
      inconsistent: 'keep',
    });
    expect(first(found).sampleSize?.numberOfStudies).toBe(3);
  });

  test('are turned where the other group is the reference', async () => {
    const choices = { effect: 'HR', model: 'fixed-inverse-variance', unordered: 'first-against-second' };
    const found = await pooled('relapse', { ...choices, reference: 'velmorin' });
    expect(first(found).quantity?.value).toBeCloseTo(1 / Math.sqrt(0.6 * 0.75), 5);
    expect(notes(found)).toContain('the other way round, and was turned');
  });
});

describe('Means', () => {
  test('with a standard error have the standard deviation that belongs to it', async () => {
    const means = (dispersionType: string, spread: string) => ({
      title: 'Weight',
      unit: 'kg',
      dispersionType,
      groups: [
        { title: 'Velmorin', type: 'EXPERIMENTAL', n: 25, value: 70, spread },
        { title: 'Placebo', type: 'PLACEBO_COMPARATOR', n: 25, value: 72, spread },
      ] as const,
    });
    await stored(means('Standard Deviation', '5'), means('Standard Error', '1'));
    const found = await pooled('weight', { effect: 'MD', model: 'fixed-inverse-variance' });
    expect(first(found).quantity).toEqual({ value: -2, unit: 'kg' });
    expect(attribute(first(found), '0000037')?.quantity?.value).toBe(1);
    expect(notes(found)).toContain('is its standard error times √n');
  });
});

describe('What is sent', () => {
  const NAMES = ['A', 'B', 'C'];
  const group = (study: string, arm: string, role: string) => ({
    variableRole: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variable-role', code: role }],
    },
    description: `${arm} of ${study}`,
  });
  const evidence = (study: string, at: number) => ({
    fullUrl: `urn:uuid:0d0e0f00-0000-4000-8000-00000000000${at}`,
    resource: {
      resourceType: 'Evidence',
      title: `Falls in ${study}`,
      status: 'active',
      relatedArtifact: [
        {
          type: 'derived-from',
          resourceReference: { reference: `urn:uuid:0d0e0f00-0000-4000-8000-00000000010${at}` },
        },
      ],
      variableDefinition: [
        group(study, 'Balance', 'exposure'),
        group(study, 'Waiting', 'referenceExposure'),
        { ...group(study, 'Falls', 'measuredVariable'), description: 'Falls' },
      ],
      statistic: [
        {
          statisticType: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/statistic-type', code: 'rate-ratio' }],
          },
          quantity: { value: [0.8, 0.9, 0.7][at] },
          attributeEstimate: [
            {
              type: {
                coding: [
                  {
                    system: 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type',
                    code: 'C53324',
                  },
                ],
              },
              level: 0.95,
              range: { low: { value: [0.64, 0.72, 0.56][at] }, high: { value: [1, 1.125, 0.875][at] } },
            },
          ],
        },
      ],
    },
  });
  const citation = (study: string, at: number, state: string) => ({
    fullUrl: `urn:uuid:0d0e0f00-0000-4000-8000-00000000010${at}`,
    resource: {
      resourceType: 'Citation',
      status: 'active',
      title: study,
      citedArtifact: {
        currentState: [
          { coding: [{ system: 'http://hl7.org/fhir/cited-artifact-status-type', code: state }] },
        ],
      },
    },
  });
  const bundle = (states: readonly string[]) =>
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: NAMES.flatMap((study, at) => [evidence(study, at), citation(study, at, states[at]!)]),
    });
  const sent = (states: readonly string[]) =>
    send(server, {
      method: 'post',
      path: '/fhir/Evidence/$pool?effect=IRR&model=fixed-inverse-variance',
      headers: FHIR,
      body: bundle(states),
    });

  test('is pooled without being stored, whoever made it', async () => {
    const rows = await server.rows();
    const response = await sent(['active', 'active', 'active']);
    expect(response.status, response.text).toBe(200);
    const found = resourceOf(response).value as Evidence;
    expect(first(found).sampleSize?.numberOfStudies).toBe(3);
    expect(first(found).quantity?.value).toBeCloseTo(Math.cbrt(0.8 * 0.9 * 0.7), 5);
    expect(found.relatedArtifact?.[0]?.resourceReference?.reference).toMatch(/^urn:uuid:/);
    expect(notes(found)).toContain('No time point is stated by: A; B; C');
    expect(await server.rows()).toBe(rows);
  });

  test('is left out if its publication was retracted', async () => {
    const response = await sent(['active', 'retracted', 'active']);
    const found = resourceOf(response).value as Evidence;
    expect(first(found).sampleSize?.numberOfStudies).toBe(2);
    expect(first(found).quantity?.value).toBeCloseTo(Math.sqrt(0.8 * 0.7), 5);
    expect(notes(found)).toContain('Left out, B: a publication of it was retracted: B');
  });

  test('is refused where too little is left', async () => {
    const response = await sent(['active', 'retracted', 'retracted']);
    expect(response.status).toBe(422);
    expect(response.text).toContain('a publication of it was retracted');
  });
});

describe('What cannot be asked', () => {
  test.each([
    [{ effect: 'RR', model: 'fixed-peto' }, 'pools odds ratios'],
    [{ effect: 'MD', model: 'fixed-mantel-haenszel' }, 'pools counts'],
    [{ effect: 'RR', model: 'fixed-inverse-variance', hartungKnapp: 'true' }, 'random effects'],
    [{ effect: 'XX' }, 'is one of: RR, OR'],
    [{ effect: 'RR', sharedControl: 'ignore' }, 'is one of: refuse, split'],
    [{ effect: 'RR', nonsense: '1' }, 'nonsense'],
    [{ effect: 'RR', search: 'nonsense=1' }, 'nonsense'],
    [{}, 'effect'],
  ])('%j', async (choices, words) => {
    const response = await asked('tuberculosis', choices as Record<string, string>);
    expect(response.status, response.text).toBe(400);
    expect(response.text).toContain(words);
  });

  test('nothing at all', async () => {
    expect((await send(server, { path: '/fhir/Evidence/$pool?effect=RR' })).status).toBe(400);
  });

  test('what nothing tells of', async () => {
    expect(Object.keys(await refused('nobody told of this', { effect: 'RR' }))).toEqual(['pool-too-few']);
  });
});
