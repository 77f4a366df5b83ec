import type { CapabilityStatement } from 'fhir/r5.js';
import request from 'supertest';
import { expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import { RESOURCE_TYPES, TRIAL_TYPES } from '../../src/fhir/resource-type.ts';
import { BASE, createServer, NOW, validate } from './server.ts';

const { app } = await createServer();
const statement: CapabilityStatement = (await request(app).get('/fhir/metadata').expect(200)).body;
const resources = statement.rest?.[0]?.resource ?? [];

test('the CapabilityStatement is valid and speaks of this server', () => {
  expect(validate(content(statement)).filter(isError)).toEqual([]);
  expect(statement).toMatchObject({
    kind: 'instance',
    fhirVersion: '5.0.0',
    date: NOW,
    implementation: { url: BASE },
    software: { name: 'Trialbridge', version: '0.0.0' },
  });
});

test('it names each type that is served, with what can be done', () => {
  expect(resources.map(({ type }) => type)).toEqual([...RESOURCE_TYPES]);
  for (const { type, interaction, operation } of resources) {
    const creates = TRIAL_TYPES.some((one) => one === type);
    expect(
      interaction?.map(({ code }) => code),
      type,
    ).toEqual(['read', 'vread', ...(creates ? ['create'] : []), 'search-type']);
    expect(
      operation?.map(({ name }) => name),
      type,
    ).toEqual(['validate']);
  }
  expect(statement.rest?.[0]?.operation?.map(({ name }) => name)).toEqual(['ingest', 'validate']);
});

test('each type of a trial has profiles, and all that is named of ours is served', async () => {
  const ours = resources.flatMap((one) => [
    ...(one.supportedProfile ?? []),
    ...(one.searchParam ?? []).map(({ definition }) => definition ?? ''),
  ]);
  for (const { type, supportedProfile = [] } of resources)
    expect(supportedProfile.length > 0, type).toBe(TRIAL_TYPES.some((one) => one === type));
  const canonicals = [
    ...ours,
    ...(statement.rest?.[0]?.operation ?? []).map(({ definition }) => definition),
  ].filter((url) => url.startsWith('https://w3id.org/trialbridge/'));
  expect(canonicals.length).toBeGreaterThan(20);
  for (const url of new Set(canonicals)) {
    const type = url.split('/').at(-2);
    const { body } = await request(app).get(`/fhir/${type}`).query({ url });
    expect(body.total, url).toBe(1);
  }
});

test('every search parameter that is declared works, and no other', async () => {
  for (const { type, searchParam = [] } of resources) {
    for (const { name } of searchParam) await request(app).get(`/fhir/${type}?${name}=x`).expect(200);
    const { body } = await request(app).get(`/fhir/${type}?none=x`).expect(400);
    for (const { name } of searchParam) expect(body.issue[0].details.text).toContain(name);
  }
});
