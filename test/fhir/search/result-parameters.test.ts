import { describe, expect, test } from 'vitest';
import { issueOf, search } from './context.ts';

const understood = async (url: string) => {
  const parsed = await search(url);
  if (!('request' in parsed)) throw new Error(parsed.map(({ text }) => text).join('; '));
  return parsed;
};

const requestOf = async (url: string) => (await understood(url)).request;

const selfOf = async (url: string) => (await understood(url)).applied.map((pair) => pair.join('=')).join('&');

describe('what a self link says', () => {
  test.each([
    ['Patient', '_count=50'],
    ['Patient?_count=10', '_count=10'],
    ['Patient?_count=5000', '_count=1000'],
    ['Patient?_count=0', '_count=0'],
    ['Patient?_summary=count', '_summary=count'],
    ['Patient?_summary=count&_count=5', '_summary=count'],
    ['Patient?_count=7&name=x&_sort=-birthdate,name', 'name=x&_sort=-birthdate,name&_count=7'],
    ['Patient?name=x&gender:not=male&name=y', 'name=x&gender:not=male&name=y&_count=50'],
    [
      'Patient?_total=none&_include=Patient:link&_sort=_id',
      '_sort=_id&_include=Patient:link&_total=none&_count=50',
    ],
    ['Patient?_page=abc&name=x', 'name=x&_count=50'],
    ['?_type=Patient,Group&_id=1', '_type=Patient,Group&_id=1&_count=50'],
    ['Patient?_pretty=true&_format=json', '_format=json&_pretty=true&_count=50'],
  ])('%s', async (url, self) => {
    expect(await selfOf(url)).toBe(self);
  });

  test('is the same for the same result parameters in another order', async () => {
    const one = await selfOf('Patient?name=x&_summary=true&_sort=name&_total=accurate&_count=3');
    expect(await selfOf('Patient?_count=3&_total=accurate&_sort=name&name=x&_summary=true')).toBe(one);
  });

  test('leads to the same search', async () => {
    const url = 'Patient?_count=3&name=a\\,b,c&_sort=-name&_include=Patient:link&_elements=name';
    const { request } = await understood(url);
    expect(await requestOf(`Patient?${await selfOf(url)}`)).toEqual(request);
  });
});

describe('pages and totals', () => {
  test.each([
    ['Patient', { types: ['Patient'], count: 50, total: 'some' }],
    ['Patient?_count=1', { count: 1 }],
    ['Patient?_count=1001', { count: 1000 }],
    ['Patient?_total=none', { count: 50, total: 'none' }],
    ['Patient?_total=estimate', { total: 'estimate' }],
    ['Patient?_total=none&_count=0', { count: 0, total: 'accurate' }],
    ['Patient?_summary=count&_count=5', { count: 0, total: 'accurate' }],
    ['Patient?_page=abc', { page: 'abc' }],
    ['?_type=Group,Patient,Group', { types: ['Group', 'Patient'] }],
    ['', { types: [] }],
  ])('%s', async (url, request) => {
    expect(await requestOf(url)).toMatchObject(request);
  });
});

describe('parts of resources', () => {
  test.each([
    ['Patient', undefined],
    ['Patient?_summary=false', undefined],
    ['Patient?_summary=count', undefined],
    ['Patient?_summary=true', { summary: 'true' }],
    ['Patient?_summary=text', { summary: 'text' }],
    ['Patient?_summary=data', { summary: 'data' }],
    [
      'Patient?_elements=name,Patient.gender,Group.name',
      { elements: ['name', 'Patient.gender', 'Group.name'] },
    ],
    ['Observation?_elements=value,valueQuantity', { elements: ['value', 'valueQuantity'] }],
    ['Patient?_summary=false&_elements=name', { elements: ['name'] }],
    ['Patient?_elements=id,resourceType,name', { elements: ['id', 'resourceType', 'name'] }],
  ])('%s', async (url, subset) => {
    expect((await understood(url)).subset).toEqual(subset);
  });
});

describe('_sort', () => {
  const ascending = (parameter: string, type: string) => ({ parameter, type, descending: false });
  test.each([
    ['Patient?_sort=name', [ascending('Patient.name', 'string')]],
    [
      'Observation?_sort=status,-date,code',
      [
        ascending('Observation.status', 'token'),
        { parameter: 'Observation.date', type: 'date', descending: true },
        ascending('Observation.code', 'token'),
      ],
    ],
    ['Observation?_sort=code:text', [ascending('Observation.code:text', 'string')]],
    ['Observation?_sort=value-quantity', [ascending('Observation.value-quantity', 'quantity')]],
    ['Observation?_sort=subject', [ascending('Observation.subject', 'reference')]],
    ['ValueSet?_sort=url', [ascending('ValueSet.url', 'uri')]],
    ['RiskAssessment?_sort=probability', [ascending('RiskAssessment.probability', 'number')]],
    [
      '?_sort=_id,-_lastUpdated',
      [ascending('_id', 'token'), { parameter: '_lastUpdated', type: 'date', descending: true }],
    ],
    ['?_type=Patient&_sort=name', [ascending('Patient.name', 'string')]],
    ['?_type=Patient,Group&_sort=_source', [ascending('Resource._source', 'uri')]],
  ])('%s', async (url, sort) => {
    expect((await requestOf(url)).sort).toEqual(sort);
  });
});

describe('_include and _revinclude', () => {
  const of = (source: string, ...parameters: readonly string[]) => ({
    reverse: false,
    iterate: false,
    source,
    parameters,
  });
  test.each([
    [
      'MedicationRequest?_include=MedicationRequest:patient',
      of('MedicationRequest', 'MedicationRequest.patient'),
    ],
    [
      'MedicationRequest?_revinclude=Provenance:target',
      { ...of('Provenance', 'Provenance.target'), reverse: true },
    ],
    [
      'MedicationRequest?_include=MedicationRequest:subject:Patient',
      { ...of('MedicationRequest', 'MedicationRequest.subject'), target: 'Patient' },
    ],
    [
      'Patient?_include=Patient:*',
      of('Patient', 'Patient.general-practitioner', 'Patient.link', 'Patient.organization'),
    ],
    ['Patient?_include=*', of('*', 'Patient.general-practitioner', 'Patient.link', 'Patient.organization')],
    [
      'Patient?_include:iterate=Patient:*:Practitioner',
      {
        ...of('Patient', 'Patient.general-practitioner', 'Patient.link', 'Patient.organization'),
        iterate: true,
        target: 'Practitioner',
      },
    ],
    ['Patient?_include=Patient:_profile', of('Patient', 'Resource._profile')],
    [
      'Patient?_include=Observation:focus:Group',
      { ...of('Observation', 'Observation.focus'), target: 'Group' },
    ],
  ])('%s', async (url, include) => {
    expect((await requestOf(url)).include).toEqual([include]);
  });

  test('_revinclude=* follows what may lead to the type, with iterate what may lead anywhere', async () => {
    const parameters = async (url: string) => new Set((await requestOf(url)).include[0]?.parameters);
    const once = await parameters('Patient?_revinclude=*');
    expect(once).toContain('Observation.subject');
    expect(once).toContain('Provenance.target');
    expect(once).not.toContain('Encounter.location');
    const again = await parameters('Patient?_revinclude:iterate=*');
    expect(again).toContain('Encounter.location');
    expect(once.isSubsetOf(again)).toBe(true);
  });

  test('several are followed', async () => {
    const { include } = await requestOf(
      'Patient?_include=Patient:link&_include=Patient:organization&_revinclude=Group:member',
    );
    expect(include.map(({ parameters }) => parameters)).toEqual([
      ['Patient.link'],
      ['Patient.organization'],
      ['Group.member'],
    ]);
  });
});

describe('what is refused', () => {
  test.each([
    ['Patient?_count=x', '_count', '“x” is not a number of resources'],
    ['Patient?_count=-1', '_count', 'is not a number of resources'],
    ['Patient?_count=1&_count=1', '_count', 'more than once'],
    ['Patient?_sort=name&_sort=gender', '_sort', 'more than once'],
    ['Patient?_count:x=1', '_count:x', 'has no modifier'],
    ['Patient?_summary=nope', '_summary', 'choose one of: true, text, data, count, false'],
    ['Patient?_total=x', '_total', 'choose one of: none, estimate, accurate'],
    ['Patient?_contained=maybe', '_contained', 'choose one of: false, true, both'],
    ['Patient?_containedType=x', '_containedType', 'choose one of: container, contained'],
    ['Patient?_elements=nonsense', '_elements', '“nonsense” is not an element'],
    ['Patient?_elements=name,', '_elements', '“” is not an element'],
    ['Patient?_elements=Nope.name', '_elements', '“Nope.name” is not an element'],
    ['Patient?_elements=Group.birthDate', '_elements', '“Group.birthDate” is not an element'],
    ['Patient?_elements=Patient.name.given', '_elements', 'is not an element'],
    [
      'Patient?_sort=nonsense',
      '_sort',
      'cannot be sorted by “nonsense”; choose one of: _id, _lastUpdated, active,',
    ],
    ['Patient?_sort=name,', '_sort', 'cannot be sorted by “”'],
    ['Patient?_sort=_score', '_sort', 'cannot be sorted by “_score”'],
    ['Patient?_sort=_text', '_sort', 'cannot be sorted by “_text”'],
    ['Location?_sort=near', '_sort', 'cannot be sorted by “near”'],
    ['Evidence?_sort=study', '_sort', 'cannot be sorted by “study”'],
    ['Observation?_sort=code-value-quantity', '_sort', 'cannot be sorted by'],
    ['Observation?_sort=code:nope', '_sort', 'only tokens and references take one to sort by: text'],
    ['Patient?_sort=name:text', '_sort', 'only tokens and references take one to sort by: text'],
    ['Patient?_sort=_id:text', '_sort', 'cannot be sorted by'],
    ['?_sort=name', '_sort', 'Several types cannot be sorted by “name”'],
    ['?_type=Patient,Group&_sort=name', '_sort', 'Several types cannot be sorted by “name”'],
    [
      'Patient?_include=Patient:name',
      '_include',
      'choose one of: *, general-practitioner, link, organization',
    ],
    ['Patient?_include=Patient:_in', '_include', 'is not a reference of Patient'],
    ['Evidence?_include=Evidence:study', '_include', 'is not a reference of Evidence'],
    ['Patient?_include=Nope:link', '_include', '“Nope” is not a resource type'],
    ['Patient?_include=Patient:link:Nope', '_include', '“Nope” is not a resource type'],
    ['Patient?_include=Patient:link:Group', '_include', 'link does not lead to Group, only to'],
    ['Patient?_include:recurse=Patient:link', '_include:recurse', 'it takes iterate'],
    ['Patient?_include=Patient', '_include', 'is not Type:parameter'],
    ['Patient?_include=Patient:link,Patient:organization', '_include', 'repeat _include for more than one'],
    ['Patient?_include=Patient:link:', '_include', 'is not Type:parameter'],
    ['Patient?_include=Patient:link:Patient:x', '_include', 'is not Type:parameter'],
    ['Patient?_include=*:link', '_include', 'is not Type:parameter'],
    ['Patient?_revinclude=:link', '_revinclude', '“” is not a resource type'],
  ])('%s', async (url, name, text) => {
    expect(await issueOf(url)).toMatchObject({
      severity: 'error',
      expression: `http.${name}`,
      text: expect.stringContaining(text),
    });
  });

  test.each([
    ['Patient?_summary=true&_elements=name', '_summary and _elements'],
    ['Patient?_summary=text&_include=Patient:link', '_summary=text cannot be combined'],
  ])('%s', async (url, text) => {
    expect(await issueOf(url)).toMatchObject({ severity: 'error', text: expect.stringContaining(text) });
  });
});
