import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './client.ts';
import { type SeedNumber, seed } from './documents.ts';
import { ingest } from './loaded.ts';
import { addressOf } from './select.ts';
import { startServer } from './server.ts';
import type { Served } from './written.ts';

/** The id of each document's study: its first registry number, else the document's hash. */
const STUDIES: Readonly<Record<SeedNumber, string>> = {
  '000': 'IRCT20200217046526N2',
  '001': 'IRCT20160809029275N1',
  '002': createHash('sha256').update(seed('002')).digest('hex'),
  '003': 'NCT04615429',
  '004': 'NCT04445454',
};
const NUMBERS = Object.keys(STUDIES) as SeedNumber[];

/** The numbers they are registered under, as a search says them. */
const IDENTIFIERS: readonly [SeedNumber, string][] = [
  ['000', 'https://www.irct.ir|IRCT20200217046526N2'],
  ['001', 'https://www.irct.ir|IRCT20160809029275N1'],
  ['003', 'https://clinicaltrials.gov|NCT04615429'],
  ['003', 'https://www.clinicaltrialsregister.eu|2020-002193-27'],
  ['004', 'https://clinicaltrials.gov|NCT04445454'],
];

/** Some of the 120 orders: forwards, backwards, and each document first and last once. */
const ORDERS = ['01234', '43210', '12340', '24031', '30142'].map((order) =>
  [...order].map((digit) => `00${digit}` as SeedNumber),
);

interface Outcome {
  readonly issue: readonly { readonly severity: string; readonly details?: { readonly text?: string } }[];
}

const versions = (resources: readonly Served[]) =>
  resources.map(
    (resource) => `${addressOf(resource)} ${resource.meta?.versionId} ${resource.meta?.lastUpdated}`,
  );

const resourcesIn = (body: unknown): readonly Served[] =>
  ((body as Served<'Bundle'>).entry ?? [])
    .map(({ resource }) => resource as Served)
    .filter(({ resourceType }) => resourceType !== 'OperationOutcome');

/** Documents loaded one after the other into a server of their own, and what each of them gave. */
interface LoadedInOrder {
  readonly client: Client;
  readonly close: () => Promise<void>;
  readonly byDocument: ReadonlyMap<SeedNumber, readonly Served[]>;
}

const loadInOrder = async (order: readonly SeedNumber[]): Promise<LoadedInOrder> => {
  const { client, close } = await startServer();
  const byDocument = new Map<SeedNumber, readonly Served[]>();
  for (const number of order) {
    const answer = await ingest(client, seed(number));
    expect(answer.status, answer.text).toBe(201);
    byDocument.set(number, resourcesIn(answer.body));
  }
  return { client, close, byDocument };
};

/** The addresses of all that a document gave; the reading software is written with the first document only. */
const addressesOf = ({ byDocument }: LoadedInOrder, number: SeedNumber): readonly string[] =>
  (byDocument.get(number) ?? []).map(addressOf).filter((address) => !address.startsWith('Device/'));

/** When something was written is the only thing that may differ from one loading to the next. */
const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

/** The text of everything that a loading gave, as served, by address. */
const texts = async ({ client, byDocument }: LoadedInOrder): Promise<ReadonlyMap<string, string>> => {
  const addresses = new Set([...byDocument.values()].flat().map(addressOf));
  const served = await Promise.all([...addresses].map((address) => client.get(address)));
  expect(served.filter(({ status }) => status !== 200)).toEqual([]);
  return new Map([...addresses].map((address, at) => [address, `${served[at]?.text}`.replace(INSTANT, '')]));
};

let loaded: LoadedInOrder;
let client: Client;
let written: readonly Served[];

beforeAll(async () => {
  loaded = await loadInOrder(NUMBERS);
  client = loaded.client;
  written = [...new Map([...loaded.byDocument.values()].flat().map((one) => [addressOf(one), one])).values()];
});

afterAll(() => loaded.close());

describe('five documents', () => {
  test('are five studies', async () => {
    const studies = await client.search('ResearchStudy', {});
    expect(studies.map(({ id }) => id).toSorted()).toEqual(Object.values(STUDIES).toSorted());
    const count = await client.get('ResearchStudy?_summary=count');
    expect(count.body).toMatchObject({ total: '5' });
  });

  test.each(IDENTIFIERS)('%s alone is found by %s', async (number, identifier) => {
    const found = await client.search('ResearchStudy', { identifier });
    expect(found.map(({ id }) => id)).toEqual([STUDIES[number]]);
  });

  test.each(NUMBERS)('what %s gave was given by no other', (number) => {
    const own = addressesOf(loaded, number);
    const others = NUMBERS.filter((other) => other !== number).flatMap((other) => addressesOf(loaded, other));
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter((one) => others.includes(one))).toEqual([]);
  });

  test('share the reading software, which is there once', async () => {
    expect(await client.search('Device', {})).toHaveLength(1);
  });

  test('were written as first versions', () => {
    expect(written.length).toBeGreaterThan(200);
    expect(written.filter(({ meta }) => meta?.versionId !== '1')).toEqual([]);
  });
});

describe('whatever the order they come in', () => {
  test.each(ORDERS.map((order) => [order.join(', '), order] as const))(
    '%s: every resource is the same text under the same id',
    async (_, order) => {
      const other = await loadInOrder(order);
      try {
        const studies = await other.client.get('ResearchStudy?_summary=count');
        expect(studies.body).toMatchObject({ total: '5' });
        const [here, there] = [await texts(loaded), await texts(other)];
        expect([...there.keys()].toSorted()).toEqual([...here.keys()].toSorted());
        expect([...here.keys()].filter((address) => there.get(address) !== here.get(address))).toEqual([]);
      } finally {
        await other.close();
      }
    },
  );

  test.each(NUMBERS)('%s alone gives what it gives among the others', async (number) => {
    const alone = await loadInOrder([number]);
    try {
      const [here, there] = [await texts(loaded), await texts(alone)];
      expect(addressesOf(alone, number)).toEqual(addressesOf(loaded, number));
      expect([...there.keys()].filter((address) => there.get(address) !== here.get(address))).toEqual([]);
    } finally {
      await alone.close();
    }
  });
});

describe('the reading of each', () => {
  test.each(NUMBERS)('%s: by whom, from what, and all that came of it', async (number) => {
    const id = STUDIES[number];
    const readings = await client.search('Provenance', { target: `ResearchStudy/${id}` });
    expect(readings).toHaveLength(1);
    const { target, agent, entity, meta } = readings[0]!;
    expect(agent.map(({ who }) => who.reference)).toEqual([expect.stringMatching(/^Device\/trialbridge-/)]);
    const sources = (entity ?? []).map(({ role, what }) => [role, what.reference?.split('/')[0]]);
    expect(sources).toEqual([['source', 'DocumentReference']]);
    const made = (loaded.byDocument.get(number) ?? []).filter(
      ({ resourceType }) => !['Device', 'DocumentReference', 'Provenance'].includes(resourceType),
    );
    expect(made.length).toBeGreaterThan(30);
    const targets = target.map(({ reference }) => reference);
    for (const resource of made) expect(targets).toContain(`${addressOf(resource)}/_history/1`);
    for (const reference of targets) expect(await client.read(reference ?? '')).toHaveProperty('id');
    expect(meta?.versionId).toBe('1');
  });
});

describe('loaded again', () => {
  test.each(NUMBERS)('%s: 200, and what is stored stays as it is', async (number) => {
    const answer = await ingest(client, seed(number));
    expect(answer.status).toBe(200);
    const addresses = new Set(written.map(addressOf));
    expect(resourcesIn(answer.body).filter((one) => !addresses.has(addressOf(one)))).toEqual([]);
    for (const resource of written) {
      expect(await client.read(addressOf(resource))).toEqual(resource);
      const second = await client.get(`${addressOf(resource)}/_history/2`);
      expect(second.status, addressOf(resource)).toBe(404);
    }
  });

  test('nothing has been added', async () => {
    const types = new Set(written.map(({ resourceType }) => resourceType));
    const stored = await Promise.all([...types].map((type) => client.search(type, {})));
    expect(versions(stored.flat()).toSorted()).toEqual(versions(written).toSorted());
  });
});

describe('everything served is valid', () => {
  test('of all resources, none has an error', async () => {
    const errors: string[] = [];
    for (const resource of written) {
      const { text } = await client.get(addressOf(resource));
      const { status, body } = await client.post(
        `${resource.resourceType}/$validate`,
        text,
        'application/fhir+json',
      );
      expect(status).toBe(200);
      for (const { severity, details } of (body as Outcome).issue)
        if (severity === 'error' || severity === 'fatal')
          errors.push(`${addressOf(resource)} ${details?.text}`);
    }
    expect(errors).toEqual([]);
  });

  test('what is not valid has one, so that the test above can fail', async () => {
    const { text } = await client.get('ResearchStudy/NCT04445454');
    const wrong = JSON.stringify({ ...JSON.parse(text), status: 'finished' });
    const { body } = await client.post('ResearchStudy/$validate', wrong, 'application/fhir+json');
    expect((body as Outcome).issue.map(({ severity }) => severity)).toContain('error');
  });
});
