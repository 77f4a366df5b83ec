import type { Organization } from 'fhir/r5.js';
import { type Case, created, deletion, FHIR, put, testCases } from '../case.ts';
import { BASE } from '../server.ts';

const ward = (name: string, more: Partial<Organization> = {}): Organization => ({
  resourceType: 'Organization',
  id: 'id-1',
  name,
  ...more,
});

const ORGANIZATION = '/fhir/Organization/id-1';

/** A PUT of a text. */
const putText = (body: string, path = ORGANIZATION, headers: Record<string, string> = {}) =>
  ({ method: 'put', path, headers: { ...FHIR, ...headers }, body }) as const;

const CASES: Case[] = [
  {
    name: 'replaces',
    before: created,
    ...put(ward('Ward 8')),
    status: 200,
    answered: { etag: 'W/"2"', location: `${BASE}/Organization/id-1/_history/2` },
    has: ['Ward 8', '"versionId":"2"'],
    rows: 1,
    after: [{ path: `${ORGANIZATION}/_history/1`, status: 200, has: ['Ward 7'] }],
  },
  {
    name: 'replaces labels by those that are sent',
    before: [put(ward('Ward 7', { meta: { source: 'urn:example:a', tag: [{ code: 'a' }] } }))],
    ...put(ward('Ward 7', { meta: { source: 'urn:example:b', tag: [{ code: 'b' }] } })),
    status: 200,
    matches: { meta: { versionId: '2', source: 'urn:example:b', tag: [{ code: 'b' }] } },
    rows: 1,
  },
  {
    name: 'creates',
    ...put(ward('Ward 8')),
    status: 201,
    answered: { etag: 'W/"1"', location: `${BASE}/Organization/id-1/_history/1` },
    rows: 1,
  },
  {
    name: 'creates again what was deleted, with the next version',
    before: [...created, deletion('Organization/id-1')],
    ...put(ward('Ward 7')),
    status: 201,
    answered: { etag: 'W/"3"' },
    rows: 1,
  },
  {
    name: 'and answers nothing',
    before: created,
    ...put(ward('Ward 8'), { Prefer: 'return=minimal' }),
    status: 200,
    answered: { etag: 'W/"2"' },
    hasNot: ['Ward'],
    rows: 1,
  },
  {
    name: 'without an id',
    before: created,
    ...putText('{"resourceType":"Organization","name":"Ward 8"}'),
    status: 400,
    has: ['Organization.id'],
  },
  {
    name: 'with another id',
    before: created,
    ...putText('{"resourceType":"Organization","id":"id-2","name":"Ward 8"}'),
    status: 400,
    has: ['Organization.id'],
  },
  { name: 'with another type', ...putText('{"resourceType":"Device","id":"id-1"}'), status: 400 },
  {
    name: 'under an id that cannot be',
    ...putText('{"resourceType":"Organization","id":"a b","name":"x"}', '/fhir/Organization/a%20b'),
    status: 400,
    has: ['not a logical id'],
  },
  {
    name: 'with an error',
    before: created,
    ...put({ ...ward('Ward 8'), colour: 'red' } as Organization),
    status: 422,
    has: ['colour'],
  },
  {
    name: 'with a reference that leads nowhere',
    before: created,
    ...put(ward('Ward 8', { partOf: { reference: 'Organization/none' } })),
    status: 409,
    has: ['Organization/id-1 refers to Organization/none'],
  },
  {
    name: 'with a reference to itself',
    ...put(ward('Ward 8', { partOf: { reference: 'Organization/id-1' } })),
    status: 201,
    rows: 1,
  },
  { name: 'of a version', before: created, ...putText('{}', `${ORGANIZATION}/_history/1`), status: 405 },
];

const exact =
  '{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"valueQuantity":{"value":1.0,"unit":"mg"}}';

const observation = (body: string) => putText(body, '/fhir/Observation/o');

const SAME: Case[] = [
  {
    name: 'what is stored',
    before: created,
    ...put(ward('Ward 7')),
    status: 200,
    answered: { etag: 'W/"1"', location: `${BASE}/Organization/id-1/_history/1` },
    has: ['Ward 7'],
  },
  {
    name: 'what is stored, in another order and as another version',
    before: [observation(exact)],
    ...observation(
      '{"valueQuantity": {"unit":"mg", "value":1.0}, "code":{"text":"x"}, "meta":{"versionId":"7","lastUpdated":"1999-01-01T00:00:00Z"}, "status":"final", "id":"o", "resourceType":"Observation"}',
    ),
    status: 200,
    answered: { etag: 'W/"1"' },
  },
  {
    name: 'what was read before',
    before: [put(ward('Ward 7', { meta: { tag: [{ code: 't' }] } }))],
    ...put(ward('Ward 7', { meta: { versionId: '1', tag: [{ code: 't' }] } })),
    status: 200,
    answered: { etag: 'W/"1"' },
  },
  {
    name: 'a decimal with another digit',
    before: [observation(exact)],
    ...observation(exact.replace('1.0', '1.00')),
    status: 200,
    answered: { etag: 'W/"2"' },
    has: ['"value":1.00,'],
    rows: 1,
  },
  {
    name: 'items in another order',
    before: [put(ward('Ward 7', { alias: ['a', 'b'] }))],
    ...put(ward('Ward 7', { alias: ['b', 'a'] })),
    status: 200,
    answered: { etag: 'W/"2"' },
    rows: 1,
  },
  {
    name: 'another tag',
    before: [put(ward('Ward 7', { meta: { tag: [{ code: 'a' }] } }))],
    ...put(ward('Ward 7')),
    status: 200,
    answered: { etag: 'W/"2"' },
    hasNot: ['tag'],
    rows: 1,
  },
  {
    name: 'what is stored, with a condition that is not met',
    before: created,
    ...put(ward('Ward 7'), { 'If-Match': 'W/"2"' }),
    status: 412,
  },
];

const PRECONDITIONS: Case[] = [
  {
    name: 'of the version it names',
    before: created,
    ...put(ward('Ward 8'), { 'If-Match': 'W/"1"' }),
    status: 200,
    answered: { etag: 'W/"2"' },
    rows: 1,
  },
  {
    name: 'of another version',
    before: created,
    ...put(ward('Ward 8'), { 'If-Match': 'W/"2"' }),
    status: 412,
    has: ['If-Match', 'version 1'],
  },
  {
    name: 'of one of several versions',
    before: created,
    ...put(ward('Ward 8'), { 'If-Match': 'W/"3", "1"' }),
    status: 200,
    rows: 1,
  },
  {
    name: 'of any version',
    before: created,
    ...put(ward('Ward 8'), { 'If-Match': '*' }),
    status: 200,
    rows: 1,
  },
  {
    name: 'of any version where there is none',
    ...put(ward('Ward 8'), { 'If-Match': '*' }),
    status: 412,
    has: ['there is none'],
  },
  {
    name: 'of a version of what was deleted',
    before: [...created, deletion('Organization/id-1')],
    ...put(ward('Ward 8'), { 'If-Match': 'W/"2"' }),
    status: 412,
  },
  {
    name: 'of nothing, where there is nothing',
    ...put(ward('Ward 8'), { 'If-None-Match': '*' }),
    status: 201,
    rows: 1,
  },
  {
    name: 'of nothing, where there is something',
    before: created,
    ...put(ward('Ward 8'), { 'If-None-Match': '*' }),
    status: 412,
    has: ['Organization/id-1 exists'],
  },
  {
    name: 'of nothing, where it was deleted',
    before: [...created, deletion('Organization/id-1')],
    ...put(ward('Ward 8'), { 'If-None-Match': '*' }),
    status: 201,
    rows: 1,
  },
  {
    name: 'of any but a version',
    before: created,
    ...put(ward('Ward 8'), { 'If-None-Match': 'W/"1"' }),
    status: 412,
  },
];

const site = (id: string, value: string) =>
  put({ resourceType: 'Organization', id, identifier: [{ system: 'urn:s', value }] });

const sites = [site('a', '1'), site('b', '2'), site('c', '2')];

const where = (condition: string, id?: string, headers: Record<string, string> = {}) =>
  putText(
    JSON.stringify({ resourceType: 'Organization', ...(id !== undefined && { id }), name: 'New' }),
    `/fhir/Organization?${condition}`,
    headers,
  );

/** Rows of https://hl7.org/fhir/R5/http.html#cond-update, and what lies beside them. */
const CONDITIONAL: Case[] = [
  {
    name: 'nothing meets it, no id',
    before: sites,
    ...where('identifier=3'),
    status: 201,
    answered: { location: `${BASE}/Organization/id-1/_history/1` },
    rows: 1,
  },
  {
    name: 'nothing meets it, an id that is not there',
    before: sites,
    ...where('identifier=3', 'd'),
    status: 201,
    answered: { location: `${BASE}/Organization/d/_history/1` },
    rows: 1,
  },
  {
    name: 'nothing meets it, an id that was deleted',
    before: [...sites, deletion('Organization/a')],
    ...where('identifier=3', 'a'),
    status: 201,
    answered: { location: `${BASE}/Organization/a/_history/3` },
    rows: 1,
  },
  {
    name: 'nothing meets it, an id that is there',
    before: sites,
    ...where('identifier=3', 'a'),
    status: 409,
    has: ['Organization/a'],
  },
  {
    name: 'nothing meets it, an id that cannot be',
    before: sites,
    ...where('identifier=3', 'a b'),
    status: 422,
    has: ['Organization.id'],
  },
  {
    name: 'one meets it, no id',
    before: sites,
    ...where('identifier=1'),
    status: 200,
    answered: { location: `${BASE}/Organization/a/_history/2` },
    has: ['"id":"a"', 'New'],
    rows: 1,
  },
  {
    name: 'one meets it, its id',
    before: sites,
    ...where('identifier=1', 'a'),
    status: 200,
    answered: { location: `${BASE}/Organization/a/_history/2` },
    rows: 1,
  },
  {
    name: 'one meets it, another id',
    before: sites,
    ...where('identifier=1', 'b'),
    status: 400,
    has: ['Organization.id'],
  },
  {
    name: 'several meet it',
    before: sites,
    ...where('identifier=2'),
    status: 412,
    has: ['multiple-matches'],
  },
  { name: 'no condition', before: sites, ...where(''), status: 412 },
  {
    name: 'a parameter it has not',
    before: sites,
    ...where('colour=red'),
    status: 400,
    has: ['http.colour'],
  },
  {
    name: 'one meets it, of the version named',
    before: sites,
    ...where('identifier=1', undefined, { 'If-Match': 'W/"1"' }),
    status: 200,
    rows: 1,
  },
  {
    name: 'one meets it, of another version',
    before: sites,
    ...where('identifier=1', undefined, { 'If-Match': 'W/"2"' }),
    status: 412,
  },
  {
    name: 'one meets it, to be created only',
    before: sites,
    ...where('identifier=1', undefined, { 'If-None-Match': '*' }),
    status: 412,
  },
  {
    name: 'one meets it, and is the same',
    before: [put({ resourceType: 'Organization', id: 'a', name: 'New' })],
    ...where('name=New'),
    status: 200,
    answered: { etag: 'W/"1"' },
  },
];

testCases('update', CASES);
testCases('update with the same', SAME);
testCases('update', PRECONDITIONS);
testCases('conditional update where', CONDITIONAL);
