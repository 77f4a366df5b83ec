import type { FhirResource, SearchParameter } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { at, found, hasToken, organization, put, putting, remove, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

const definition = (
  id: string,
  expression: string,
  more: Partial<SearchParameter> = {},
): SearchParameter => ({
  resourceType: 'SearchParameter',
  id,
  url: `https://example.org/SearchParameter/${id}`,
  name: 'Site',
  status: 'active',
  description: 'The number of a site',
  code: 'site',
  base: ['Organization'] as unknown as SearchParameter['base'],
  type: 'token',
  expression,
  ...more,
});

const settled = async (store: Store): Promise<void> => {
  for (let tries = 0; store.reindexing() !== undefined; tries += 1) {
    if (tries > 1000) throw new Error('indexing does not end');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const bySite = (value: string) => hasToken('Organization.site', value);
const URL = 'https://example.org/SearchParameter/site';

describe.each(DATABASES)('search parameters that are stored: $name', (kind) => {
  const opened = useStore(kind);

  test('are served once everything is indexed by them', async () => {
    const { store } = opened;
    const many = Array.from({ length: 250 }, (_, n) => putting(organization(`o${n}`, `v${n}`)));
    await store.write({ writes: many }, at(0));
    await put(store, { resourceType: 'Device', id: 'd', identifier: [{ value: 'v1' }] });
    expect(store.searchParameters().find('Organization', 'site')).toBeUndefined();

    await put(store, definition('site', 'Organization.identifier'));
    expect(store.reindexing()).toMatchObject({ parameters: [URL], total: 250 });
    expect(store.searchParameters().find('Organization', 'site')).toBeUndefined();
    await put(store, organization('late', 'v1'));
    await settled(store);

    expect(store.searchParameters().find('Organization', 'site')).toMatchObject({ url: URL, type: 'token' });
    expect(store.searchParameters().find('Device', 'site')).toBeUndefined();
    expect(await found(store, 'Organization', bySite('v1'))).toEqual(['o1', 'late']);
    await put(store, organization('later', 'v1'));
    expect(await found(store, 'Organization', bySite('v1'))).toEqual(['o1', 'late', 'later']);
    expect(await found(store, 'Organization', hasToken('Organization.identifier', 'v249'))).toEqual(['o249']);
  });

  test('change and go with their definitions', async () => {
    const { store } = opened;
    await put(store, { ...organization('a', 'number'), name: 'Ward' } as ReturnType<typeof organization>);
    await put(store, definition('site', 'Organization.identifier'));
    await settled(store);
    expect(await found(store, 'Organization', bySite('number'))).toEqual(['a']);

    await put(store, definition('site', 'Organization.name', { type: 'string' }), 1);
    await settled(store);
    expect(store.searchParameters().find('Organization', 'site')).toMatchObject({ type: 'string' });
    expect(await found(store, 'Organization', bySite('number'))).toEqual([]);
    const ward = { type: 'string', match: 'start', text: 'wa' } as const;
    const byName = { kind: 'value', parameter: 'Organization.site', anyOf: [ward] } as const;
    expect(await found(store, 'Organization', byName)).toEqual(['a']);

    await put(store, definition('site', 'Organization.name', { type: 'string', status: 'retired' }), 2);
    await settled(store);
    expect(store.searchParameters().find('Organization', 'site')).toBeUndefined();
    expect(await found(store, 'Organization', byName)).toEqual([]);

    await put(store, definition('site', 'Organization.identifier'), 3);
    await settled(store);
    expect(await found(store, 'Organization', bySite('number'))).toEqual(['a']);
    await remove(store, 'SearchParameter', 'site', 4);
    await settled(store);
    expect(store.searchParameters().find('Organization', 'site')).toBeUndefined();
    expect(await found(store, 'Organization', bySite('number'))).toEqual([]);
  });

  test('come one after the other while indexing is under way, and while others write', async () => {
    const { store } = opened;
    const many = Array.from({ length: 300 }, (_, n) => putting(organization(`o${n}`, `v${n}`)));
    await store.write({ writes: many }, at(0));
    const codes = ['one', 'two', 'three', 'four'];
    const defined = codes.map(async (code, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 7));
      await put(store, definition(code, 'Organization.identifier', { code }));
    });
    const written = Array.from({ length: 20 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 2));
      await put(store, organization(`late${n}`, 'late'));
    });
    await Promise.all([...defined, ...written]);
    await settled(store);
    for (const code of codes) {
      expect(store.searchParameters().find('Organization', code), code).toBeDefined();
      const by = (value: string) => hasToken(`Organization.${code}`, value);
      expect(await found(store, 'Organization', by('v299'))).toEqual(['o299']);
      expect(await found(store, 'Organization', by('late'))).toHaveLength(20);
    }
  });

  test('index what is written with them', async () => {
    const { store } = opened;
    const writes = [putting(organization('a', 'x')), putting(definition('site', 'Organization.identifier'))];
    await store.write({ writes }, at(0));
    await settled(store);
    expect(await found(store, 'Organization', bySite('x'))).toEqual(['a']);
  });

  test('of all types are served for all types', async () => {
    const { store } = opened;
    await put(store, organization('a', 'x'));
    await put(store, { resourceType: 'Device', id: 'd', language: 'de' });
    await put(
      store,
      definition('tongue', 'Resource.language', {
        code: 'tongue',
        base: ['Resource'] as unknown as SearchParameter['base'],
      }),
    );
    await settled(store);
    expect(store.searchParameters().find('Patient', 'tongue')).toBeDefined();
    expect(await found(store, 'Device', hasToken('Resource.tongue', 'de'))).toEqual(['d']);
  });

  test('do not take the place of those that are built in, nor are they served before they are active', async () => {
    const { store } = opened;
    await put(store, organization('a', 'x'));
    const builtIn = store.searchParameters().find('Organization', 'identifier');
    await put(store, definition('one', 'Organization.name', { code: 'identifier', url: builtIn?.url ?? '' }));
    await put(store, definition('two', 'Organization.name', { code: 'identifier' }));
    await put(store, definition('three', 'Organization.identifier', { status: 'draft' }));
    await put(store, definition('four', 'this is no (FHIRPath'));
    expect(store.reindexing()).toBeUndefined();
    expect(store.searchParameters().find('Organization', 'identifier')).toEqual(builtIn);
    expect(store.searchParameters().find('Organization', 'site')).toBeUndefined();
    expect(await found(store, 'Organization', hasToken('Organization.identifier', 'x'))).toEqual(['a']);
  });

  test('whose expression fails find nothing, and keep nothing from being written', async () => {
    const { store } = opened;
    const named = (id: string, ...alias: string[]): FhirResource => ({
      resourceType: 'Organization',
      id,
      alias,
    });
    await put(store, named('a', 'one', 'two'));
    await put(store, definition('site', 'Organization.alias.single()', { type: 'string' }));
    await settled(store);
    await put(store, named('b', 'one', 'two'));
    await put(store, named('c', 'one'));
    const one = { type: 'string', match: 'start', text: 'one' } as const;
    const byAlias = { kind: 'value', parameter: 'Organization.site', anyOf: [one] } as const;
    expect(await found(store, 'Organization', byAlias)).toEqual(['c']);
  });
});

describe.each(DATABASES.filter(({ durable }) => durable))(
  'stored search parameters after a restart: $name',
  (kind) => {
    const opened = useStore(kind);

    test('are served as before, and indexing goes on where it was', async () => {
      const { store } = opened;
      const many = Array.from({ length: 250 }, (_, n) => putting(organization(`o${n}`, `v${n}`)));
      await store.write({ writes: many }, at(0));
      await put(store, definition('site', 'Organization.identifier'));
      const again = await opened.reopen();
      await settled(again);
      expect(await found(again, 'Organization', bySite('v249'))).toEqual(['o249']);
      const third = await opened.reopen();
      expect(third.reindexing()).toBeUndefined();
      expect(third.searchParameters().find('Organization', 'site')).toBeDefined();
      await put(third, organization('late', 'v249'));
      expect(await found(third, 'Organization', bySite('v249'))).toEqual(['o249', 'late']);
    });
  },
);
