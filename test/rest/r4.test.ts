import { type Case, created, FHIR, ingested, parameters, put, type Sent, testCases } from './case.ts';
import { ORIGIN } from './server.ts';

const IN_R4 = 'application/fhir+json; charset=utf-8; fhirVersion=4.0';
const IN_R5 = 'application/fhir+json; charset=utf-8';

/** A study as R4 says it. */
const study = {
  resourceType: 'ResearchStudy',
  id: 'sea',
  identifier: [{ system: 'https://trials.example/studies', value: 'sea' }],
  title: 'Sea air for sleep',
  status: 'completed',
  category: [{ coding: [{ system: 'https://trials.example/kinds', code: 'air' }] }],
  focus: [{ coding: [{ system: 'https://trials.example/foci', code: 'sea-air' }] }],
  location: [{ coding: [{ system: 'urn:iso:std:iso:3166', code: 'PT' }] }],
  period: { start: '2029-01-01', end: '2030-02-03' },
  sponsor: { reference: 'Organization/sponsor' },
  principalInvestigator: { reference: 'Practitioner/chief' },
  site: [{ reference: 'Location/beach' }],
  protocol: [{ reference: 'PlanDefinition/walks' }],
  arm: [{ name: 'Beach', description: 'Walks along the sea' }],
};

const another = {
  ...study,
  id: 'mountain',
  title: 'Mountain air for sleep',
  status: 'withdrawn',
  sponsor: undefined,
};

const sent = (resource: object, path: string, method: 'post' | 'put' = 'put') => ({
  method,
  path,
  headers: FHIR,
  body: JSON.stringify(resource),
});

const around = [
  put({ resourceType: 'Organization', id: 'sponsor', name: 'Harbour Hospital' }),
  put({ resourceType: 'Practitioner', id: 'chief', name: [{ family: 'Silva' }] }),
  put({ resourceType: 'Location', id: 'beach', name: 'Beach' }),
  put({ resourceType: 'PlanDefinition', id: 'walks', status: 'active', title: 'Walks' }),
];

const stored = [...around, sent(study, '/r4/ResearchStudy/sea'), sent(another, '/r4/ResearchStudy/mountain')];

const accept = (version: string) => ({ Accept: `application/fhir+json; fhirVersion=${version}` });

const VERSIONS: Case[] = [
  {
    name: 'R4 under /r4',
    before: stored,
    path: '/r4/ResearchStudy/sea',
    status: 200,
    answered: { 'content-type': IN_R4, etag: 'W/"1"' },
    matches: { status: 'completed', arm: study.arm, sponsor: study.sponsor },
    hasNot: ['"comparisonGroup"', '"associatedParty"'],
  },
  {
    name: 'R5 under /r5',
    before: stored,
    path: '/r5/ResearchStudy/sea',
    status: 200,
    answered: { 'content-type': IN_R5 },
    matches: { comparisonGroup: [{ name: 'Beach' }] },
  },
  {
    name: 'R4 under /fhir where it is asked for',
    before: stored,
    path: '/fhir/ResearchStudy/sea',
    headers: accept('4.0.1'),
    status: 200,
    answered: { 'content-type': IN_R4 },
    matches: { arm: study.arm },
  },
  {
    name: 'R4 by _format',
    before: stored,
    path: '/fhir/ResearchStudy/sea?_format=application/fhir%2Bjson;fhirVersion=4.0',
    status: 200,
    answered: { 'content-type': IN_R4 },
  },
  {
    name: 'R5 under /r4 where it is asked for',
    before: stored,
    path: '/r4/ResearchStudy/sea',
    headers: accept('5.0'),
    status: 200,
    answered: { 'content-type': IN_R5 },
    matches: { comparisonGroup: [{ name: 'Beach' }] },
  },
  {
    name: 'neither R4B',
    before: created,
    path: '/r4/Organization/id-1',
    headers: accept('4.3'),
    status: 406,
    answered: { 'content-type': IN_R4 },
  },
  {
    name: 'nor a body of R3',
    ...sent(study, '/r4/ResearchStudy', 'post'),
    headers: { 'Content-Type': 'application/fhir+json; fhirVersion=3.0' },
    status: 415,
  },
  {
    name: 'a body of R4 under /fhir, answered in R5',
    before: around,
    ...sent(study, '/fhir/ResearchStudy', 'post'),
    headers: { 'Content-Type': 'application/fhir+json; fhirVersion=4.0' },
    status: 201,
    matches: { comparisonGroup: [{ name: 'Beach' }] },
    rows: 1,
  },
  {
    name: 'a failure, as R4 codes it',
    path: '/r4/ResearchStudy/nowhere',
    status: 404,
    answered: { 'content-type': IN_R4 },
    matches: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] },
  },
  {
    name: 'not what merely begins like it',
    path: '/r4x/ResearchStudy',
    status: 404,
  },
];

const TYPES: Case[] = [
  {
    name: 'a type that R4 has not',
    path: '/r4/Citation/x',
    status: 404,
    has: ['“Citation” is not a resource type', 'FHIR 4.0'],
  },
  {
    name: 'a type that cannot be written',
    ...sent({ resourceType: 'Evidence', status: 'active' }, '/r4/Evidence', 'post'),
    status: 405,
    answered: { allow: 'GET, HEAD' },
  },
  {
    name: 'a type that cannot be written, in a transaction',
    ...sent(
      {
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [{ request: { method: 'DELETE', url: 'Evidence/x' } }],
      },
      '/r4',
      'post',
    ),
    status: 405,
  },
  {
    name: 'evidence without its numbers, which is said',
    before: ingested,
    path: '/r4/Evidence?_count=1',
    status: 200,
    hasNot: ['"statistic":'],
    has: ['SUBSETTED', '"mode":"outcome"', 'Evidence.statistic'],
  },
  {
    name: 'all of a study that R4 has types for',
    before: ingested,
    path: '/r4/ResearchStudy?_summary=count',
    status: 200,
    matches: { type: 'searchset', total: 1 },
  },
];

const entryIs = (...ids: string[]) => ({ entry: ids.map((id) => ({ resource: { id } })), total: ids.length });

const finds = (query: string, ...ids: string[]): Case => ({
  name: `?${query}`,
  before: stored,
  path: `/r4/ResearchStudy?${query}`,
  status: 200,
  matches: ids.length === 0 ? { total: 0 } : entryIs(...ids),
});

const SEARCHES: Case[] = [
  finds('status=completed', 'sea'),
  finds('status=withdrawn', 'mountain'),
  finds('status:not=withdrawn', 'sea'),
  finds('status=active'),
  finds('sponsor=Organization/sponsor', 'sea'),
  finds('sponsor.name=harbour', 'sea'),
  finds('sponsor:missing=true', 'mountain'),
  finds('category=air&_sort=title', 'mountain', 'sea'),
  finds('focus=https://trials.example/foci|sea-air&_sort=-title', 'sea', 'mountain'),
  finds('location=PT&title=sea', 'sea'),
  finds(`principalinvestigator=${ORIGIN}/r4/Practitioner/chief&title=sea`, 'sea'),
  finds('principalinvestigator.family=silva&title=sea', 'sea'),
  finds('site.name=beach&title=sea', 'sea'),
  finds('date=ge2030&title=mountain', 'mountain'),
  finds('identifier=sea&title=sea', 'sea'),
  {
    name: 'in the other direction',
    before: stored,
    path: '/r4/Organization?_has:ResearchStudy:sponsor:status=completed',
    status: 200,
    matches: entryIs('sponsor'),
  },
  {
    name: 'by a name of R5',
    before: stored,
    path: '/r4/ResearchStudy?condition=x',
    status: 400,
    has: ['principalinvestigator'],
  },
  {
    name: 'with what is included by R4’s name',
    before: stored,
    path: '/r4/ResearchStudy?title=sea&_include=ResearchStudy:principalinvestigator',
    status: 200,
    matches: {
      entry: [{ resource: { id: 'sea' } }, { resource: { id: 'chief' }, search: { mode: 'include' } }],
    },
    has: [`"fullUrl":"${ORIGIN}/r4/Practitioner/chief"`, `${ORIGIN}/r4/ResearchStudy?`],
  },
  {
    name: 'with what leads to it',
    before: stored,
    path: '/r4/Organization?_id=sponsor&_revinclude=ResearchStudy:sponsor',
    status: 200,
    matches: { entry: [{ resource: { id: 'sponsor' } }, { resource: { id: 'sea', status: 'completed' } }] },
  },
  {
    name: 'in all types there are in R4',
    before: [...ingested],
    path: '/r4?_type=ResearchStudy,Citation',
    status: 400,
    has: ['Citation'],
  },
  {
    name: 'by POST',
    before: stored,
    method: 'post',
    path: '/r4/ResearchStudy/_search',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'status=completed',
    status: 200,
    matches: entryIs('sea'),
  },
];

const WRITES: Case[] = [
  {
    name: 'an update under a condition in R4’s terms',
    before: stored,
    ...sent({ ...study, title: 'Changed' }, '/r4/ResearchStudy?status=completed'),
    status: 200,
    matches: { id: 'sea', title: 'Changed', meta: { versionId: '2' } },
    rows: 1,
  },
  {
    name: 'nothing, where it says the same',
    before: stored,
    ...sent(study, '/r4/ResearchStudy/sea'),
    status: 200,
    answered: { etag: 'W/"1"', 'content-type': IN_R4 },
  },
  {
    name: 'what R5 said, unchanged, after a change in R4',
    before: [
      put({
        resourceType: 'ResearchStudy',
        id: 'rich',
        status: 'active',
        title: 'Rich',
        label: [{ value: 'Short' }],
        recruitment: { targetNumber: 12 },
      }),
      {
        method: 'patch',
        path: '/r4/ResearchStudy/rich',
        headers: { 'Content-Type': 'application/json-patch+json' },
        body: '[{"op":"replace","path":"/title","value":"Richer"}]',
      },
    ],
    path: '/fhir/ResearchStudy/rich',
    status: 200,
    matches: {
      status: 'active',
      title: 'Richer',
      label: [{ value: 'Short' }],
      recruitment: { targetNumber: 12 },
      meta: { versionId: '2' },
    },
  },
  {
    name: 'a patch by R4’s paths',
    before: stored,
    method: 'patch',
    path: '/r4/ResearchStudy/sea',
    headers: { 'Content-Type': 'application/json-patch+json' },
    body: '[{"op":"replace","path":"/arm/0/name","value":"Shore"}]',
    status: 200,
    matches: { arm: [{ name: 'Shore' }] },
    rows: 1,
    after: [
      { path: '/fhir/ResearchStudy/sea', status: 200, matches: { comparisonGroup: [{ name: 'Shore' }] } },
    ],
  },
  {
    name: 'a FHIRPath Patch',
    before: stored,
    method: 'patch',
    path: '/r4/ResearchStudy/sea',
    headers: FHIR,
    body: parameters({
      name: 'operation',
      part: [
        { name: 'type', valueCode: 'replace' },
        { name: 'path', valueString: 'ResearchStudy.title' },
        { name: 'value', valueString: 'Patched' },
      ],
    }),
    status: 200,
    matches: { title: 'Patched', status: 'completed' },
    rows: 1,
  },
  {
    name: 'a transaction, with references between its entries',
    ...sent(
      {
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          {
            fullUrl: 'urn:uuid:6d1dd2a0-7c37-4bb5-8a4a-6f2c6d1f2b11',
            resource: { resourceType: 'Organization', name: 'Harbour Hospital' },
            request: { method: 'POST', url: 'Organization' },
          },
          {
            resource: {
              resourceType: 'ResearchStudy',
              status: 'active',
              sponsor: { reference: 'urn:uuid:6d1dd2a0-7c37-4bb5-8a4a-6f2c6d1f2b11' },
            },
            request: { method: 'POST', url: 'ResearchStudy', ifNoneExist: 'status=active' },
          },
        ],
      },
      '/r4',
      'post',
    ),
    status: 200,
    matches: { type: 'transaction-response', entry: [{ response: { status: '201 Created' } }, {}] },
    rows: 2,
    after: [
      {
        path: '/r4/ResearchStudy?status=active&_include=ResearchStudy:sponsor',
        status: 200,
        has: ['Harbour Hospital'],
        matches: { total: 1 },
      },
    ],
  },
  {
    name: 'nothing that R4 does not allow',
    ...sent({ ...study, id: undefined, colour: 'blue' }, '/r4/ResearchStudy', 'post'),
    status: 422,
    has: ['colour'],
  },
  {
    name: 'nothing with a code that is none in R4',
    ...sent({ ...study, id: undefined, status: 'blue' }, '/r4/ResearchStudy', 'post'),
    status: 422,
    has: ['status'],
  },
  {
    name: 'a deletion',
    before: stored,
    method: 'delete',
    path: '/r4/ResearchStudy/sea',
    status: 204,
    rows: 1,
    after: [{ path: '/r4/ResearchStudy/sea', status: 410 }],
  },
];

const XML = { Accept: 'application/fhir+xml' };
const IN_R4_XML = 'application/fhir+xml; charset=utf-8; fhirVersion=4.0';

const studyInXml = (...more: readonly string[]): string =>
  `<ResearchStudy xmlns="http://hl7.org/fhir"><id value="sea"/><title value="Sea air"/><status value="withdrawn"/>${more.join('')}</ResearchStudy>`;

const inXml = (body: string): Sent => ({
  method: 'put',
  path: '/r4/ResearchStudy/sea',
  headers: { 'Content-Type': 'application/fhir+xml', ...XML },
  body,
});

const IN_XML: Case[] = [
  {
    name: 'a study by R4’s names',
    before: stored,
    path: '/r4/ResearchStudy/sea',
    headers: XML,
    status: 200,
    answered: { 'content-type': IN_R4_XML },
    has: ['<arm><name value="Beach"/>', '<status value="completed"/>'],
    hasNot: ['comparisonGroup'],
    matches: { status: 'completed', arm: study.arm },
  },
  {
    name: 'a page of a search',
    before: stored,
    path: '/r4/ResearchStudy?title=sea&_format=xml',
    status: 200,
    answered: { 'content-type': IN_R4_XML },
    matches: { type: 'searchset', total: 1, entry: [{ resource: { arm: study.arm } }] },
  },
  {
    name: 'what it says of itself, which lists XML',
    path: '/r4/metadata',
    headers: XML,
    status: 200,
    answered: { 'content-type': IN_R4_XML },
    matches: {
      fhirVersion: '4.0.1',
      format: ['json', 'xml', 'application/fhir+json', 'application/fhir+xml'],
    },
  },
  {
    name: 'a study that was written so',
    before: around,
    ...inXml(studyInXml('<arm><name value="Shore"/></arm>')),
    status: 201,
    rows: 1,
    matches: { status: 'withdrawn', arm: [{ name: 'Shore' }] },
    after: [
      { path: '/fhir/ResearchStudy/sea', status: 200, matches: { comparisonGroup: [{ name: 'Shore' }] } },
    ],
  },
  {
    name: 'no element that R5 alone has',
    ...inXml(studyInXml('<comparisonGroup><name value="Shore"/></comparisonGroup>')),
    status: 400,
    answered: { 'content-type': IN_R4_XML },
    has: ['comparisonGroup'],
  },
];

const PARTS: Case[] = [
  {
    name: 'elements by R4’s names',
    before: stored,
    path: '/r4/ResearchStudy/sea?_elements=arm,sponsor',
    status: 200,
    matches: { id: 'sea', meta: { tag: [{ code: 'SUBSETTED' }] }, status: 'completed', arm: study.arm },
    has: ['"sponsor"'],
    hasNot: ['"title"', '"principalInvestigator"', '"site"'],
  },
  {
    name: 'no elements by R5’s',
    before: stored,
    path: '/r4/ResearchStudy/sea?_elements=comparisonGroup',
    status: 400,
    has: ['comparisonGroup'],
  },
  {
    name: 'elements of what is found',
    before: stored,
    path: '/r4/ResearchStudy?title=sea&_elements=arm',
    status: 200,
    matches: {
      type: 'searchset',
      total: 1,
      entry: [
        {
          fullUrl: `${ORIGIN}/r4/ResearchStudy/sea`,
          resource: { arm: study.arm },
          search: { mode: 'match' },
        },
      ],
    },
    hasNot: ['"sponsor"', '"title"', 'partInR4'],
  },
  {
    name: 'elements of what is read in a batch',
    before: stored,
    ...sent(
      {
        resourceType: 'Bundle',
        type: 'batch',
        entry: [{ request: { method: 'GET', url: 'ResearchStudy/sea?_elements=arm' } }],
      },
      '/r4',
      'post',
    ),
    status: 200,
    matches: { entry: [{ resource: { id: 'sea', arm: study.arm }, response: { status: '200 OK' } }] },
    hasNot: ['"title"', 'partInR4'],
  },
  {
    name: 'R4’s summary',
    before: stored,
    path: '/r4/ResearchStudy/sea?_summary=true',
    status: 200,
    matches: { title: study.title, status: 'completed', category: study.category },
    hasNot: ['"arm"'],
  },
  {
    name: 'elements that Evidence has as another type alone',
    before: ingested,
    path: '/r4/RiskEvidenceSynthesis?_elements=riskEstimate&_count=1',
    status: 200,
    has: [
      `"fullUrl":"${ORIGIN}/r4/RiskEvidenceSynthesis/`,
      '"riskEstimate":{',
      `"next","url":"${ORIGIN}/r4/RiskEvidenceSynthesis?`,
    ],
    hasNot: ['"exposure"', '"sampleSize"', '"statistic"'],
  },
  {
    name: 'what it says of itself, in part',
    path: '/r4/metadata?_elements=format',
    status: 200,
    matches: {
      fhirVersion: '4.0.1',
      format: ['json', 'xml', 'application/fhir+json', 'application/fhir+xml'],
    },
    hasNot: ['"rest"', 'partInR4'],
  },
];

const OTHERS: Case[] = [
  {
    name: 'the parameters of all types, those without a definition that R4 has in words alone',
    path: '/r4/metadata?_elements=rest',
    status: 200,
    has: ['"http://hl7.org/fhir/SearchParameter/Resource-id"', '{"name":"_has","type":"special"'],
    hasNot: ['"http://hl7.org/fhir/SearchParameter/Resource-has"'],
  },
  {
    name: 'the CapabilityStatement',
    path: '/r4/metadata',
    status: 200,
    answered: { 'content-type': IN_R4 },
    matches: {
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      implementation: { url: `${ORIGIN}/r4` },
    },
    has: [
      '{"name":"principalinvestigator","definition":"http://hl7.org/fhir/SearchParameter/ResearchStudy-principalinvestigator"',
      '"type":"EffectEvidenceSynthesis"',
    ],
    hasNot: ['"type":"Citation"', 'progress-status'],
  },
  {
    name: 'the history of a study',
    before: stored,
    path: '/r4/ResearchStudy/sea/_history',
    status: 200,
    matches: {
      type: 'history',
      total: 1,
      entry: [{ fullUrl: `${ORIGIN}/r4/ResearchStudy/sea`, resource: { status: 'completed' } }],
    },
  },
  {
    name: 'the history of the types there are in R4',
    before: [put({ resourceType: 'Citation', id: 'paper', status: 'active' }), ...around],
    path: '/r4/_history',
    status: 200,
    matches: { total: around.length },
    hasNot: ['Citation'],
  },
  {
    name: '$validate of a resource in R4',
    method: 'post',
    path: '/r4/ResearchStudy/$validate',
    headers: FHIR,
    body: JSON.stringify({ resourceType: 'ResearchStudy', status: 'completed' }),
    status: 200,
    matches: { resourceType: 'OperationOutcome' },
    hasNot: ['"severity":"error"'],
  },
  {
    name: '$everything, with what is left out',
    before: ingested,
    path: '/r4/ResearchStudy?_has:Provenance:target:_id=nothing',
    status: 200,
    matches: { total: 0 },
  },
  {
    name: 'a value set expanded',
    path: `/r4/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status`,
    status: 200,
    has: ['"code":"draft"', '"resourceType":"ValueSet"'],
  },
  {
    name: 'where to get a token',
    path: '/r4/.well-known/smart-configuration',
    status: 404,
  },
];

testCases('R4: speaks', VERSIONS);
testCases('R4: serves', TYPES);
testCases('R4: finds studies by', SEARCHES);
testCases('R4: writes', WRITES);
testCases('R4: speaks XML:', IN_XML);
testCases('R4: gives in part', PARTS);
testCases('R4: gives', OTHERS);
