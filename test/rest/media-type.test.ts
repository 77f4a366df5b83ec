import { type Case, created, FHIR, put, testCases, ward, XML } from './case.ts';

const IN_JSON = 'application/fhir+json; charset=utf-8';
const IN_XML = 'application/fhir+xml; charset=utf-8';
const ORGANIZATION = '/fhir/Organization/id-1';

const accepts = (accept: string, type: string, more: Pick<Case, 'name'>): Case => ({
  ...more,
  before: created,
  path: ORGANIZATION,
  headers: { Accept: accept },
  status: 200,
  answered: { 'content-type': type, vary: /Accept(?!-)/ },
  has: [type.includes('xml') ? '<name value="Ward 7"/>' : '"name":"Ward 7"'],
});

const refuses = (accept: string, more: Pick<Case, 'name'>): Case => ({
  ...more,
  before: created,
  path: ORGANIZATION,
  headers: { Accept: accept },
  status: 406,
  answered: { 'content-type': IN_JSON },
  has: ['application/fhir+xml', 'application/fhir+json'],
});

const inFormat = (format: string, type: string | undefined, accept = '*/*'): Case => ({
  name: `_format=${format} against Accept: ${accept}`,
  before: created,
  path: `${ORGANIZATION}?_format=${format}`,
  headers: { Accept: accept },
  ...(type === undefined ? { status: 406 } : { status: 200, answered: { 'content-type': type } }),
});

const ASKED: Case[] = [
  accepts('application/json', 'application/json; charset=utf-8', { name: 'JSON' }),
  accepts('text/json', 'text/json; charset=utf-8', { name: 'JSON as text' }),
  accepts('application/xml', 'application/xml; charset=utf-8', { name: 'XML' }),
  accepts('text/xml', 'text/xml; charset=utf-8', { name: 'XML as text' }),
  accepts('application/fhir+xml', IN_XML, { name: 'FHIR XML' }),
  accepts('APPLICATION/FHIR+XML ; Charset="UTF-8"', IN_XML, { name: 'FHIR XML, in capitals' }),
  accepts('*/*', IN_JSON, { name: 'anything' }),
  accepts('application/*', IN_JSON, { name: 'any application' }),
  accepts('application/fhir+xml;q=0.3, application/fhir+json;q=0.8', IN_JSON, {
    name: 'JSON rather than XML',
  }),
  accepts('application/fhir+xml, application/json;q=0.5, application/fhir+json;q=0.8', IN_XML, {
    name: 'XML rather than JSON',
  }),
  accepts('application/pdf, text/html;q=0.9, application/fhir+json;q=0.1', IN_JSON, { name: 'JSON at last' }),
  accepts('application/fhir+json; fhirVersion=5.0', IN_JSON, { name: 'FHIR R5' }),
  accepts('application/fhir+json; fhirVersion=4.3, application/fhir+xml; fhirVersion=5.0', IN_XML, {
    name: 'R4B in JSON or R5 in XML',
  }),
  accepts(
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'application/xml; charset=utf-8',
    {
      name: 'as a browser asks',
    },
  ),
  refuses('application/fhir+json;q=0', { name: 'JSON not at all' }),
  refuses('application/fhir+json; fhirVersion=4.3', { name: 'FHIR R4B' }),
  refuses('text/turtle', { name: 'Turtle' }),
  refuses('image/png', { name: 'a picture' }),
  inFormat('json', IN_JSON, 'application/fhir+xml'),
  inFormat('xml', IN_XML, 'application/fhir+json'),
  inFormat('xml', IN_XML, 'image/png'),
  inFormat('application/fhir%2Bxml', IN_XML),
  inFormat('application/fhir+json', IN_JSON, 'application/xml'),
  inFormat('text/xml', 'text/xml; charset=utf-8'),
  inFormat('ttl', undefined),
  inFormat('html', undefined),
  inFormat('', undefined),
  {
    name: 'nothing is created where the answer could not be given',
    method: 'post',
    path: '/fhir/Organization',
    headers: { ...FHIR, Accept: 'text/turtle' },
    body: ward,
    status: 406,
  },
  {
    name: 'an error in XML',
    path: ORGANIZATION,
    headers: { Accept: 'application/fhir+xml' },
    status: 404,
    answered: { 'content-type': IN_XML },
    has: ['<OperationOutcome xmlns="http://hl7.org/fhir">', '<code value="not-found"/>'],
  },
  {
    name: 'an error in XML where there is nothing',
    path: '/fhir/Wards?_format=xml',
    status: 404,
    answered: { 'content-type': IN_XML },
  },
  {
    name: 'an error in XML where the method is not allowed',
    method: 'delete',
    path: '/fhir',
    headers: { Accept: 'application/fhir+xml' },
    status: 405,
    answered: { 'content-type': IN_XML, allow: /GET/ },
  },
  {
    name: 'a Bundle in XML, indented',
    before: created,
    path: '/fhir/Organization?_format=xml&_pretty=true',
    status: 200,
    answered: { 'content-type': IN_XML },
    has: ['\n      <Organization>\n', '<total value="1"/>'],
    matches: { type: 'searchset', total: 1, entry: [{ resource: { name: 'Ward 7' } }] },
  },
  {
    name: 'a history in XML',
    before: created,
    path: `${ORGANIZATION}/_history?_format=xml`,
    status: 200,
    matches: { type: 'history', entry: [{ request: { method: 'POST' } }] },
  },
  {
    name: 'the CapabilityStatement in XML',
    path: '/fhir/metadata?_format=xml',
    status: 200,
    matches: { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' },
  },
];

const XMLNS = 'xmlns="http://hl7.org/fhir"';
const GROUP = `<Group ${XMLNS}><type value="person"/><membership value="definitional"/><characteristic><code><text value="dose"/></code><valueQuantity><value value="1.50"/></valueQuantity><exclude value="false"/></characteristic><characteristic><code><text value="tiny"/></code><valueQuantity><value value="1E-3"/></valueQuantity><exclude value="false"/></characteristic></Group>`;

const posted = (body: string, headers: Record<string, string> = XML, path = '/fhir/Organization') =>
  ({ method: 'post', path, headers, body }) as const;

const SENT: Case[] = [
  {
    name: 'a resource',
    ...posted(`<Organization ${XMLNS}><name value="Ward 7"/></Organization>`),
    status: 201,
    has: ['"name":"Ward 7"'],
    rows: 1,
  },
  {
    name: 'a resource, for an answer in XML',
    ...posted(`<Organization ${XMLNS}><name value="Ward 7"/></Organization>`, {
      ...XML,
      Accept: 'application/fhir+xml',
    }),
    status: 201,
    has: [
      '<id value="id-1"/><meta><versionId value="1"/><lastUpdated value="2031-05-06T07:08:09.123Z"/></meta><name value="Ward 7"/></Organization>',
    ],
    rows: 1,
  },
  {
    name: 'decimals, which keep their digits both ways',
    ...posted(GROUP, XML, '/fhir/Group'),
    status: 201,
    has: ['"value":1.50}', '"value":1E-3}'],
    rows: 1,
    after: [
      {
        path: '/fhir/Group/id-1?_format=xml',
        status: 200,
        has: ['<value value="1.50"/>', '<value value="1E-3"/>'],
      },
      { path: '/fhir/Group?_format=xml', status: 200, has: ['<value value="1.50"/>'] },
      { path: '/fhir/Group/id-1?_format=json&_pretty=true', status: 200, has: ['"value": 1.50\n'] },
      { path: '/fhir/Group/id-1?_elements=characteristic', status: 200, has: ['"value":1.50}'] },
    ],
  },
  {
    name: 'an update that changes nothing but the format',
    before: [put({ resourceType: 'Organization', id: 'id-1', name: 'Ward 7' })],
    method: 'put',
    path: ORGANIZATION,
    headers: XML,
    body: `<Organization ${XMLNS}><id value="id-1"/><name value="Ward 7"/></Organization>`,
    status: 200,
    answered: { etag: 'W/"1"' },
  },
  {
    name: 'narrative',
    ...posted(
      `<Organization ${XMLNS}><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b &amp; “c”</p></div></text><name value="Ward 7"/></Organization>`,
    ),
    status: 201,
    has: ['<p>a &lt; b &amp; “c”</p></div>"'],
    rows: 1,
    after: [{ path: `${ORGANIZATION}?_format=xml`, status: 200, has: ['<p>a &lt; b &amp; “c”</p></div>'] }],
  },
  {
    name: 'what has an error, at its place in the XML',
    ...posted(
      `<Organization ${XMLNS}>\n  <identifier>\n    <use value="maybe"/>\n  </identifier>\n  <name value="x"/>\n</Organization>`,
    ),
    status: 422,
    has: ['Organization.identifier[0].use', '"valueInteger":3', '"valueString":"5"'],
  },
  {
    name: 'an element that is none',
    ...posted(`<Organization ${XMLNS}>\n<colour value="red"/></Organization>`),
    status: 400,
    has: ['colour', '"valueInteger":2'],
  },
  { name: 'what is not well-formed', ...posted(`<Organization ${XMLNS}>`), status: 400 },
  {
    name: 'what is not well-formed, told in XML',
    ...posted(`<Organization ${XMLNS}>\n<name value="x">`, { ...XML, Accept: 'application/fhir+xml' }),
    status: 400,
    answered: { 'content-type': IN_XML },
    has: ['<valueInteger value="2"/>'],
  },
  {
    name: 'another namespace',
    ...posted('<Organization xmlns="urn:x"><name value="x"/></Organization>'),
    status: 400,
  },
  {
    name: 'an entity',
    ...posted(
      `<!DOCTYPE Organization [<!ENTITY e SYSTEM "file:///etc/passwd">]><Organization ${XMLNS}><name value="&e;"/></Organization>`,
    ),
    status: 400,
    hasNot: ['root'],
  },
  { name: 'nothing', ...posted(''), status: 400 },
  { name: 'JSON', ...posted(ward), status: 400 },
  {
    name: 'another type than the path names',
    ...posted(`<Device ${XMLNS}><displayName value="x"/></Device>`),
    status: 400,
  },
  ...[
    'application/xml',
    'text/xml',
    'application/fhir+xml; fhirVersion=5.0',
    'application/fhir+xml;charset=UTF-8',
  ].map(
    (type): Case => ({
      name: type,
      ...posted(`<Organization ${XMLNS}><name value="x"/></Organization>`, { 'Content-Type': type }),
      status: 201,
      rows: 1,
    }),
  ),
  ...['application/json', 'text/json', 'application/fhir+json; charset="utf-8"', 'Application/FHIR+JSON'].map(
    (type): Case => ({ name: type, ...posted(ward, { 'Content-Type': type }), status: 201, rows: 1 }),
  ),
  ...[
    'text/plain',
    'application/fhir+json; charset=iso-8859-1',
    'application/fhir+json; fhirVersion=4.3',
    'application/octet-stream',
    'multipart/form-data; boundary=x',
    'json',
  ].map(
    (type): Case => ({
      name: `${type} is refused`,
      ...posted(ward, { 'Content-Type': type }),
      status: 415,
      has: ['application/fhir+json', 'application/fhir+xml'],
    }),
  ),
];

testCases('asked for', ASKED);
testCases('sent as XML and JSON:', SENT);
