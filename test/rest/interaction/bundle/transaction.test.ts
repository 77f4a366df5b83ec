import type { Bundle, BundleEntry, BundleEntryRequest, FhirResource } from 'fhir/r5.js';
import { type Case, created, FHIR, put, testCases, XML } from '../../case.ts';
import { BASE } from '../../server.ts';

/** An entry that asks for something. */
const ask = (
  method: BundleEntryRequest['method'],
  url: string,
  resource?: FhirResource,
  more: Partial<BundleEntryRequest> & { fullUrl?: string } = {},
): BundleEntry => {
  const { fullUrl, ...request } = more;
  return { ...(fullUrl && { fullUrl }), ...(resource && { resource }), request: { method, url, ...request } };
};

const ward = (name: string, more: object = {}): FhirResource => ({
  resourceType: 'Organization',
  name,
  ...more,
});

const uuid = (digit: number): string => `urn:uuid:${String(digit).repeat(8)}-0000-4000-8000-000000000000`;

/** A transaction of these entries. */
const transaction = (entry: readonly BundleEntry[], headers: Record<string, string> = {}) => {
  const bundle: Bundle = { resourceType: 'Bundle', type: 'transaction', entry: [...entry] };
  return {
    method: 'post',
    path: '/fhir',
    headers: { ...FHIR, ...headers },
    body: JSON.stringify(bundle),
  } as const;
};

const site = (id: string, value: string) =>
  put({ resourceType: 'Organization', id, identifier: [{ system: 'urn:s', value }] });

const sites = [site('a', '1'), site('b', '2'), site('c', '2')];

const renamed = {
  resourceType: 'Parameters' as const,
  parameter: [
    {
      name: 'operation',
      part: [
        { name: 'type', valueCode: 'replace' },
        { name: 'path', valueString: 'Organization.name' },
        { name: 'value', valueString: 'Ward 8' },
      ],
    },
  ],
};

const renamedByJson = {
  resourceType: 'Binary' as const,
  contentType: 'application/json-patch+json',
  data: Buffer.from('[{"op":"replace","path":"/name","value":"Ward 8"}]').toString('base64'),
};

const METHODS: Case[] = [
  {
    name: 'nothing',
    ...transaction([]),
    status: 200,
    matches: { type: 'transaction-response' },
    hasNot: ['entry'],
  },
  {
    name: 'every method, answered in the order of the entries',
    before: [...sites, put({ resourceType: 'Organization', id: 'd', name: 'Ward 7' })],
    ...transaction([
      ask('GET', 'Organization/new'),
      ask('PATCH', 'Organization/d', renamed),
      ask('PUT', 'Organization/new', ward('New', { id: 'new' })),
      ask('POST', 'Organization', ward('Made')),
      ask('DELETE', 'Organization/a'),
      ask('GET', 'Organization?name=Made'),
      ask('HEAD', 'Organization/b'),
    ]),
    status: 200,
    matches: {
      type: 'transaction-response',
      entry: [
        { resource: { id: 'new', name: 'New' }, response: { status: '200 OK', etag: 'W/"1"' } },
        {
          response: { status: '200 OK', etag: 'W/"2"', location: `${BASE}/Organization/d/_history/2` },
        },
        {
          response: {
            status: '201 Created',
            etag: 'W/"1"',
            location: `${BASE}/Organization/new/_history/1`,
            lastModified: '2031-05-06T07:08:09.123Z',
          },
        },
        { response: { status: '201 Created', location: `${BASE}/Organization/id-1/_history/1` } },
        { response: { status: '204 No Content', etag: 'W/"2"' } },
        { resource: { resourceType: 'Bundle', type: 'searchset', total: 1 } },
        { response: { status: '200 OK', etag: 'W/"1"' } },
      ],
    },
    hasNot: ['Ward 8', '"id":"b"'],
    rows: 4,
  },
  {
    name: 'a patch by Binary',
    before: created,
    ...transaction([ask('PATCH', 'Organization/id-1', renamedByJson)]),
    status: 200,
    rows: 1,
    after: [{ path: '/fhir/Organization/id-1', status: 200, has: ['Ward 8', '"versionId":"2"'] }],
  },
  {
    name: 'what is to be answered as it is',
    ...transaction([ask('POST', 'Organization', ward('Made'))], { Prefer: 'return=representation' }),
    status: 200,
    matches: { entry: [{ resource: { id: 'id-1', name: 'Made' } }] },
    rows: 1,
  },
  {
    name: 'how each went',
    ...transaction([ask('POST', 'Organization', ward('Made'))], { Prefer: 'return=OperationOutcome' }),
    status: 200,
    matches: { entry: [{ response: { outcome: { resourceType: 'OperationOutcome' } } }] },
    hasNot: ['Made'],
    rows: 1,
  },
  {
    name: 'by absolute URLs of this server',
    ...transaction([ask('PUT', `${BASE}/Organization/x`, ward('x', { id: 'x' }))]),
    status: 200,
    rows: 1,
  },
  {
    name: 'by absolute URLs of another server',
    ...transaction([ask('PUT', 'https://other.example/fhir/Organization/x', ward('x', { id: 'x' }))]),
    status: 404,
    has: ['Bundle.entry[0]'],
  },
  {
    name: 'what is stored already makes no version',
    before: created,
    ...transaction([ask('PUT', 'Organization/id-1', ward('Ward 7', { id: 'id-1' }))]),
    status: 200,
    matches: { entry: [{ response: { status: '200 OK', etag: 'W/"1"' } }] },
  },
  {
    name: 'something gone is created again',
    before: [...created, { method: 'delete', path: '/fhir/Organization/id-1' }],
    ...transaction([ask('PUT', 'Organization/id-1', ward('Ward 9', { id: 'id-1' }))]),
    status: 200,
    matches: { entry: [{ response: { status: '201 Created', etag: 'W/"3"' } }] },
    rows: 1,
  },
  {
    name: 'in XML',
    method: 'post',
    path: '/fhir',
    headers: { ...XML, Accept: 'application/fhir+xml' },
    body: '<Bundle xmlns="http://hl7.org/fhir"><type value="transaction"/><entry><resource><Group><type value="person"/><membership value="definitional"/><characteristic><code><text value="age"/></code><valueQuantity><value value="1.50"/></valueQuantity><exclude value="false"/></characteristic></Group></resource><request><method value="POST"/><url value="Group"/></request></entry></Bundle>',
    status: 200,
    has: ['<status value="201 Created"/>'],
    rows: 1,
    after: [{ path: '/fhir/Group/id-1', status: 200, has: ['"value":1.50'] }],
  },
];

const CONDITIONS: Case[] = [
  {
    name: 'a create where one meets the condition',
    before: sites,
    ...transaction([ask('POST', 'Organization', ward('x'), { ifNoneExist: 'identifier=1' })]),
    status: 200,
    matches: {
      entry: [{ response: { status: '200 OK', location: `${BASE}/Organization/a/_history/1` } }],
    },
  },
  {
    name: 'a create where nothing meets it',
    before: sites,
    ...transaction([ask('POST', 'Organization', ward('x'), { ifNoneExist: '?identifier=3' })]),
    status: 200,
    rows: 1,
  },
  {
    name: 'a create where several meet it',
    before: sites,
    ...transaction([
      ask('POST', 'Organization', ward('y')),
      ask('POST', 'Organization', ward('x'), { ifNoneExist: 'identifier=2' }),
    ]),
    status: 412,
    has: ['Bundle.entry[1]', 'multiple-matches'],
  },
  {
    name: 'an update where one meets the condition',
    before: sites,
    ...transaction([ask('PUT', 'Organization?identifier=1', ward('x'))]),
    status: 200,
    matches: {
      entry: [{ response: { status: '200 OK', location: `${BASE}/Organization/a/_history/2` } }],
    },
    rows: 1,
  },
  {
    name: 'an update where nothing meets it',
    before: sites,
    ...transaction([ask('PUT', 'Organization?identifier=3', ward('x', { id: 'd' }))]),
    status: 200,
    matches: {
      entry: [{ response: { status: '201 Created', location: `${BASE}/Organization/d/_history/1` } }],
    },
    rows: 1,
  },
  {
    name: 'an update where several meet it',
    before: sites,
    ...transaction([ask('PUT', 'Organization?identifier=2', ward('x'))]),
    status: 412,
  },
  {
    name: 'a patch where one meets the condition',
    before: [put({ resourceType: 'Organization', id: 'a', name: 'Ward 7' })],
    ...transaction([ask('PATCH', 'Organization?name=Ward', renamed)]),
    status: 200,
    rows: 1,
  },
  {
    name: 'a patch where nothing meets it',
    before: sites,
    ...transaction([ask('POST', 'Organization', ward('y')), ask('PATCH', 'Organization?name=x', renamed)]),
    status: 404,
    has: ['Bundle.entry[1]'],
  },
  {
    name: 'a deletion where one meets the condition',
    before: sites,
    ...transaction([ask('DELETE', 'Organization?identifier=1')]),
    status: 200,
    rows: 1,
    after: [{ path: '/fhir/Organization/a', status: 410 }],
  },
  {
    name: 'a deletion where nothing meets it',
    before: sites,
    ...transaction([ask('DELETE', 'Organization?identifier=3')]),
    status: 200,
    matches: { entry: [{ response: { status: '204 No Content' } }] },
  },
  {
    name: 'a deletion where several meet it',
    before: sites,
    ...transaction([ask('DELETE', 'Organization?identifier=2')]),
    status: 412,
  },
  {
    name: 'a deletion of several, where that may be',
    setup: { conditionalDelete: 'multiple' },
    before: sites,
    ...transaction([ask('DELETE', 'Organization?identifier=2')]),
    status: 200,
    rows: 2,
  },
  {
    name: 'a deletion of several of which another entry changes one',
    setup: { conditionalDelete: 'multiple' },
    before: sites,
    ...transaction([
      ask('DELETE', 'Organization?identifier=2'),
      ask('PUT', 'Organization/c', ward('x', { id: 'c' })),
    ]),
    status: 400,
    has: ['Organization/c', 'duplicate'],
  },
  {
    name: 'a version that is the current one',
    before: created,
    ...transaction([ask('PUT', 'Organization/id-1', ward('x', { id: 'id-1' }), { ifMatch: 'W/"1"' })]),
    status: 200,
    rows: 1,
  },
  {
    name: 'a version that is not',
    before: created,
    ...transaction([
      ask('POST', 'Organization', ward('y')),
      ask('PUT', 'Organization/id-1', ward('x', { id: 'id-1' }), { ifMatch: 'W/"2"' }),
    ]),
    status: 412,
    has: ['Bundle.entry[1]', 'If-Match'],
  },
  {
    name: 'what may not be there yet, and is not',
    ...transaction([ask('PUT', 'Organization/x', ward('x', { id: 'x' }), { ifNoneMatch: '*' })]),
    status: 200,
    rows: 1,
  },
  {
    name: 'what may not be there yet, and is',
    before: created,
    ...transaction([ask('PUT', 'Organization/id-1', ward('x', { id: 'id-1' }), { ifNoneMatch: '*' })]),
    status: 412,
  },
  {
    name: 'a read of what the client has',
    before: created,
    ...transaction([ask('GET', 'Organization/id-1', undefined, { ifNoneMatch: 'W/"1"' })]),
    status: 200,
    matches: { entry: [{ response: { status: '304 Not Modified' } }] },
    hasNot: ['Ward'],
  },
];

const device = (reference: string, more: object = {}): FhirResource => ({
  resourceType: 'Device',
  owner: { reference },
  ...more,
});

const REFERENCES: Case[] = [
  {
    name: 'by UUID, to an entry behind it',
    ...transaction([
      ask('POST', 'Device', device(uuid(1))),
      ask('POST', 'Organization', ward('x'), { fullUrl: uuid(1) }),
    ]),
    status: 200,
    rows: 2,
    after: [{ path: '/fhir/Device/id-1', status: 200, has: ['"reference":"Organization/id-2"'] }],
  },
  {
    name: 'to each other',
    ...transaction([
      ask('POST', 'Organization', ward('x', { partOf: { reference: uuid(2) } }), { fullUrl: uuid(1) }),
      ask('POST', 'Organization', ward('y', { partOf: { reference: uuid(1) } }), { fullUrl: uuid(2) }),
    ]),
    status: 200,
    rows: 2,
    after: [
      { path: '/fhir/Organization/id-1', status: 200, has: ['"reference":"Organization/id-2"'] },
      { path: '/fhir/Organization/id-2', status: 200, has: ['"reference":"Organization/id-1"'] },
    ],
  },
  {
    name: 'by an address elsewhere, absolute and relative',
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: 'https://other.example/fhir/Organization/7' }),
      ask('POST', 'Device', device('https://other.example/fhir/Organization/7'), {
        fullUrl: 'https://other.example/fhir/Device/8',
      }),
      ask('POST', 'Device', device('Organization/7'), { fullUrl: 'https://other.example/fhir/Device/9' }),
    ]),
    status: 200,
    rows: 3,
    after: [
      { path: '/fhir/Device/id-2', status: 200, has: ['"reference":"Organization/id-1"'] },
      { path: '/fhir/Device/id-3', status: 200, has: ['"reference":"Organization/id-1"'] },
    ],
  },
  {
    name: 'by the same relative address on two servers',
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: 'https://one.example/fhir/Organization/7' }),
      ask('POST', 'Organization', ward('y'), { fullUrl: 'https://two.example/fhir/Organization/7' }),
      ask('POST', 'Device', device('Organization/7'), { fullUrl: 'https://one.example/fhir/Device/7' }),
      ask('POST', 'Device', device('Organization/7'), { fullUrl: 'https://two.example/fhir/Device/7' }),
    ]),
    status: 200,
    rows: 4,
    after: [
      { path: '/fhir/Device/id-3', status: 200, has: ['"reference":"Organization/id-1"'] },
      { path: '/fhir/Device/id-4', status: 200, has: ['"reference":"Organization/id-2"'] },
    ],
  },
  {
    name: 'to what is stored and is none of the entries',
    before: created,
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: uuid(1) }),
      ask('POST', 'Device', device('Organization/id-1')),
    ]),
    status: 200,
    rows: 2,
    after: [{ path: '/fhir/Device?organization=Organization/id-1', status: 200, has: ['"total":1'] }],
  },
  {
    name: 'in addresses, extensions, contained resources, narrative, and with a fragment',
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: uuid(1) }),
      ask('POST', 'DocumentReference', {
        resourceType: 'DocumentReference',
        status: 'current',
        text: {
          status: 'generated',
          div: `<div xmlns="http://www.w3.org/1999/xhtml"><a href="${uuid(1)}#part">${uuid(1)}</a></div>`,
        },
        contained: [{ resourceType: 'Device', id: 'd', owner: { reference: uuid(1) } } as FhirResource],
        extension: [{ url: 'urn:example:e', valueReference: { reference: uuid(1) } }],
        author: [{ reference: '#d' }],
        content: [{ attachment: { url: uuid(1), title: uuid(1) } }],
      }),
    ]),
    status: 200,
    rows: 2,
    after: [
      {
        path: '/fhir/DocumentReference/id-2',
        status: 200,
        has: [`href=\\"Organization/id-1#part\\">${uuid(1)}<`, `"title":"${uuid(1)}"`],
        matches: {
          contained: [{ owner: { reference: 'Organization/id-1' } }],
          extension: [{ valueReference: { reference: 'Organization/id-1' } }],
          author: [{ reference: '#d' }],
          content: [{ attachment: { url: 'Organization/id-1' } }],
        },
      },
    ],
  },
  {
    name: 'in a patch',
    before: [put({ resourceType: 'Device', id: 'd' })],
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: uuid(1) }),
      ask('PATCH', 'Device/d', {
        resourceType: 'Parameters',
        parameter: [
          {
            name: 'operation',
            part: [
              { name: 'type', valueCode: 'add' },
              { name: 'path', valueString: 'Device' },
              { name: 'name', valueString: 'owner' },
              { name: 'value', valueReference: { reference: uuid(1) } },
            ],
          },
        ],
      }),
    ]),
    status: 200,
    rows: 2,
    after: [{ path: '/fhir/Device/d', status: 200, has: ['"reference":"Organization/id-1"'] }],
  },
  {
    name: 'to what an update and a conditional create stand for',
    before: sites,
    ...transaction([
      ask('PUT', 'Organization/x', ward('x', { id: 'x' }), { fullUrl: uuid(1) }),
      ask('POST', 'Organization', ward('y'), { fullUrl: uuid(2), ifNoneExist: 'identifier=1' }),
      ask('PUT', 'Organization?identifier=2&_id=b', ward('z'), { fullUrl: uuid(3) }),
      ask('POST', 'Device', device(uuid(1))),
      ask('POST', 'Device', device(uuid(2))),
      ask('POST', 'Device', device(uuid(3))),
    ]),
    status: 200,
    rows: 5,
    after: ['x', 'a', 'b'].map((id) => ({
      path: `/fhir/Device?organization=Organization/${id}`,
      status: 200,
      has: ['"total":1'],
    })),
  },
  {
    name: 'by a condition that one meets',
    before: sites,
    ...transaction([ask('POST', 'Device', device('Organization?identifier=urn:s|1'))]),
    status: 200,
    rows: 1,
    after: [{ path: '/fhir/Device/id-1', status: 200, has: ['"reference":"Organization/a"'] }],
  },
  {
    name: 'by a condition that nothing meets',
    before: sites,
    ...transaction([
      ask('POST', 'Organization', ward('x')),
      ask('POST', 'Device', device('Organization?identifier=3')),
    ]),
    status: 412,
    has: ['Bundle.entry[1]', 'Organization?identifier=3'],
  },
  {
    name: 'by a condition that several meet',
    before: sites,
    ...transaction([ask('POST', 'Device', device('Organization?identifier=2'))]),
    status: 412,
    has: ['Bundle.entry[0]'],
  },
  {
    name: 'by a condition that is none',
    before: sites,
    ...transaction([ask('POST', 'Device', device('Organization?colour=red'))]),
    status: 400,
    has: ['Bundle.entry[0]', 'colour'],
  },
  {
    name: 'to no entry',
    ...transaction([
      ask('POST', 'Organization', ward('x')),
      ask('POST', 'Device', device('Organization/none')),
    ]),
    status: 409,
    has: ['Bundle.entry[1]', 'Organization/none'],
  },
  {
    name: 'by a UUID that is the fullUrl of no entry',
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: uuid(1) }),
      ask('POST', 'Device', device(uuid(2))),
    ]),
    status: 409,
    has: ['Bundle.entry[1]', uuid(2)],
  },
  {
    name: 'by a UUID that is the fullUrl of no entry, where references may lead nowhere',
    setup: { referentialIntegrity: false },
    ...transaction([ask('POST', 'Device', device(uuid(2)))]),
    status: 200,
    rows: 1,
  },
  {
    name: 'within a Bundle that is stored, which are its own',
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: uuid(1) }),
      ask('POST', 'Bundle', {
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          ask('PUT', 'Organization?identifier=1', ward('y'), { fullUrl: uuid(1) }),
          ask('POST', 'Device', device(uuid(1)), { fullUrl: uuid(2) }),
          ask('POST', 'Device', device('Organization?identifier=3'), { fullUrl: uuid(3) }),
        ],
      }),
    ]),
    status: 200,
    rows: 2,
    after: [
      {
        path: '/fhir/Bundle/id-2',
        status: 200,
        matches: {
          entry: [
            { fullUrl: uuid(1), request: { url: 'Organization?identifier=1' } },
            { resource: { owner: { reference: uuid(1) } } },
            { resource: { owner: { reference: 'Organization?identifier=3' } } },
          ],
        },
      },
    ],
  },
  {
    name: 'to what is deleted by another entry',
    before: created,
    ...transaction([ask('DELETE', 'Organization/id-1'), ask('POST', 'Device', device('Organization/id-1'))]),
    status: 409,
    has: ['Bundle.entry['],
  },
  {
    name: 'to what is deleted together with what refers to it',
    before: [...created, put({ resourceType: 'Device', id: 'd', owner: { reference: 'Organization/id-1' } })],
    ...transaction([ask('DELETE', 'Organization/id-1'), ask('DELETE', 'Device/d')]),
    status: 200,
    rows: 2,
  },
  {
    name: 'to what is deleted while what refers to it lets go',
    before: [...created, put({ resourceType: 'Device', id: 'd', owner: { reference: 'Organization/id-1' } })],
    ...transaction([
      ask('DELETE', 'Organization/id-1'),
      ask('PUT', 'Device/d', { resourceType: 'Device', id: 'd' }),
    ]),
    status: 200,
    rows: 2,
  },
  {
    name: 'by digits that are kept',
    method: 'post',
    path: '/fhir',
    headers: FHIR,
    body: `{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"${uuid(1)}","resource":{"resourceType":"Organization","name":"x"},"request":{"method":"POST","url":"Organization"}},{"resource":{"resourceType":"Group","type":"person","membership":"definitional","managingEntity":{"reference":"${uuid(1)}"},"characteristic":[{"code":{"text":"x"},"valueQuantity":{"value":1.500},"exclude":false}]},"request":{"method":"POST","url":"Group"}}]}`,
    status: 200,
    rows: 2,
    after: [{ path: '/fhir/Group/id-2', status: 200, has: ['"value":1.500', 'Organization/id-1'] }],
  },
];

const REFUSALS: Case[] = [
  {
    name: 'one entry with an error, and all that is right with it',
    ...transaction([
      ask('POST', 'Organization', ward('x')),
      ask('POST', 'Organization', ward('y', { colour: 'red' })),
      ask('PUT', 'Organization/z', ward('z', { id: 'z' })),
    ]),
    status: 422,
    has: ['Bundle.entry[1].resource.colour', '"valueInteger":1'],
    hasNot: ['entry[0]', 'entry[2]'],
  },
  {
    name: 'several entries with errors, all of which are told',
    ...transaction([
      ask('POST', 'Organization', ward('x', { colour: 'red' })),
      ask('POST', 'Organization', ward('y', { size: 'large' })),
    ]),
    status: 422,
    has: ['Bundle.entry[0].resource.colour', 'Bundle.entry[1].resource.size'],
  },
  {
    name: 'the same resource twice',
    ...transaction([
      ask('PUT', 'Organization/x', ward('x', { id: 'x' })),
      ask('PUT', 'Organization/x', ward('y', { id: 'x' })),
    ]),
    status: 400,
    has: ['Bundle.entry[1]', 'duplicate', 'Organization/x'],
  },
  {
    name: 'the same resource once by its id and once by a condition',
    before: sites,
    ...transaction([ask('PUT', 'Organization?identifier=1', ward('x')), ask('DELETE', 'Organization/a')]),
    status: 400,
    has: ['Organization/a'],
  },
  {
    name: 'the same fullUrl twice',
    ...transaction([
      ask('POST', 'Organization', ward('x'), { fullUrl: uuid(1) }),
      ask('POST', 'Organization', ward('y'), { fullUrl: uuid(1) }),
    ]),
    status: 400,
    has: ['Bundle.entry[1]', uuid(1)],
  },
  {
    name: 'an entry without a request',
    ...transaction([ask('POST', 'Organization', ward('x')), { resource: ward('y') }]),
    status: 400,
    has: ['Bundle.entry[1]'],
  },
  { name: 'an entry that is none', ...transaction([null as never]), status: 400 },
  {
    name: 'a method that is none',
    ...transaction([ask('OPTIONS' as never, 'Organization')]),
    status: 400,
    has: ['Bundle.entry[0]'],
  },
  {
    name: 'a resource that is missing',
    ...transaction([ask('POST', 'Organization')]),
    status: 400,
    has: ['Bundle.entry[0]'],
  },
  {
    name: 'a resource that is none',
    ...transaction([ask('POST', 'Organization', 'x' as never)]),
    status: 400,
    has: ['Bundle.entry[0]'],
  },
  {
    name: 'a path that leads nowhere',
    ...transaction([ask('POST', 'Organization', ward('x')), ask('PUT', 'Ward/1', ward('y'))]),
    status: 404,
    has: ['Bundle.entry[1]'],
  },
  {
    name: 'a method that is not allowed there',
    ...transaction([ask('POST', 'Organization', ward('x')), ask('PUT', '_history', ward('y'))]),
    status: 405,
    has: ['Bundle.entry[1]'],
  },
  {
    name: 'another transaction in it',
    ...transaction([ask('POST', '', { resourceType: 'Bundle', type: 'batch' })]),
    status: 400,
    has: ['Bundle.entry[0]'],
  },
  {
    name: 'an operation that changes what is stored',
    ...transaction([ask('POST', '$ingest', { resourceType: 'Binary', contentType: 'text/plain' })]),
    status: 400,
    has: ['Bundle.entry[0]', '$ingest'],
  },
  {
    name: 'a read that fails, and what is to be done before it',
    ...transaction([ask('POST', 'Organization', ward('x')), ask('GET', 'Organization/none')]),
    status: 404,
    has: ['Bundle.entry[1]'],
  },
  {
    name: 'a search that fails',
    ...transaction([ask('POST', 'Organization', ward('x')), ask('GET', 'Organization?colour=red')]),
    status: 400,
    has: ['Bundle.entry[1]', 'colour'],
  },
  {
    name: 'a patch that does not fit',
    before: created,
    ...transaction([
      ask('POST', 'Organization', ward('x')),
      ask('PATCH', 'Organization/id-1', {
        ...renamedByJson,
        data: Buffer.from('[{"op":"test","path":"/name","value":"x"}]').toString('base64'),
      }),
    ]),
    status: 422,
    has: ['Bundle.entry[1]'],
  },
  {
    name: 'a patch of what is created in it',
    ...transaction([
      ask('PUT', 'Organization/x', ward('x', { id: 'x' })),
      ask('PATCH', 'Organization/x', renamed),
    ]),
    status: 400,
    has: ['duplicate'],
  },
  {
    name: 'a Bundle of another type',
    ...transaction([]),
    body: '{"resourceType":"Bundle","type":"collection"}',
    status: 400,
    has: ['Bundle.type'],
  },
  { name: 'a Bundle of no type', ...transaction([]), body: '{"resourceType":"Bundle"}', status: 400 },
  {
    name: 'another resource',
    ...transaction([]),
    body: JSON.stringify(ward('x')),
    status: 400,
    has: ['Organization'],
  },
  {
    name: 'a Bundle that is misshapen',
    ...transaction([]),
    body: '{"resourceType":"Bundle","type":"transaction","entry":{"request":{"method":"DELETE","url":"Organization/x"}}}',
    status: 400,
    has: ['Bundle.entry'],
  },
  ...[
    { ifNoneExist: 5 },
    { ifMatch: ['W/"1"'] },
    { url: 7 },
    { ifModifiedSince: true },
    { colour: 'red' },
  ].map((more) => ({
    name: `a request with ${JSON.stringify(more)}`,
    ...transaction([ask('POST', 'Organization', ward('x'), more as never)]),
    status: 400,
    has: ['Bundle.entry[0].request'],
  })),
  {
    name: 'a patch whose content is none',
    before: created,
    ...transaction([ask('PATCH', 'Organization/id-1', { ...renamedByJson, data: 5 } as never)]),
    status: 400,
    has: ['Bundle.entry[0].resource'],
  },
  {
    name: 'a fullUrl that is none',
    ...transaction([ask('POST', 'Organization', ward('x'), { fullUrl: 5 as never })]),
    status: 400,
  },
];

testCases('a transaction of', METHODS);
testCases('a transaction with conditions:', CONDITIONS);
testCases('a transaction with references', REFERENCES);
testCases('a transaction refuses', REFUSALS);
