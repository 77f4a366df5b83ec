import { afterAll, beforeAll, expect, test } from 'vitest';
import { put, send } from '../case.ts';
import { createServer, type Server } from '../server.ts';
import { type Issuer, startIssuer } from './issuer.ts';

let issuer: Issuer;
let server: Server;

beforeAll(async () => {
  issuer = await startIssuer();
  server = await createServer({ security: issuer.security });
  await send(server, {
    ...put({
      resourceType: 'ResearchStudy',
      id: 'sea',
      status: 'active',
      progressStatus: [
        {
          state: {
            coding: [{ system: 'http://hl7.org/fhir/research-study-status', code: 'completed' }],
          },
        },
      ],
    }),
    headers: {
      'Content-Type': 'application/fhir+json',
      Authorization: `Bearer ${await issuer.token('system/*.cruds')}`,
    },
  });
});

afterAll(async () => {
  issuer.close();
  await server.close();
});

const asked = async (path: string, scope?: string) => {
  const headers = scope === undefined ? {} : { Authorization: `Bearer ${await issuer.token(scope)}` };
  return send(server, { path, headers });
};

test.each([
  ['/r4/metadata', undefined, 200],
  ['/r4/ResearchStudy/sea', undefined, 401],
  ['/r4/ResearchStudy/sea', 'system/ResearchStudy.r', 200],
  ['/r4/ResearchStudy/sea', 'system/Organization.r', 403],
  ['/r4/ResearchStudy', 'system/ResearchStudy.r', 403],
  ['/r4/EffectEvidenceSynthesis', 'system/ResearchStudy.s', 403],
  ['/r4/EffectEvidenceSynthesis', 'system/Evidence.s', 200],
] as const)('%s with %s is answered with %i', async (path, scope, status) => {
  expect((await asked(path, scope)).status).toBe(status);
});

test.each([
  // A scope lets the same, whatever version of FHIR is spoken: its search is read by the names of R5.
  ['system/ResearchStudy.rs?status=active', 1],
  ['system/ResearchStudy.rs?status=completed', 0],
  ['system/ResearchStudy.rs?current-state=completed', 1],
])('%s shows the same number of studies under both bases', async (scope, total) => {
  for (const base of ['fhir', 'r4']) {
    const { body } = await asked(`/${base}/ResearchStudy`, scope);
    expect([base, body.total]).toEqual([base, total]);
  }
});
