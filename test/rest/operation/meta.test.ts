import { type Case, deletion, FHIR, parameters, put, testCases } from '../case.ts';

const GREEN = { system: 'urn:colours', code: 'green' };
const RED = { system: 'urn:colours', code: 'red' };
const SECRET = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };

const organization = put({
  resourceType: 'Organization',
  id: 'a',
  meta: { tag: [{ ...GREEN, display: 'Green' }], security: [SECRET] },
  name: 'Ward 7',
});

/** A resource with a decimal, which no change of its meta may touch. */
const device = {
  method: 'put',
  path: '/fhir/Observation/o',
  headers: FHIR,
  body: `{"resourceType":"Observation","id":"o","meta":{"tag":[${JSON.stringify(RED)}]},"status":"final","code":{"text":"x"},"valueQuantity":{"value":1.50}}`,
} as const;

const change = (operation: string, meta: object, path = '/fhir/Organization/a') =>
  ({
    method: 'post',
    path: `${path}/$${operation}`,
    headers: FHIR,
    body: parameters({ name: 'meta', valueMeta: meta }),
  }) as const;

const meta = (found: object) => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'return', valueMeta: found }],
});

const CASES: Case[] = [
  {
    name: 'of a resource',
    before: [organization],
    path: '/fhir/Organization/a/$meta',
    status: 200,
    matches: meta({ versionId: '1', tag: [{ ...GREEN, display: 'Green' }], security: [SECRET] }),
  },
  {
    name: 'of a resource by POST',
    before: [organization],
    method: 'post',
    path: '/fhir/Organization/a/$meta',
    status: 200,
    matches: meta({ tag: [GREEN] }),
  },
  {
    name: 'of a version',
    before: [organization, put({ resourceType: 'Organization', id: 'a', name: 'Ward 8' })],
    path: '/fhir/Organization/a/_history/1/$meta',
    status: 200,
    matches: meta({ versionId: '1', tag: [GREEN] }),
    after: [
      {
        path: '/fhir/Organization/a/$meta',
        status: 200,
        matches: meta({ versionId: '2' }),
        hasNot: ['green'],
      },
      { path: '/fhir/Organization/a/_history/3/$meta', status: 404 },
    ],
  },
  {
    name: 'of a type',
    before: [organization, device],
    path: '/fhir/Organization/$meta',
    status: 200,
    matches: meta({ tag: [GREEN], security: [SECRET] }),
    hasNot: ['red', 'versionId'],
  },
  {
    name: 'of everything',
    before: [organization, device],
    path: '/fhir/$meta',
    status: 200,
    matches: meta({ tag: [GREEN, RED], security: [SECRET] }),
  },
  {
    name: 'of everything, not of what was',
    before: [organization, deletion('Organization/a')],
    path: '/fhir/$meta',
    status: 200,
    hasNot: ['green'],
  },
  { name: 'of what is not stored', path: '/fhir/Organization/a/$meta', status: 404 },
  {
    name: 'of what was deleted',
    before: [organization, deletion('Organization/a')],
    path: '/fhir/Organization/a/$meta',
    status: 410,
  },
  {
    name: 'and more',
    before: [device],
    ...change('meta-add', { tag: [GREEN], profile: ['urn:profile'] }, '/fhir/Observation/o'),
    status: 200,
    answered: { etag: 'W/"2"' },
    matches: meta({ versionId: '2', tag: [GREEN, RED], profile: ['urn:profile'] }),
    rows: 1,
    after: [
      { path: '/fhir/Observation/o', status: 200, has: ['"value":1.50'] },
      { path: '/fhir/Observation?_tag=green', status: 200, has: ['"total":1'] },
    ],
  },
  {
    name: 'and what is there already, with other words',
    before: [organization],
    ...change('meta-add', { tag: [{ ...GREEN, display: 'Verde' }] }),
    status: 200,
    answered: { etag: 'W/"1"' },
    matches: meta({ tag: [{ ...GREEN, display: 'Green' }] }),
    rows: 0,
  },
  {
    name: 'without a tag, whatever it is called',
    before: [organization],
    ...change('meta-delete', { tag: [{ ...GREEN, display: 'Verde', version: '2' }] }),
    status: 200,
    matches: meta({ versionId: '2', security: [SECRET] }),
    hasNot: ['green'],
    rows: 1,
  },
  {
    name: 'without what is not there',
    before: [organization],
    ...change('meta-delete', { tag: [RED], profile: ['urn:profile'] }),
    status: 200,
    matches: meta({ versionId: '1', tag: [GREEN] }),
    rows: 0,
  },
  {
    name: 'and more, of another version than the current one',
    before: [organization],
    ...change('meta-add', { tag: [RED] }),
    headers: { ...FHIR, 'If-Match': 'W/"7"' },
    status: 412,
    rows: 0,
  },
  {
    name: 'and what makes the resource wrong',
    before: [organization],
    ...change('meta-add', { profile: ['http://hl7.org/fhir/StructureDefinition/bodyweight'] }),
    status: 422,
    rows: 0,
  },
  {
    name: 'and what is no meta',
    before: [organization],
    ...change('meta-add', { tag: 'red' }),
    status: 400,
    has: ['“meta”', 'Parameters.parameter[0].value'],
    rows: 0,
  },
  {
    name: 'and nothing',
    before: [organization],
    method: 'post',
    path: '/fhir/Organization/a/$meta-add',
    status: 400,
    has: ['meta', '"required"'],
    rows: 0,
  },
  {
    name: 'and more, by GET',
    before: [organization],
    path: '/fhir/Organization/a/$meta-add',
    status: 405,
    answered: { allow: 'POST' },
  },
  { name: 'and more, of what is not stored', ...change('meta-add', { tag: [RED] }), status: 404, rows: 0 },
];

testCases('meta', CASES);
