import { describe, expect, test } from 'vitest';
import { type HistoryRequest, type Store, UnknownPage } from '../../src/store/store.ts';
import { at, organization, put, remove, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

const ALL = 100;

const names = async (store: Store, request: Omit<HistoryRequest, 'count'>): Promise<readonly string[]> => {
  const { versions, total } = await store.history({ ...request, count: ALL });
  expect(total).toBe(versions.length);
  return versions.map(({ id, versionId, deleted }) => `${id}/${versionId}${deleted ? ' deleted' : ''}`);
};

const span = (from: number, to: number) => ({ low: Date.parse(at(from)), high: Date.parse(at(to)) });

describe.each(DATABASES)('history: $name', (kind) => {
  const opened = useStore(kind);

  const fill = async (): Promise<Store> => {
    const { store } = opened;
    await put(store, organization('a', '1'), 0, at(10));
    await put(store, organization('b', '1'), 0, at(20));
    await put(store, organization('a', '2'), 1, at(30));
    await put(store, { resourceType: 'Device', id: 'a' }, 0, at(40));
    await remove(store, 'Organization', 'a', 2, at(50));
    await put(store, organization('a', '4'), 3, at(60));
    return store;
  };

  test('of a resource, a type and all, newest first', async () => {
    const store = await fill();
    const ofA = ['a/4', 'a/3 deleted', 'a/2', 'a/1'];
    expect(await names(store, { type: 'Organization', id: 'a' })).toEqual(ofA);
    expect(await names(store, { type: 'Organization', id: 'b' })).toEqual(['b/1']);
    expect(await names(store, { type: 'Organization', id: 'c' })).toEqual([]);
    expect(await names(store, { type: 'Organization' })).toEqual(['a/4', 'a/3 deleted', 'a/2', 'b/1', 'a/1']);
    expect(await names(store, { type: 'Device' })).toEqual(['a/1']);
    expect(await names(store, {})).toEqual(['a/4', 'a/3 deleted', 'a/1', 'a/2', 'b/1', 'a/1']);
    expect(await names(store, { type: 'Patient' })).toEqual([]);
  });

  test('gives versions as they were written', async () => {
    const store = await fill();
    const { versions } = await store.history({ type: 'Organization', id: 'a', count: ALL });
    for (const version of versions)
      expect(version).toEqual(await store.vread('Organization', 'a', version.versionId));
  });

  test('since a time, that time included', async () => {
    const store = await fill();
    expect(await names(store, { since: at(50) })).toEqual(['a/4', 'a/3 deleted']);
    expect(await names(store, { since: at(50.001) })).toEqual(['a/4']);
    expect(await names(store, { since: at(61) })).toEqual([]);
    expect(await names(store, { since: '2031-05-06T01:00:50+01:00', type: 'Device' })).toEqual([]);
    expect(await names(store, { since: '2031-05-06T02:00:40+02:00', type: 'Device' })).toEqual(['a/1']);
  });

  test('of what was current at some time', async () => {
    const store = await fill();
    const ofA = { type: 'Organization', id: 'a' };
    expect(await names(store, { ...ofA, at: span(0, 10) })).toEqual([]);
    expect(await names(store, { ...ofA, at: span(0, 11) })).toEqual(['a/1']);
    expect(await names(store, { ...ofA, at: span(29, 30) })).toEqual(['a/1']);
    expect(await names(store, { ...ofA, at: span(29, 31) })).toEqual(['a/2', 'a/1']);
    expect(await names(store, { ...ofA, at: span(30, 31) })).toEqual(['a/2']);
    expect(await names(store, { ...ofA, at: span(55, 56) })).toEqual(['a/3 deleted']);
    expect(await names(store, { ...ofA, at: span(1000, 1001) })).toEqual(['a/4']);
    expect(await names(store, { at: span(25, 26) })).toEqual(['b/1', 'a/1']);
  });

  test('in pages that stay as they began while others write', async () => {
    const store = await fill();
    for (const request of [
      { type: 'Organization', count: 2 },
      { count: 2 },
      { type: 'Organization', id: 'a', count: 1 },
      { count: 2, at: span(0, 10_000) },
    ]) {
      const whole = await store.history({ ...request, count: ALL });
      const seen: unknown[] = [];
      let page = await store.history(request);
      for (let turn = 1; ; turn += 1) {
        expect(page.versions.length).toBeLessThanOrEqual(request.count);
        expect(page.total).toBe(whole.total);
        seen.push(...page.versions);
        if (page.next === undefined) break;
        const current = await store.read('Organization', 'a');
        await put(store, organization('a', 'more'), current?.versionId, at(100));
        await put(store, organization(`${request.count}-${turn}-${whole.total}`), 0, at(5));
        page = await store.history({ ...request, page: page.next });
      }
      expect(seen).toEqual(whole.versions);
    }
  });

  test('only counted, where nothing is wanted', async () => {
    const store = await fill();
    expect(await store.history({ count: 0 })).toEqual({ total: 6, versions: [] });
  });

  test('takes back a page only as it was given and only for the same history', async () => {
    const store = await fill();
    const request: HistoryRequest = { type: 'Organization', count: 1 };
    const { next = '' } = await store.history(request);
    expect(next).not.toBe('');
    for (const page of ['', 'x', `x${next}`, `${next}x`, next.slice(0, -1)])
      await expect(store.history({ ...request, page }), page).rejects.toThrow(UnknownPage);
    for (const other of [{ type: 'Device' }, { id: 'a' }, { since: at(0) }, { at: span(0, 1) }])
      await expect(store.history({ ...request, ...other, page: next })).rejects.toThrow(UnknownPage);
    expect((await store.history({ ...request, page: next })).versions).toHaveLength(1);
  });
});
