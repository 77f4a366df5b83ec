import type { FhirResource, Observation, SearchParameter } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/fhir/content.ts';
import { type Criterion, type SearchRequest, searchOf } from '../../src/fhir/search/search-request.ts';
import { openEngine } from '../../src/store/open.ts';
import { rows } from '../../src/store/sql/work.ts';
import type { Match, Store } from '../../src/store/store.ts';
import { at, found, put, remove, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

/** A patient who belongs to an organization beside them, and leads to what contains both. */
const within = (family: string): readonly FhirResource[] => [
  {
    resourceType: 'Patient',
    id: 'p',
    name: [{ family }],
    managingOrganization: { reference: '#o' },
    link: [{ other: { reference: '#' }, type: 'seealso' }],
  },
  { resourceType: 'Organization', id: 'o', name: `${family} & Sons` },
];

/** An observation of a patient it contains. */
const observation = (id: string, family: string, more: readonly FhirResource[] = []): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { text: 'weight' },
  contained: [...within(family), ...more],
  subject: { reference: '#p' },
});

const named = (parameter: string, text: string): Criterion => ({
  kind: 'value',
  parameter,
  anyOf: [{ type: 'string', match: 'start', text }],
});

const chain = (parameter: string, type: string, where: Criterion): Criterion => ({
  kind: 'chain',
  parameter,
  types: [type],
  where,
});

const CONTAINED = { only: true, as: 'contained' } as const;

const containedIn = (type: string, where?: Criterion): SearchRequest => ({
  ...searchOf([type], where, 100),
  contained: CONTAINED,
});

const places = (matches: readonly Match[]): readonly string[] =>
  matches.map(({ type, id, versionId, fragment }) => `${type}/${id}/${versionId}#${fragment}`);

const contained = async (store: Store, type: string, where?: Criterion): Promise<readonly string[]> =>
  places((await store.search(containedIn(type, where))).matches);

describe.each(DATABASES)('resources contained in others: $name', (kind) => {
  const opened = useStore(kind);

  test('are found by what they say, in their own text, and only where they are asked for', async () => {
    const { store } = opened;
    const text =
      '{"resourceType":"Observation","status":"final","code":{"text":"x"},"contained":[ {"resourceType":"RiskAssessment" ,"id":"r","status":"final","subject":{"reference":"#"},"prediction":[{"probabilityDecimal":0.50}]}]}';
    const content: Content = { text, value: JSON.parse(text) };
    await store.write(
      { writes: [{ type: 'Observation', id: 'a', method: 'POST', content, replaces: 0 }] },
      at(0),
    );
    const { matches } = await store.search(containedIn('RiskAssessment'));
    expect(matches).toMatchObject([
      { type: 'Observation', id: 'a', versionId: 1, fragment: 'r', deleted: false },
    ]);
    expect(matches[0]?.text).toBe(
      '{"resourceType":"RiskAssessment" ,"id":"r","status":"final","subject":{"reference":"#"},"prediction":[{"probabilityDecimal":0.50}]}',
    );
    expect(await found(store, 'RiskAssessment', { kind: 'and', of: [] })).toEqual([]);
    // What they are known by inside is no place.
    const inside = chain('RiskAssessment.subject', 'Observation', { kind: 'id', anyOf: ['a'] });
    expect(await contained(store, 'RiskAssessment', inside)).toEqual(['Observation/a/1#r']);
  });

  test('are reached by chains from what contains them and from each other, and nothing else is', async () => {
    const { store } = opened;
    await put(store, observation('a', 'Ng'));
    await put(store, observation('b', 'Ortega'));
    const ofPatient = (where: Criterion) => chain('Observation.patient', 'Patient', where);
    expect(await found(store, 'Observation', ofPatient(named('Patient.family', 'ng')))).toEqual(['a']);
    expect(
      await found(
        store,
        'Observation',
        chain('Observation.subject', 'Patient', named('Patient.family', 'o')),
      ),
    ).toEqual(['b']);
    const employed = chain('Patient.organization', 'Organization', named('Organization.name', 'ortega'));
    expect(await found(store, 'Observation', ofPatient(employed))).toEqual(['b']);
    expect(await contained(store, 'Patient', employed)).toEqual(['Observation/b/1#p']);
    const led: Criterion = {
      kind: 'has',
      type: 'Observation',
      parameter: 'Observation.subject',
      where: { kind: 'id', anyOf: ['b'] },
    };
    expect(await contained(store, 'Patient', led)).toEqual(['Observation/b/1#p']);
    expect(await contained(store, 'Organization', led)).toEqual([]);
  });

  test('are those of the current version, until it is replaced or deleted', async () => {
    const { store } = opened;
    await put(store, observation('a', 'Ng'));
    await put(store, observation('b', 'Ortega'));
    await put(store, observation('a', 'Lee'), 1);
    expect(await contained(store, 'Patient', named('Patient.family', 'ng'))).toEqual([]);
    expect(await contained(store, 'Patient')).toEqual(['Observation/b/1#p', 'Observation/a/2#p']);
    await put(store, { ...observation('a', 'Lee'), contained: [], subject: { display: 'Lee' } }, 2);
    await remove(store, 'Observation', 'b', 1);
    expect(await contained(store, 'Patient')).toEqual([]);
    expect(
      await found(
        store,
        'Observation',
        chain('Observation.subject', 'Patient', named('Patient.family', 'o')),
      ),
    ).toEqual([]);
  });

  test('are on later pages as they were on the first', async () => {
    const { store } = opened;
    for (const id of ['a', 'b', 'c']) await put(store, observation(id, 'Ng'));
    const asked = { ...containedIn('Patient'), count: 1 };
    const first = await store.search(asked);
    await put(store, observation('b', 'Lee'), 1);
    await put(store, observation('d', 'Ng'));
    const second = await store.search({ ...asked, page: first.next ?? '' });
    const third = await store.search({ ...asked, page: second.next ?? '' });
    expect([first, second, third].flatMap(({ matches }) => places(matches))).toEqual([
      'Observation/a/1#p',
      'Observation/b/1#p',
      'Observation/c/1#p',
    ]);
    expect(second.matches[0]?.text).toContain('Ng');
    expect([first, second, third].map(({ total }) => total)).toEqual([3, 3, 3]);
    expect(third.next).toBeUndefined();
  });

  test('are no versions: they are not read, and stand in no history', async () => {
    const { store } = opened;
    await put(store, observation('a', 'Ng'));
    expect((await store.history({ count: 10 })).total).toBe(1);
    expect((await store.history({ count: 10, type: 'Patient' })).versions).toEqual([]);
    for (let seq = 0; seq < 5; seq += 1) {
      expect(await store.read('Patient', `${seq}#p`)).toBeUndefined();
      expect(await store.vread('Patient', `${seq}#p`, 1)).toBeUndefined();
      expect((await store.history({ count: 10, type: 'Patient', id: `${seq}#p` })).total).toBe(0);
    }
  });

  test('do not label what there is', async () => {
    const { store } = opened;
    const tag = [{ system: 'urn:t', code: 'x' }];
    await put(store, observation('a', 'Ng', [{ resourceType: 'Device', id: 'd', meta: { tag } }]));
    expect(await store.labels()).toEqual({});
    expect((await contained(store, 'Device')).length).toBe(1);
  });

  test('need an id of their own; of two with the same the first is known', async () => {
    const { store } = opened;
    const twin: FhirResource = { resourceType: 'Organization', id: 'o', name: 'Twin' };
    await put(store, observation('a', 'Ng', [twin, { resourceType: 'Organization', name: 'Nameless' }]));
    const { matches } = await store.search(containedIn('Organization'));
    expect(matches.map(({ text }) => JSON.parse(text).name)).toEqual(['Ng & Sons']);
  });

  test('are indexed anew with what contains them', async () => {
    const { store } = opened;
    for (const id of ['a', 'b', 'c']) await put(store, observation(id, 'Ng'));
    const asked = { ...containedIn('Patient', named('Patient.family', 'ng')), count: 1 };
    const first = await store.search(asked);
    expect(await store.reindex()).toBe(3);
    expect(await store.reindex('Patient')).toBe(3);
    expect(await store.reindex('Device')).toBe(0);
    const second = await store.search({ ...asked, page: first.next ?? '' });
    expect(places(second.matches)).toEqual(['Observation/b/1#p']);
    expect(await contained(store, 'Patient')).toHaveLength(3);
    const ofPatient = chain('Observation.patient', 'Patient', named('Patient.family', 'ng'));
    expect(await found(store, 'Observation', ofPatient)).toEqual(['a', 'b', 'c']);
  });

  test('are found by search parameters of their type that are stored later', async () => {
    const { store } = opened;
    await put(store, observation('a', 'Ng'));
    const definition: SearchParameter = {
      resourceType: 'SearchParameter',
      id: 'called',
      url: 'https://example.org/SearchParameter/called',
      name: 'Called',
      status: 'active',
      description: 'How an organization is called',
      code: 'called',
      base: ['Organization'] as unknown as SearchParameter['base'],
      type: 'string',
      expression: 'Organization.name',
    };
    await put(store, definition);
    await expect.poll(() => store.reindexing()).toBeUndefined();
    expect(await contained(store, 'Organization', named('Organization.called', 'ng'))).toEqual([
      'Observation/a/1#o',
    ]);
  });
});

describe.each(DATABASES.filter(({ durable }) => durable))('what is contained in others on $name', (kind) => {
  const opened = useStore(kind);

  test('is forgotten an hour after it was replaced', async () => {
    let now = Date.parse(at(0));
    const written = () => new Date(now).toISOString();
    const store = await opened.reopen({ now: () => now });
    await put(store, observation('a', 'Ng'), 0, written());
    await put(store, observation('a', 'Lee'), 1, written());
    await put(store, observation('b', 'Ortega'), 0, written());
    now += 2 * 60 * 60 * 1000;
    await put(store, observation('c', 'Ng'), 0, written());
    await opened.close();

    const engine = openEngine(opened.url);
    const rest = await engine.read(function* () {
      return {
        contained: yield* rows('SELECT id FROM version WHERE container IS NOT NULL'),
        versions: yield* rows('SELECT id FROM version WHERE container IS NULL'),
        strings: yield* rows('SELECT version FROM string WHERE version NOT IN (SELECT seq FROM version)'),
        texts: yield* rows('SELECT rowid FROM full_text'),
      };
    });
    await engine.close();
    expect(rest.contained).toHaveLength(6);
    expect(rest.versions).toHaveLength(4);
    expect(rest.strings).toEqual([]);
    expect(rest.texts).toHaveLength(9);
    expect(await contained(await opened.open(), 'Patient')).toEqual([
      'Observation/a/2#p',
      'Observation/b/1#p',
      'Observation/c/1#p',
    ]);
  });
});
