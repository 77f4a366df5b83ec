import { type Case, FHIR, parameters, testCases, XML } from '../case.ts';

const STATUS = 'http://hl7.org/fhir/ValueSet/publication-status';

const path = '/fhir/ValueSet/$expand';

const url = { name: 'url', valueUri: STATUS };

const post = (body: string, at = path) => ({ method: 'post', path: at, headers: FHIR, body }) as const;

const codes = (...found: string[]) => ({
  resourceType: 'ValueSet',
  expansion: { contains: found.map((code) => ({ code })) },
});

/** How the inputs of an operation are given; $expand has one of most kinds. */
const CASES: Case[] = [
  { name: 'in the URL', path: `${path}?url=${STATUS}&count=1`, status: 200, matches: codes('draft') },
  {
    name: 'in Parameters',
    ...post(parameters(url, { name: 'offset', valueInteger: 1 }, { name: 'count', valueInteger: 2 })),
    status: 200,
    matches: codes('active', 'retired'),
  },
  {
    name: 'in Parameters and in the URL',
    ...post(parameters({ name: 'count', valueInteger: 1 }), `${path}?url=${STATUS}`),
    status: 200,
    matches: codes('draft'),
  },
  {
    name: 'in the URL of a POST',
    ...post('', `${path}?url=${STATUS}&count=1`),
    status: 200,
    matches: codes('draft'),
  },
  {
    name: 'in XML',
    method: 'post',
    path,
    headers: XML,
    body: `<Parameters xmlns="http://hl7.org/fhir"><parameter><name value="url"/><valueUri value="${STATUS}"/></parameter><parameter><name value="count"/><valueInteger value="1"/></parameter></Parameters>`,
    status: 200,
    matches: codes('draft'),
  },
  {
    name: 'as a resource by itself, with others in the URL',
    ...post(
      JSON.stringify({
        resourceType: 'ValueSet',
        status: 'draft',
        compose: { include: [{ system: 'http://hl7.org/fhir/publication-status' }] },
      }),
      `${path}?count=1`,
    ),
    status: 200,
    matches: codes('draft'),
  },
  {
    name: 'as a text of another type of texts',
    ...post(parameters({ name: 'url', valueCanonical: STATUS }, { name: 'count', valueInteger: 1 })),
    status: 200,
    matches: codes('draft'),
  },
  {
    name: 'one without a name, but with a reason for that',
    ...post(
      parameters({
        _name: {
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
          ],
        },
        valueUri: STATUS,
      }),
    ),
    status: 400,
    has: ['Parameters.parameter[0].name'],
  },
  { name: 'none, where one is needed', path, status: 400, has: ['"required"'] },
  {
    name: 'one that is unknown, in the URL',
    path: `${path}?url=${STATUS}&colour=red`,
    status: 400,
    has: ['colour', 'valueSetVersion', 'http.colour'],
  },
  {
    name: 'one that is unknown, in Parameters',
    ...post(parameters(url, { name: 'colour', valueCode: 'red' })),
    status: 400,
    has: ['colour', 'valueSetVersion', 'Parameters.parameter[1]'],
  },
  {
    name: 'one with the name of what every object has',
    ...post(parameters({ name: 'toString', valueCode: 'red' })),
    status: 400,
    has: ['toString', 'not-supported'],
  },
  {
    name: 'one that R5 has and that is not taken here',
    path: `${path}?url=${STATUS}&date=2030`,
    status: 400,
    has: ['date', 'not-supported'],
  },
  {
    name: 'one of another level',
    path: `/fhir/ValueSet/x/$expand?url=${STATUS}`,
    status: 400,
    has: ['url', 'not-supported'],
  },
  {
    name: 'one twice, in the URL',
    path: `${path}?url=${STATUS}&count=1&count=1`,
    status: 400,
    has: ['count', 'more than once'],
  },
  {
    name: 'one twice, in the URL and in Parameters',
    ...post(parameters(url), `${path}?url=${STATUS}`),
    status: 400,
    has: ['url', 'more than once'],
  },
  {
    name: 'one of another type, in the URL',
    path: `${path}?url=${STATUS}&count=few`,
    status: 400,
    has: ['count', 'http.count'],
  },
  { name: 'one that is empty', path: `${path}?url=`, status: 400, has: ['http.url'] },
  {
    name: 'one that is no truth value',
    path: `${path}?url=${STATUS}&activeOnly=yes`,
    status: 400,
    has: ['activeOnly', 'http.activeOnly'],
  },
  {
    name: 'one of another type, in Parameters',
    ...post(parameters(url, { name: 'count', valueString: '1' })),
    status: 400,
    has: ['count', 'valueInteger', 'Parameters.parameter[1]'],
  },
  {
    name: 'one without a value',
    ...post(parameters({ name: 'url' })),
    status: 400,
    has: ['url', 'valueUri'],
  },
  {
    name: 'one whose value is of the wrong shape',
    ...post(parameters({ name: 'url', valueUri: 7 })),
    status: 400,
    has: ['“url”', 'Parameters.parameter[0].value'],
  },
  {
    name: 'a resource of another type',
    ...post(parameters({ name: 'valueSet', resource: { resourceType: 'Patient' } })),
    status: 400,
    has: ['valueSet', 'Patient'],
  },
  {
    name: 'a resource of the wrong shape',
    ...post('{"resourceType":"ValueSet","status":"draft","compose":{"include":[{"concept":[7]}]}}'),
    status: 400,
    has: ['ValueSet.compose.include[0].concept[0]'],
  },
  {
    name: 'another resource by itself',
    ...post('{"resourceType":"Patient"}'),
    status: 400,
    has: ['ValueSet', 'Patient'],
  },
  {
    name: 'a resource by itself, where none is an input',
    ...post('{"resourceType":"Patient"}', '/fhir/$meta'),
    status: 400,
    has: ['Parameters', 'Patient'],
  },
  {
    name: 'Parameters that are no list',
    ...post('{"resourceType":"Parameters","parameter":{}}'),
    status: 400,
  },
  { name: 'Parameters of nothing', ...post('{"resourceType":"Parameters","parameter":[null]}'), status: 400 },
  { name: 'a list', ...post('[]'), status: 400 },
  { name: 'no JSON', ...post('{'), status: 400 },
  { name: 'a form', method: 'post', path, headers: { 'Content-Type': 'text/csv' }, body: 'a', status: 415 },
];

testCases('inputs', CASES);
