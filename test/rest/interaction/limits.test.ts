import { type Case, created, FHIR, put, testCases, XML } from '../case.ts';

const creation = (body: string, path = 'Organization', headers: Record<string, string> = FHIR) =>
  ({ method: 'post', path: `/fhir/${path}`, headers, body }) as const;

const organization = (more: object): string => JSON.stringify({ resourceType: 'Organization', ...more });

const long = 'ä'.repeat(20_000);

/** An extension in an extension in an extension … */
const nested = (depth: number): string =>
  `{"resourceType":"Organization","name":"x","extension":[${'{"url":"urn:e","extension":['.repeat(depth)}{"url":"urn:e","valueBoolean":true}${']}'.repeat(depth)}]}`;

const nestedXml = (depth: number): string =>
  `<Organization xmlns="http://hl7.org/fhir">${'<extension url="urn:e">'.repeat(depth)}<valueBoolean value="true"/>${'</extension>'.repeat(depth)}<name value="x"/></Organization>`;

const group = (value: string): string =>
  `{"resourceType":"Group","type":"person","membership":"definitional","characteristic":[{"code":{"text":"x"},"valueQuantity":{"value":${value},"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"},"exclude":false}]}`;

const stored = (name: string, body: string, more: Partial<Case> = {}): Case => ({
  name,
  ...creation(body),
  status: 201,
  rows: 1,
  ...more,
});

const read = (path = 'Organization/id-1', has: readonly string[] = []) =>
  ({ path: `/fhir/${path}`, status: 200, has }) as const;

const CASES: Case[] = [
  stored('a name that is very long', organization({ name: long }), {
    after: [read('Organization/id-1', [long]), read('Organization?name=ää', ['"total":1'])],
  }),
  stored(
    'an identifier that is very long',
    organization({ identifier: [{ system: 'urn:s', value: long }] }),
    {
      after: [read('Organization?identifier=urn:s|', ['"total":1'])],
    },
  ),
  stored(
    'addresses that are very long',
    organization({
      name: 'x',
      meta: { source: `urn:${long}`, tag: [{ system: `urn:${'x'.repeat(9000)}`, code: 'y'.repeat(9000) }] },
    }),
  ),
  stored('a name of surrogates in pairs', organization({ name: 'a😀' }), {
    after: [read('Organization/id-1?_format=xml', ['a😀'])],
  }),
  stored('extensions in extensions', nested(50), { after: [read('Organization/id-1?_format=xml')] }),
  stored('very many extensions in extensions', nested(50_000), { status: 400, rows: 0 }),
  {
    name: 'very many extensions in extensions in XML',
    ...creation(nestedXml(50_000), 'Organization', XML),
    status: 400,
  },
  stored('a list in a list in a list', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {
    status: 400,
    rows: 0,
  }),
  stored('a number of more digits than R5 has', group(`0.${'1'.repeat(18)}`), {
    path: '/fhir/Group',
    status: 422,
    rows: 0,
    has: ['decimal'],
  }),
  ...['1e400', '-1e400', '1e-400', '0.1e-1', '9007199254740993', `0.${'1'.repeat(17)}`].map((value) =>
    stored(`the number ${value}`, group(value), {
      path: '/fhir/Group',
      after: [
        read('Group/id-1', [`"value":${value},`]),
        read('Group/id-1?_format=xml', [`<value value="${value}"/>`]),
      ],
    }),
  ),
  stored('a date long ago', '{"resourceType":"Patient","birthDate":"0001-01-01"}', {
    path: '/fhir/Patient',
    after: [read('Patient?birthdate=0001-01-01', ['"total":1'])],
  }),
  stored('a date far ahead', '{"resourceType":"Patient","birthDate":"9999-12-31"}', {
    path: '/fhir/Patient',
    after: [read('Patient?birthdate=9999-12', ['"total":1'])],
  }),
  ...['name=%00', 'identifier=%00', 'identifier=a%00b|c', '_source=%00'].map(
    (query): Case => ({
      name: `a search by ${query}`,
      before: created,
      path: `/fhir/Organization?${query}`,
      status: 200,
      has: ['"total":0'],
    }),
  ),
  ...[
    '_id=%00',
    '_lastUpdated=%00',
    '_content=%00',
    '_filter=name%20eq%20%22%00%22',
    'partof=Organization/%00',
  ].map(
    (query): Case => ({
      name: `a search by ${query}`,
      before: created,
      path: `/fhir/Organization?${query}`,
      status: 400,
    }),
  ),
  { name: 'an id of NUL', path: '/fhir/Organization/%00', status: 404 },
  { name: 'a version of NUL', path: '/fhir/Organization/x/_history/%00', status: 404 },
  {
    name: 'a condition that is very long',
    ...creation(organization({ name: 'x' }), 'Organization', {
      ...FHIR,
      'If-None-Exist': `name=${'x'.repeat(7000)}`,
    }),
    status: 201,
    rows: 1,
  },
  {
    name: 'a condition that is no UTF-8',
    ...creation(organization({ name: 'x' }), 'Organization', { ...FHIR, 'If-None-Exist': 'name=%FF' }),
    status: 400,
  },
  { name: 'no elements', before: created, path: '/fhir/Organization/id-1?_elements=', status: 400 },
  {
    name: 'elements it has not',
    before: created,
    path: '/fhir/Organization/id-1?_elements=colour',
    status: 400,
    has: ['colour'],
  },
  {
    name: 'If-Match that is empty',
    before: created,
    ...put({ resourceType: 'Organization', id: 'id-1', name: 'x' }, { 'If-Match': '' }),
    status: 412,
  },
];

testCases('at the limits:', CASES);
