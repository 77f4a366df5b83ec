import type { Bundle, CapabilityStatement } from 'fhir/r5.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import rows from '../../profiles/generated/r4-search-parameters.json' with { type: 'json' };
import { ingested, send } from './case.ts';
import { createServer, type Server } from './server.ts';

let server: Server;

beforeAll(async () => {
  server = await createServer();
  for (const sent of ingested) await send(server, sent);
});

afterAll(() => server.close());

const found = async (path: string): Promise<readonly unknown[]> => {
  const { status, body } = await send(server, { path });
  expect(status, path).toBe(200);
  const { entry = [] } = body as Bundle;
  return entry.filter(({ search }) => search?.mode === 'match').map(({ resource }) => resource?.id);
};

const COMPARED = ['ResearchStudy', 'PlanDefinition', 'Group', 'DocumentReference', 'Device'];

test.each(COMPARED)('each search parameter of R4 finds the same %s as that of R5', async (type) => {
  const { rest } = (await send(server, { path: '/r4/metadata' })).body as CapabilityStatement;
  const declared = rest?.[0]?.resource?.find((one) => one.type === type)?.searchParam ?? [];
  const codes = declared.filter((one) => one.type !== 'composite').map(({ name }) => name);
  const own = rows.filter((one) => one.type === type && codes.includes(one.code));
  expect(own.length).toBeGreaterThan(5);
  let some = 0;
  for (const { code, r5 } of own) {
    const inR4 = await found(`/r4/${type}?${code}:missing=false&_sort=_id`);
    expect(inR4, code).toEqual(await found(`/fhir/${type}?${r5}:missing=false&_sort=_id`));
    if (inR4.length > 0) some += 1;
  }
  expect(some).toBeGreaterThan(0);
});
