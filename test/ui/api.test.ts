import { expect, test } from 'vitest';
import { call, callTo } from '../../src/ui/fhir/api.ts';
import { searchPath } from '../../src/ui/fhir/search.ts';

test('a request is put together from a path of the OpenAPI document and its parameters', () => {
  expect(call('GET', '/fhir/metadata', {})).toEqual({ method: 'GET', url: '/fhir/metadata' });
  expect(call('GET', '/fhir/ResearchStudy/{id}/$diff', { id: 'a/b', from: '1', to: '2 & 3' })).toEqual({
    method: 'GET',
    url: '/fhir/ResearchStudy/a%2Fb/$diff?from=1&to=2+%26+3',
  });
  expect(callTo('Evidence?_count=1').url).toBe('/fhir/Evidence?_count=1');
  expect(callTo('/fhir/Evidence').url).toBe('/fhir/Evidence');
});

test('a search is put together from parameters of the type, with modifiers and chains', () => {
  const path = searchPath('Evidence', [
    ['title:contains', 'pain'],
    ['study:ResearchStudy.condition:text', 'asthma'],
    ['_has:ArtifactAssessment:artifact:verdict', 'inconsistent'],
  ]);
  expect(path).toBe(
    'Evidence?title%3Acontains=pain&study%3AResearchStudy.condition%3Atext=asthma&_has%3AArtifactAssessment%3Aartifact%3Averdict=inconsistent',
  );
});

test('what the server does not offer is an error of types', () => {
  // @ts-expect-error: no such path
  call('GET', '/fhir/ResearchStudy/$results', {});
  // @ts-expect-error: this operation is only POSTed
  call('GET', '/fhir/$preview', {});
  // @ts-expect-error: the path says which one
  call('GET', '/fhir/ResearchStudy/{id}/$everything', {});
  // @ts-expect-error: no such parameter
  call('GET', '/fhir/ResearchStudy/{id}/$diff', { id: 'one', since: '1' });
  // @ts-expect-error: a number
  call('GET', '/fhir/ResearchStudy/{id}/_history', { id: 'one', _count: 'all' });
  // @ts-expect-error: no such parameter of the type
  searchPath('Evidence', [['phase', 'phase-3']]);
  // @ts-expect-error: no such type
  searchPath('Trial', []);
});
