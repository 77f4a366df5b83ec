import { describe, expect, test } from 'vitest';
import { errors } from './found.ts';

const BASE = 'https://example.org/fhir';

const group = { resourceType: 'Group', id: 'g', type: 'person', membership: 'definitional' };

const outcome = {
  resourceType: 'OperationOutcome',
  id: 'o',
  issue: [{ severity: 'information', code: 'informational' }],
};

const entry = (resource: object, mode: string, id = 'g') => ({
  fullUrl: `${BASE}/${(resource as { resourceType: string }).resourceType}/${id}`,
  resource,
  search: { mode },
});

const searchset = (entries: readonly object[], self = `${BASE}/Group`) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  link: [{ relation: 'self', url: self }],
  entry: entries,
});

/** The errors of Bundles' own rules. */
const bundleErrors = (resource: object) => errors(resource).filter((error) => error.startsWith('bundle-'));

describe('what a search gave', () => {
  test.each<[what: string, bundle: object]>([
    ['a match of the type that was searched for', searchset([entry(group, 'match')])],
    ['a match of one of the types', searchset([entry(group, 'match')], `${BASE}?_type=Evidence,Group`)],
    ['what was included', searchset([entry(group, 'include')], `${BASE}/Evidence?_include=*`)],
    ['what contains a match', searchset([entry(group, 'match')], `${BASE}/Evidence?_contained=true`)],
    ['an outcome', searchset([entry(outcome, 'outcome', 'o')])],
  ])('can be %s', (_, bundle) => {
    expect(bundleErrors(bundle)).toEqual([]);
  });

  test.each<[what: string, bundle: object]>([
    ['a match of another type', searchset([entry(group, 'match')], `${BASE}/Evidence`)],
    ['a match of none of the types', searchset([entry(group, 'match')], `${BASE}?_type=Evidence,Citation`)],
    ['an outcome that is none', searchset([entry(group, 'outcome')])],
    ['nothing', searchset([{ fullUrl: `${BASE}/Group/g`, search: { mode: 'match' } }])],
  ])('cannot be %s', (_, bundle) => {
    expect(bundleErrors(bundle)).toContain('bundle-search Bundle.entry[0]');
  });

  test('has an id', () => {
    const { id: _, ...unnamed } = group;
    const all = searchset([
      { ...entry(unnamed, 'match'), fullUrl: 'urn:uuid:0a4f5f2e-6a4b-4b8e-9d3e-1f2a3b4c5d6e' },
    ]);
    expect(bundleErrors(all)).toEqual(['bundle-search Bundle.entry[0]']);
  });

  test('is told to be of no type that R5 has, whatever it calls its type', () => {
    const odd = { ...group, resourceType: { toString: null } };
    const bundle = searchset([{ fullUrl: `${BASE}/Group/g`, resource: odd, search: { mode: 'outcome' } }]);
    expect(errors(bundle)).toContain('structure-resource-type Bundle.entry[0].resource');
  });
});

describe('a link of a Bundle', () => {
  const linked = (type: string, ...relations: readonly string[]) => ({
    resourceType: 'Bundle',
    type,
    link: relations.map((relation) => ({ relation, url: `${BASE}/Group` })),
  });

  test.each([
    ['to another page of a search', linked('searchset', 'self', 'next')],
    ['of a kind that may stand often', linked('collection', 'alternate', 'alternate')],
  ])('%s', (_, bundle) => {
    expect(bundleErrors(bundle)).toEqual([]);
  });

  test.each([
    ['to itself stands once', linked('searchset', 'self', 'self'), 'Bundle.link[1]'],
    ['to a page stands once', linked('searchset', 'self', 'next', 'next'), 'Bundle.link[2]'],
    ['is to no page of what has none', linked('collection', 'next'), 'Bundle.link[0]'],
  ])('%s', (_, bundle, place) => {
    expect(bundleErrors(bundle)).toEqual([`bundle-link ${place}`]);
  });
});

test.each(['document', 'message'])('a %s is not without entries', (type) => {
  expect(bundleErrors({ resourceType: 'Bundle', type })).toEqual(['bundle-first Bundle']);
});
