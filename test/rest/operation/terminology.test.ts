import { type Case, created, deletion, FHIR, parameters, put, testCases } from '../case.ts';

const COLOURS = {
  resourceType: 'CodeSystem',
  id: 'colours',
  url: 'urn:example:colours',
  version: '2',
  status: 'active',
  content: 'complete',
  hierarchyMeaning: 'is-a',
  concept: [
    { code: 'red', display: 'Red', concept: [{ code: 'crimson', display: 'Crimson' }] },
    { code: 'blue', display: 'Blue' },
  ],
} as const;

const WARM = {
  resourceType: 'ValueSet',
  id: 'warm',
  url: 'urn:example:warm',
  status: 'active',
  compose: {
    include: [{ system: COLOURS.url, filter: [{ property: 'concept', op: 'is-a', value: 'red' }] }],
  },
} as const;

const before = [put(COLOURS as never), put(WARM as never)];

const post = (path: string, body: string) => ({ method: 'post', path, headers: FHIR, body }) as const;

const part = (name: string, value: object) => ({ name, ...value });

const result = (valueBoolean: boolean) => part('result', { valueBoolean });

const EXPAND: Case[] = [
  {
    name: 'by its URL',
    before,
    path: '/fhir/ValueSet/$expand?url=urn:example:warm',
    status: 200,
    matches: {
      resourceType: 'ValueSet',
      expansion: { total: 2, contains: [{ code: 'red' }, { code: 'crimson', display: 'Crimson' }] },
    },
    hasNot: ['blue'],
  },
  {
    name: 'by its id',
    before,
    path: '/fhir/ValueSet/warm/$expand?filter=cri',
    status: 200,
    matches: { expansion: { total: 1, contains: [{ code: 'crimson' }] } },
  },
  {
    name: 'a page of it',
    before,
    path: '/fhir/ValueSet/warm/$expand?offset=1&count=1',
    status: 200,
    matches: { expansion: { total: 2, offset: 1, contains: [{ code: 'crimson' }] } },
  },
  {
    name: 'one that is sent, of a code system that is stored',
    before,
    ...post('/fhir/ValueSet/$expand', JSON.stringify({ ...WARM, url: 'urn:other', id: 'other' })),
    status: 200,
    matches: { url: 'urn:other', expansion: { total: 2 } },
  },
  {
    name: 'one of R5',
    path: '/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender',
    status: 200,
    matches: { expansion: { total: 4 } },
  },
  {
    name: 'one that is not known',
    path: '/fhir/ValueSet/$expand?url=urn:none',
    status: 404,
    has: ['urn:none'],
  },
  { name: 'one that is not stored', path: '/fhir/ValueSet/none/$expand', status: 404 },
  {
    name: 'one that was deleted',
    before: [...before, deletion('ValueSet/warm')],
    path: '/fhir/ValueSet/warm/$expand',
    status: 410,
    after: [{ path: '/fhir/ValueSet/$expand?url=urn:example:warm', status: 404 }],
  },
  {
    name: 'one that is too large',
    path: '/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/languages-none&count=-1',
    status: 400,
    has: ['count'],
  },
  {
    name: 'one of a grammar without end',
    path: '/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/mimetypes',
    status: 422,
  },
  { name: 'of another type', path: '/fhir/CodeSystem/$expand?url=urn:none', status: 404 },
];

const VALIDATE_CODE: Case[] = [
  {
    name: 'in a value set',
    before,
    path: `/fhir/ValueSet/$validate-code?url=${WARM.url}&system=${COLOURS.url}&code=crimson`,
    status: 200,
    matches: { resourceType: 'Parameters' },
    has: ['"name":"result","valueBoolean":true', 'Crimson'],
  },
  {
    name: 'not in a value set',
    before,
    path: `/fhir/ValueSet/warm/$validate-code?system=${COLOURS.url}&code=blue`,
    status: 200,
    has: [JSON.stringify(result(false)), 'message', 'not-in-value-set'],
  },
  {
    name: 'as a Coding with another display',
    before,
    ...post(
      '/fhir/ValueSet/warm/$validate-code',
      parameters({
        name: 'coding',
        valueCoding: { system: COLOURS.url, code: 'red', display: 'Green' },
      }),
    ),
    status: 200,
    has: [JSON.stringify(result(false)), 'Green'],
  },
  {
    name: 'as a CodeableConcept with one that is in it',
    before,
    ...post(
      '/fhir/ValueSet/warm/$validate-code',
      parameters({
        name: 'codeableConcept',
        valueCodeableConcept: {
          coding: [
            { system: COLOURS.url, code: 'blue' },
            { system: COLOURS.url, code: 'red' },
          ],
        },
      }),
    ),
    status: 200,
    has: [JSON.stringify(result(true))],
  },
  {
    name: 'as a Coding of the wrong shape',
    before,
    ...post('/fhir/ValueSet/warm/$validate-code', parameters({ name: 'coding', valueCoding: { code: 7 } })),
    status: 400,
    has: ['“coding”'],
  },
  { name: 'no code', before, path: '/fhir/ValueSet/warm/$validate-code', status: 400, has: ['code'] },
  {
    name: 'in a value set that is not known',
    path: '/fhir/ValueSet/$validate-code?url=urn:none&system=urn:x&code=a',
    status: 404,
  },
  {
    name: 'of a code system',
    before,
    path: `/fhir/CodeSystem/$validate-code?url=${COLOURS.url}&code=crimson`,
    status: 200,
    has: [JSON.stringify(result(true))],
  },
  {
    name: 'not of a code system',
    before,
    path: '/fhir/CodeSystem/colours/$validate-code?code=green',
    status: 200,
    has: [JSON.stringify(result(false))],
  },
  {
    name: 'of a code system that is sent',
    ...post(
      '/fhir/CodeSystem/$validate-code',
      parameters({ name: 'codeSystem', resource: COLOURS }, { name: 'code', valueCode: 'blue' }),
    ),
    status: 200,
    has: [JSON.stringify(result(true))],
  },
  {
    name: 'of a code system that is not known',
    path: '/fhir/CodeSystem/$validate-code?url=urn:none&code=a',
    status: 404,
  },
];

const LOOKUP: Case[] = [
  {
    name: 'a code',
    before,
    path: `/fhir/CodeSystem/$lookup?system=${COLOURS.url}&code=crimson`,
    status: 200,
    matches: { resourceType: 'Parameters' },
    has: ['"valueString":"Crimson"', '"valueCode":"parent"', '"valueCode":"red"'],
  },
  {
    name: 'a Coding',
    before,
    ...post(
      '/fhir/CodeSystem/$lookup',
      parameters({ name: 'coding', valueCoding: { system: COLOURS.url, code: 'blue' } }),
    ),
    status: 200,
    has: ['Blue'],
  },
  {
    name: 'a code of a stored system',
    before,
    path: '/fhir/CodeSystem/colours/$lookup?code=blue&property=parent',
    status: 200,
    has: ['Blue'],
  },
  {
    name: 'a code that is none',
    before,
    path: '/fhir/CodeSystem/colours/$lookup?code=green',
    status: 404,
    has: ['green'],
  },
  {
    name: 'a code of a version that is not known',
    before,
    path: `/fhir/CodeSystem/$lookup?system=${COLOURS.url}&version=9&code=blue`,
    status: 404,
  },
  { name: 'a code of no system', path: '/fhir/CodeSystem/$lookup?code=blue', status: 400, has: ['system'] },
  { name: 'a code of what is no system', before: created, path: '/fhir/Organization/$lookup', status: 404 },
];

const subsumes = (a: string, b: string) => `/fhir/CodeSystem/colours/$subsumes?codeA=${a}&codeB=${b}`;

const outcome = (valueCode: string) => ({ parameter: [{ name: 'outcome', valueCode }] });

const SUBSUMES: Case[] = [
  { name: 'above', before, path: subsumes('red', 'crimson'), status: 200, matches: outcome('subsumes') },
  { name: 'below', before, path: subsumes('crimson', 'red'), status: 200, matches: outcome('subsumed-by') },
  { name: 'the same', before, path: subsumes('red', 'red'), status: 200, matches: outcome('equivalent') },
  { name: 'beside', before, path: subsumes('red', 'blue'), status: 200, matches: outcome('not-subsumed') },
  { name: 'what is no code', before, path: subsumes('red', 'green'), status: 404 },
  {
    name: 'Codings',
    before,
    ...post(
      '/fhir/CodeSystem/$subsumes',
      parameters(
        { name: 'codingA', valueCoding: { system: COLOURS.url, code: 'red' } },
        { name: 'codingB', valueCoding: { system: COLOURS.url, code: 'crimson' } },
      ),
    ),
    status: 200,
    matches: outcome('subsumes'),
  },
  {
    name: 'Codings of different systems',
    before,
    ...post(
      '/fhir/CodeSystem/$subsumes',
      parameters(
        { name: 'codingA', valueCoding: { system: COLOURS.url, code: 'red' } },
        { name: 'codingB', valueCoding: { system: 'urn:other', code: 'crimson' } },
      ),
    ),
    status: 400,
  },
  { name: 'nothing', before, path: '/fhir/CodeSystem/$subsumes', status: 400 },
];

testCases('expand', EXPAND);
testCases('validate-code', VALIDATE_CODE);
testCases('lookup', LOOKUP);
testCases('subsumes', SUBSUMES);
