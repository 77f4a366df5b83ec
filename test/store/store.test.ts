import { describe, expect, test } from 'vitest';
import { searchOf } from '../../src/fhir/search/search-request.ts';
import { type Guard, VersionConflict, type Write } from '../../src/store/store.ts';
import { at, deleting, found, hasToken, organization, put, putting, remove, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

const byIdentifier = (value: string) => hasToken('Organization.identifier', value);

describe.each(DATABASES)('a store: $name', (kind) => {
  const opened = useStore(kind);

  test('gives back what was written, with id and meta set and every digit kept', async () => {
    const { store } = opened;
    const text =
      '{"resourceType":"Organization","name":"Ward","extension":[{"url":"urn:x","valueDecimal":0.40}]}';
    const write: Write = {
      type: 'Organization',
      id: 'ward',
      method: 'POST',
      content: { text, value: JSON.parse(text) },
      replaces: 0,
    };
    const [written] = await store.write({ writes: [write] }, at(0));
    const read = await store.read('Organization', 'ward');
    expect(read).toEqual(written);
    const place = { type: 'Organization', id: 'ward', versionId: 1, lastUpdated: at(0), method: 'POST' };
    expect(read).toMatchObject({ ...place, deleted: false });
    if (read?.deleted !== false) throw new Error('not there');
    expect(read.text).toContain('"valueDecimal":0.40');
    expect(JSON.parse(read.text)).toMatchObject({ id: 'ward', meta: { versionId: '1', lastUpdated: at(0) } });
  });

  test('knows nothing of what was not written', async () => {
    const { store } = opened;
    await put(store, organization('ward'));
    expect(await store.read('Organization', 'other')).toBeUndefined();
    expect(await store.read('Device', 'ward')).toBeUndefined();
    expect(await store.read('Organization', 'ward\0')).toBeUndefined();
    expect(await store.vread('Organization', 'ward', 2)).toBeUndefined();
    expect(await store.vread('Device', 'ward', 1)).toBeUndefined();
  });

  test('reads several at once: what is current, what was deleted, and nothing of what is not there', async () => {
    const { store } = opened;
    await put(store, organization('a', 'old'));
    await put(store, organization('a', 'new'), 1);
    await put(store, organization('b'));
    await remove(store, 'Organization', 'b', 1);
    await put(store, organization('c'));
    const places = ['a', 'b', 'd'].map((id) => ({ type: 'Organization', id }));
    const read = await store.readAll([...places, { type: 'Device', id: 'c' }]);
    expect([...read.keys()].toSorted()).toEqual(['Organization/a', 'Organization/b']);
    expect(read.get('Organization/a')).toEqual(await store.read('Organization', 'a'));
    expect(read.get('Organization/b')).toEqual(await store.read('Organization', 'b'));
    expect(await store.readAll([])).toEqual(new Map());
  });

  test('keeps every version and finds only the current one', async () => {
    const { store } = opened;
    await put(store, organization('ward', 'old'));
    await put(store, organization('ward', 'new'), 1);
    expect(await store.read('Organization', 'ward')).toMatchObject({ versionId: 2 });
    expect(await store.vread('Organization', 'ward', 1)).toMatchObject({
      text: expect.stringContaining('"old"'),
    });
    expect(await found(store, 'Organization', byIdentifier('new'))).toEqual(['ward']);
    expect(await found(store, 'Organization', byIdentifier('old'))).toEqual([]);
  });

  test('keeps a deletion as a version, and goes on from it', async () => {
    const { store } = opened;
    await put(store, organization('ward', 'old'));
    const [deletion] = await remove(store, 'Organization', 'ward', 1, at(5));
    const place = { type: 'Organization', id: 'ward', versionId: 2, lastUpdated: at(5), method: 'DELETE' };
    expect(deletion).toEqual({ ...place, deleted: true });
    expect(await store.read('Organization', 'ward')).toEqual(deletion);
    expect(await store.vread('Organization', 'ward', 2)).toEqual(deletion);
    expect(await store.vread('Organization', 'ward', 1)).toMatchObject({ deleted: false });
    expect(await found(store, 'Organization', byIdentifier('old'))).toEqual([]);

    await expect(put(store, organization('ward', 'again'), 0)).rejects.toThrow(VersionConflict);
    await expect(put(store, organization('ward', 'again'), 1)).rejects.toThrow(VersionConflict);
    expect(await put(store, organization('ward', 'again'), 2)).toMatchObject({ versionId: 3 });
    expect(await found(store, 'Organization', byIdentifier('again'))).toEqual(['ward']);
  });

  test('refuses a whole batch when one of it is not the version it thinks', async () => {
    const { store } = opened;
    await put(store, organization('ward', '1'));
    const wrong: readonly Write[][] = [
      [putting(organization('new', '2')), putting(organization('ward', '2'))],
      [putting(organization('new', '2')), putting(organization('ward', '2'), 2)],
      [putting(organization('new', '2')), deleting('Organization', 'ward', 2)],
      [putting(organization('new', '2')), putting(organization('new', '3'))],
      [putting(organization('new', '2')), putting(organization('new', '3'), 2)],
    ];
    for (const writes of wrong) await expect(store.write({ writes }, at(0))).rejects.toThrow(VersionConflict);
    expect(await store.read('Organization', 'new')).toBeUndefined();
    expect(await store.read('Organization', 'ward')).toMatchObject({ versionId: 1 });
    expect(await found(store, 'Organization', byIdentifier('2'))).toEqual([]);
    expect(await store.write({ writes: [] }, at(0))).toEqual([]);
  });

  test('writes several versions of a resource in one batch, each in the place of the one before it', async () => {
    const { store } = opened;
    const writes = [putting(organization('ward', '1')), putting(organization('ward', '2'), 1)];
    const versions = await store.write({ writes: [...writes, deleting('Organization', 'ward', 2)] }, at(0));
    expect(versions).toMatchObject([{ versionId: 1 }, { versionId: 2 }, { versionId: 3, deleted: true }]);
    expect(await store.vread('Organization', 'ward', 1)).toMatchObject({ deleted: false });
    expect(await found(store, 'Organization', byIdentifier('2'))).toEqual([]);
    expect((await store.history({ count: 10 })).versions.map(({ versionId }) => versionId)).toEqual([
      3, 2, 1,
    ]);
  });

  test('a digest is that of the text as sent, whatever the server sets in it', async () => {
    const { store } = opened;
    const first = await put(store, organization('ward', '1'));
    const second = await put(store, organization('ward', '1'), 1, at(1));
    expect(second.digest).toBe(first.digest);
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('within a resource time never goes back', async () => {
    const { store } = opened;
    await put(store, organization('ward', '1'), 0, at(10));
    const second = await put(store, organization('ward', '2'), 1, at(4));
    expect(second.lastUpdated).toBe(at(10));
    expect(second.text).toContain(at(10));
    expect(await remove(store, 'Organization', 'ward', 2, at(3))).toMatchObject([{ lastUpdated: at(10) }]);
    expect(await put(store, organization('other', '1'), 0, at(4))).toMatchObject({ lastUpdated: at(4) });
  });

  test('of concurrent changes of one version one is made', async () => {
    const { store } = opened;
    await put(store, organization('ward', '0'));
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => put(store, organization('ward', `n${n}`), 1)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(VersionConflict);
    expect(await store.read('Organization', 'ward')).toMatchObject({ versionId: 2 });
  });

  test('of concurrent creations of one id one is made', async () => {
    const { store } = opened;
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => put(store, organization('ward', `n${n}`))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(VersionConflict);
  });

  test('concurrent batches of the same resources in any order end, and none is half made', async () => {
    const { store } = opened;
    const ids = ['a', 'b', 'c', 'd'];
    await store.write({ writes: ids.map((id) => putting(organization(id, '0'))) }, at(0));
    const change = async (order: readonly string[], value: string): Promise<void> => {
      const current = new Map<string, number>();
      for (const id of ids) current.set(id, (await store.read('Organization', id))?.versionId ?? 0);
      const writes = order.map((id) => putting(organization(id, value), current.get(id)));
      try {
        await store.write({ writes }, at(1));
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        await change(order, value);
      }
    };
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => change(n % 2 === 0 ? ids : ids.toReversed(), `${n}`)),
    );
    const versions = await Promise.all(ids.map((id) => store.read('Organization', id)));
    expect(versions.map((version) => version?.versionId)).toEqual([9, 9, 9, 9]);
    const values = versions.map((version) => (version?.deleted === false ? version.text : '').slice(-8));
    expect(new Set(values).size).toBe(1);
  });

  describe('guards', () => {
    const guard = (value: string, ids: readonly string[]): Guard => ({
      request: searchOf(['Organization'], byIdentifier(value)),
      found: ids,
    });
    const create = (id: string, value: string, guards: readonly Guard[]) =>
      opened.store.write({ writes: [putting(organization(id, value))], guards }, at(0));

    test('let a batch pass only if they still find what they found', async () => {
      await create('a', 'x', [guard('x', [])]);
      await expect(create('b', 'x', [guard('x', [])])).rejects.toThrow(VersionConflict);
      await expect(create('b', 'x', [guard('x', ['b'])])).rejects.toThrow(VersionConflict);
      await expect(create('b', 'x', [guard('x', ['a']), guard('x', [])])).rejects.toThrow(VersionConflict);
      expect(await opened.store.read('Organization', 'b')).toBeUndefined();
      await create('b', 'x', [guard('x', ['a'])]);
      await expect(create('c', 'x', [guard('x', ['a'])])).rejects.toThrow(VersionConflict);
    });

    test('of concurrent conditional creations one is made', async () => {
      for (let round = 0; round < 5; round += 1) {
        const value = `round${round}`;
        const results = await Promise.allSettled(
          Array.from({ length: 6 }, (_, n) => create(`${value}-${n}`, value, [guard(value, [])])),
        );
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await found(opened.store, 'Organization', byIdentifier(value))).toHaveLength(1);
      }
    });
  });

  test('stores what is too long for an index, and what no database takes as text', async () => {
    const { store } = opened;
    const noise = (length: number) =>
      Array.from({ length }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919 * (n + 3)) % 20_000))).join(
        '',
      );
    const long = noise(20_000);
    const value = { ...organization('ward', long), name: `${long}\uD800`, description: 'a\u0000b' };
    await put(store, value as ReturnType<typeof organization>);
    await put(store, {
      resourceType: 'ValueSet',
      id: 'set',
      status: 'active',
      url: `urn:x:${long}`,
      compose: { include: [{ valueSet: [`urn:y:${long}`] }] },
    });
    expect(await found(store, 'Organization', byIdentifier(long))).toEqual(['ward']);
    expect(await found(store, 'Organization', byIdentifier(`${long}x`))).toEqual([]);
    const url = { type: 'uri', match: 'exact', uri: `urn:x:${long}` } as const;
    expect(
      await found(store, 'ValueSet', { kind: 'value', parameter: 'ValueSet.url', anyOf: [url] }),
    ).toEqual(['set']);
    expect(await found(store, 'Organization', byIdentifier('\0'))).toEqual([]);
  });

  test('indexes anew what it is asked to', async () => {
    const { store } = opened;
    for (const id of ['a', 'b']) await put(store, organization(id));
    await put(store, { resourceType: 'Device', id: 'a' });
    await remove(store, 'Organization', 'b', 1);
    expect(await store.reindex('Organization', 'a')).toBe(1);
    expect(await store.reindex('Organization', 'b')).toBe(0);
    expect(await store.reindex('Organization')).toBe(1);
    expect(await store.reindex()).toBe(2);
    expect(await found(store, 'Organization', byIdentifier('a'))).toEqual(['a']);
  });
});
